import type { Race } from '../race'

export const hiddenLimit: readonly Race[] = [
  {
    a: { en: 'hidden for too long', zh: '退到后台超时' },
    b: { en: 'app shown', zh: '回到前台' },
    outcome: {
      en: 'Within one frame the customer wins: the app is shown, and the call goes on.',
      zh: '同一帧内客户胜：小程序回到前台，通话继续。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up
        user       d
        seat       -s-a
        phone      ----h---s
        policies   hangUpWhenHidden 2
        sees       DV-T--E
        sends      s---o-h
        tells      -s-a--e
        hangUp     session-1 timer ok
        end        timer ok, hangUpWhenHidden: the app was hidden`,
      bFirst: `
        wins       the customer wins: the call goes on
        user       d
        seat       -s-a
        phone      ----hs
        policies   hangUpWhenHidden 2
        sees       DV-T
        sends      s---oc
        tells      -s-a`,
      aAbove: `
        wins       the customer wins, though the limit fires first
        policies   hangUpWhenHidden 2
        user       d
        seat       -s-a
        phone      ----h-s
        sees       DV-T
        sends      s---o-c
        tells      -s-a`,
      bAbove: `
        wins       the customer wins
        user       d
        seat       -s-a
        phone      ----h-s
        policies   hangUpWhenHidden 2
        sees       DV-T
        sends      s---o-c
        tells      -s-a`,
    },
  },
  {
    a: { en: 'hidden for too long', zh: '退到后台超时' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'Both happen: whoever answers, the customer is away, and the call ends in the phase that it is in.',
      zh: '两者都发生：即使有人接听，客户已离开，通话在当时的阶段结束。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up while ringing
        user       d
        seat       -s-r----a
        phone      ----h
        policies   hangUpWhenHidden 2
        sees       DV-R--E
        sends      s-----h
        tells      -s----e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, hangUpWhenHidden: the app was hidden`,
      bFirst: `
        wins       the limit wins: accepted, then hung up
        user       d
        seat       -s-r-a
        phone      ----h
        policies   hangUpWhenHidden 2
        sees       DV-R-TE
        sends      s----oh
        tells      -s---ae
        hangUp     session-1 timer ok
        end        timer ok, hangUpWhenHidden: the app was hidden`,
      aAbove: `
        wins       the limit wins: accepted, then hung up in the same frame
        policies   hangUpWhenHidden 2
        user       d
        seat       -s-r--a
        phone      ----h
        sees       DV-R--(TE)
        sends      s-----(oh)
        tells      -s----(ae)
        hangUp     session-1 timer ok
        end        timer ok, hangUpWhenHidden: the app was hidden`,
      bAbove: `
        wins       the limit wins: accepted, then hung up in the same frame
        user       d
        seat       -s-r--a
        phone      ----h
        policies   hangUpWhenHidden 2
        sees       DV-R--(TE)
        sends      s-----(oh)
        tells      -s----(ae)
        hangUp     session-1 timer ok
        end        timer ok, hangUpWhenHidden: the app was hidden`,
    },
  },
]
