import type { Race } from '../race'

export const phoneCalls: readonly Race[] = [
  {
    a: { en: 'another sound', zh: '其他声音' },
    b: { en: 'told by live-pusher to be a call', zh: 'live-pusher 告知是来电' },
    outcome: {
      en: 'One interruption: the seat reads at last that it is a call, and is told of the return once.',
      zh: '算作一次打断：坐席最终看到是来电，返回只通知一次。',
    },
    scenes: {
      aFirst: `
        wins       the call is the better reason: told again with it
        user       d
        seat       -s-a
        phone      -----i-k-c
        sees       DV-T
        sends      s----o-o-c
        tells      -s-a`,
      bFirst: `
        wins       the call is known already: told once
        user       d
        seat       -s-a
        phone      -----k-i-c
        sees       DV-T
        sends      s----o---c
        tells      -s-a`,
      aAbove: `
        wins       the call is the better reason: told again with it
        user       d
        seat       -s-a
        phone      -----(ik)-c
        sees       DV-T
        sends      s----(oo)-c
        tells      -s-a`,
      bAbove: `
        wins       the call is known already: told once
        user       d
        seat       -s-a
        phone      -----(ki)-c
        sees       DV-T
        sends      s----o----c
        tells      -s-a`,
    },
  },
  {
    a: { en: 'phone call', zh: '来电打断' },
    b: { en: 'hang-up', zh: '挂断' },
    outcome: {
      en: 'Ended by the client either way; of a phone call the seat is told only in a call that goes on.',
      zh: '两种次序都由客户端结束；只在通话仍进行时才告知坐席来电。',
    },
    scenes: {
      aFirst: `
        wins       the phone call is told, then the customer hangs up
        user       d------h
        seat       -s-a
        phone      -----k---s
        sees       DV-T---E
        sends      s----o-h
        tells      -s-a---e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the customer wins: nobody is told of a phone call afterwards
        user       d----h
        seat       -s-a
        phone      -------k-s
        sees       DV-T-E
        sends      s----h
        tells      -s-a-e
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the phone call is told, then the customer hangs up
        phone      -----k---s
        user       d----h
        seat       -s-a
        sees       DV-T-E
        sends      s----(oh)
        tells      -s-a-e
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the customer wins: nobody is told of a phone call afterwards
        user       d----h
        seat       -s-a
        phone      -----k---s
        sees       DV-T-E
        sends      s----h
        tells      -s-a-e
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'phone call', zh: '来电打断' },
    b: { en: 'line lost', zh: '线路中断' },
    outcome: {
      en: 'The hold and its end are said once each, in order; the link keeps them until it is back.',
      zh: '保持与结束各说一次，次序不变；线路恢复前由连接保存。',
    },
    scenes: {
      aFirst: `
        wins       the hold is said on the line, its end is kept for the next
        user       d
        seat       -s-a
        phone      -----i---c
        line       -------l---u
        sees       DV-T
        sends      s----o---c
        tells      -s-a---r---b`,
      bFirst: `
        wins       the hold is kept, and both are said on the next line
        user       d
        seat       -s-a
        phone      -------i-c
        line       -----l-----u
        sees       DV-T
        sends      s------o-c
        tells      -s-a-r-----b`,
      aAbove: `
        wins       the hold is said, then the line is lost
        user       d
        seat       -s-a
        phone      -----i---c
        line       -----l-----u
        sees       DV-T
        sends      s----o---c
        tells      -s-a-r-----b`,
      bAbove: `
        wins       the line is lost, then the hold is kept
        user       d
        line       -----l-----u
        seat       -s-a
        phone      -----i---c
        sees       DV-T
        sends      s----o---c
        tells      -s-a-r-----b`,
    },
  },
]
