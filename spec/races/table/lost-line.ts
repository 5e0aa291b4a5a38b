import type { Race } from '../race'

export const lostLine: readonly Race[] = [
  {
    a: { en: 'line lost', zh: '线路中断' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'The phase stays until the line is back; the user sees one `accepted`.',
      zh: '线路恢复前阶段不变；客户只看到一次 `accepted`。',
    },
    scenes: {
      aFirst: `
        wins       the answer comes with the resumed line: accepted once
        user       d
        seat       -s-r----a
        line       -----l-u
        sees       DV-R----T
        sends      s
        tells      -s---r-ba`,
      bFirst: `
        wins       accepted, then the line is lost and comes back
        user       d
        seat       -s-r-a
        line       -------l-u
        sees       DV-R-T
        sends      s
        tells      -s---a-r-b`,
      aAbove: `
        wins       accepted once, while reconnecting
        user       d
        line       -----l----u
        seat       -s-r-a
        sees       DV-R-T
        sends      s
        tells      -s---(ra)-b`,
      bAbove: `
        wins       accepted once, then reconnecting
        user       d
        seat       -s-r-a
        line       -----l----u
        sees       DV-R-T
        sends      s
        tells      -s---(ar)-b`,
    },
  },
  {
    a: { en: 'line lost', zh: '线路中断' },
    b: { en: 'ended by the seat', zh: '坐席挂断' },
    outcome: {
      en: 'The call lasts until its end is heard; the user sees one `sessionEnded`, by the seat.',
      zh: '听到结束之前通话仍在；客户只看到一次由坐席触发的 `sessionEnded`。',
    },
    scenes: {
      aFirst: `
        wins       the end comes with the resumed line: ended once, by the seat
        user       d
        seat       -s-a----e
        line       -----l-u
        sees       DV-T----E
        sends      s
        tells      -s-a-r-be
        end        seat ok`,
      bFirst: `
        wins       ended by the seat; the loss afterwards ends nothing
        user       d
        seat       -s-a-e
        line       -------l-u
        sees       DV-T-E
        sends      s
        tells      -s-a-e-r-b
        end        seat ok`,
      aAbove: `
        wins       ended once, by the seat
        user       d
        line       -----l----u
        seat       -s-a-e
        sees       DV-T-E
        sends      s
        tells      -s-a-(re)-b
        end        seat ok`,
      bAbove: `
        wins       ended once, by the seat
        user       d
        seat       -s-a-e
        line       -----l----u
        sees       DV-T-E
        sends      s
        tells      -s-a-(er)-b
        end        seat ok`,
    },
  },
  {
    a: { en: 'line lost', zh: '线路中断' },
    b: { en: 'hang-up', zh: '挂断' },
    outcome: {
      en: 'Ended locally at once, pusher stopped at once; the message is given to the line once, which delivers it after the resume.',
      zh: '本地立即结束，推流立即停止；消息只交给线路一次，恢复后送达。',
    },
    scenes: {
      aFirst: `
        wins       the customer wins: ended at once, without waiting for the line
        user       d------h
        seat       -s-a
        line       -----l-----u
        sees       DV-T---E
        sends      s------h
        tells      -s-a-r-e---b
        asks       -p-----o
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the customer wins: the loss afterwards sends nothing again
        user       d----h
        seat       -s-a
        line       -------l---u
        sees       DV-T-E
        sends      s----h
        tells      -s-a-e-r---b
        asks       -p---o
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the customer wins: ended at once, without waiting for the line
        line       -----l-----u
        user       d----h
        seat       -s-a
        sees       DV-T-E
        sends      s----h
        tells      -s-a-(re)--b
        asks       -p---o
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the customer wins: the loss afterwards sends nothing again
        user       d----h
        seat       -s-a
        line       -----l-----u
        sees       DV-T-E
        sends      s----h
        tells      -s-a-(er)--b
        asks       -p---o
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
]
