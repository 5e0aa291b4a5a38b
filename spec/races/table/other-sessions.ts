import type { Race } from '../race'

export const otherSessions: readonly Race[] = [
  {
    a: { en: 'accepted in another session', zh: '另一会话的接听' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'A message for another session is ignored.',
      zh: '其他会话的消息被忽略。',
    },
    scenes: {
      aFirst: `
        wins       its own session wins: Lin, not Wang
        user       d
        seat       -s-r-y-a
        sees       DV-R---T
        sends      s
        tells      -s-----a
        with       Lin`,
      bFirst: `
        wins       its own session wins: Lin, not Wang
        user       d
        seat       -s-r-a-y
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Lin`,
      aAbove: `
        wins       its own session wins: Lin, not Wang
        user       d
        seat       -s-r-(ya)
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Lin`,
      bAbove: `
        wins       its own session wins: Lin, not Wang
        user       d
        seat       -s-r-(ay)
        sees       DV-R-T
        sends      s
        tells      -s---a
        with       Lin`,
    },
  },
  {
    a: { en: 'ended in another session', zh: '另一会话的结束' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'A message for another session is ignored.',
      zh: '其他会话的消息被忽略。',
    },
    scenes: {
      aFirst: `
        wins       its own session wins: the call goes on
        user       d
        seat       -s-r-z-a
        sees       DV-R---T
        sends      s
        tells      -s-----a`,
      bFirst: `
        wins       its own session wins: the call goes on
        user       d
        seat       -s-r-a-z
        sees       DV-R-T
        sends      s
        tells      -s---a`,
      aAbove: `
        wins       its own session wins: the call goes on
        user       d
        seat       -s-r-(za)
        sees       DV-R-T
        sends      s
        tells      -s---a`,
      bAbove: `
        wins       its own session wins: the call goes on
        user       d
        seat       -s-r-(az)
        sees       DV-R-T
        sends      s
        tells      -s---a`,
    },
  },
]
