import type { Race } from '../race'

export const refusedResume: readonly Race[] = [
  {
    a: { en: 'resume refused', zh: '恢复被拒绝' },
    b: { en: 'hang-up', zh: '挂断' },
    outcome: {
      en: 'The first ends the call: a refused resume as `admin clientTimeout`, and nobody is told twice.',
      zh: '先到者结束通话：恢复被拒绝记为 `admin clientTimeout`，绝不重复通知。',
    },
    scenes: {
      aFirst: `
        wins       the refusal wins: ended by admin, and nothing is sent
        user       d--------h
        seat       -s-a
        line       -----l-n
        sees       DV-T---E
        sends      s
        tells      -s-a-r-(xe)
        end        admin clientTimeout`,
      bFirst: `
        wins       the customer wins: ended by the client, once
        user       d-----h
        seat       -s-a
        line       -----l--n
        sees       DV-T--E
        sends      s-----h
        tells      -s-a-re-b
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the refusal wins: ended by admin, and nothing is sent
        line       -----l-n
        user       d------h
        seat       -s-a
        sees       DV-T---E
        sends      s
        tells      -s-a-r-(xe)
        end        admin clientTimeout`,
      bAbove: `
        wins       the customer wins: ended by the client, once
        user       d------h
        seat       -s-a
        line       -----l-n
        sees       DV-T---E
        sends      s------h
        tells      -s-a-r-(eb)
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'resume refused', zh: '恢复被拒绝' },
    b: { en: 'ended by the seat', zh: '坐席挂断' },
    outcome: {
      en: 'The first ends the call, once.',
      zh: '先到者结束通话，仅一次。',
    },
    scenes: {
      aFirst: `
        wins       the refusal wins: ended by admin
        user       d
        seat       -s-a-----e
        line       -----l-n
        sees       DV-T---E
        sends      s
        tells      -s-a-r-(xe)
        end        admin clientTimeout`,
      bFirst: `
        wins       the seat wins: ended by the seat
        user       d
        seat       -s-a--e
        line       -----l--n
        sees       DV-T--E
        sends      s
        tells      -s-a-re-b
        end        seat ok`,
      aAbove: `
        wins       the refusal wins: ended by admin
        user       d
        line       -----l-n
        seat       -s-a---e
        sees       DV-T---E
        sends      s
        tells      -s-a-r-(xe)
        end        admin clientTimeout`,
      bAbove: `
        wins       the seat wins: ended by the seat
        user       d
        seat       -s-a---e
        line       -----l-n
        sees       DV-T---E
        sends      s
        tells      -s-a-r-(eb)
        end        seat ok`,
    },
  },
  {
    a: { en: 'resume refused', zh: '恢复被拒绝' },
    b: { en: 'started reply', zh: '呼叫已受理' },
    outcome: {
      en: 'A call that is still dialled is dialled again with the same id, on the new link; one that was answered on the old link ends as `admin clientTimeout`.',
      zh: '仍在拨号的呼叫以同一编号在新链路上重拨；已在旧链路受理的以 `admin clientTimeout` 结束。',
    },
    scenes: {
      aFirst: `
        wins       the call goes on: it is answered on the new link
        user       d
        line       -l-n
        seat       -----s
        sees       D----V
        sends      s--s
        tells      -r-b-s`,
      bFirst: `
        wins       the refusal wins: the session went with its link
        user       d
        seat       --s
        line       -l--n
        sees       D-V-E
        sends      s
        tells      -rs-(xe)
        end        admin clientTimeout`,
      aAbove: `
        wins       the call goes on: it is answered on the new link
        user       d
        line       -l-n
        seat       ---s
        sees       D--V
        sends      s--s
        tells      -r-(bs)`,
      bAbove: `
        wins       the refusal wins: the session went with its link
        user       d
        seat       ---s
        line       -l-n
        sees       D--(VE)
        sends      s
        tells      -r-(sxe)
        end        admin clientTimeout`,
    },
  },
]
