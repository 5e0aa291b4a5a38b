import type { Race } from '../race'

export const waitingLimit: readonly Race[] = [
  {
    a: { en: 'waiting limit', zh: '等待时限' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'Within one frame the answer wins: a source beats a timer.',
      zh: '同一帧内接听胜：外部事件优先于定时器。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up, and nobody was accepted
        user       d
        seat       -sqr----a
        policies   waitingLimit 4
        sees       DVWR--E
        sends      s-----h
        tells      -s----e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, waitingLimit: no seat was free`,
      bFirst: `
        wins       the answer wins: the limit lets go
        user       d
        seat       -sqr-a
        policies   waitingLimit 4
        sees       DVWR-T
        sends      s
        tells      -s---a`,
      aAbove: `
        wins       the answer wins, though the limit fires first
        policies   waitingLimit 4
        user       d
        seat       -sqr--a
        sees       DVWR--T
        sends      s
        tells      -s----a`,
      bAbove: `
        wins       the answer wins
        user       d
        seat       -sqr--a
        policies   waitingLimit 4
        sees       DVWR--T
        sends      s
        tells      -s----a`,
    },
  },
  {
    a: { en: 'waiting limit', zh: '等待时限' },
    b: { en: 'ringing', zh: '振铃' },
    outcome: {
      en: 'Ringing is still waiting: the limit hangs up in any order, in the phase that it meets.',
      zh: '振铃仍属等待：任何次序时限都会挂断，按当时所处阶段记录。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: hung up while waiting
        user       d
        seat       -sq-----r
        policies   waitingLimit 4
        sees       DVW---E
        sends      s-----h
        tells      -s----e
        hangUp     session-1 timer waitingGiveUp
        end        timer waitingGiveUp, waitingLimit: no seat was free`,
      bFirst: `
        wins       the limit wins: hung up while ringing
        user       d
        seat       -sq-r
        policies   waitingLimit 4
        sees       DVW-R-E
        sends      s-----h
        tells      -s----e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, waitingLimit: no seat was free`,
      aAbove: `
        wins       the limit wins: it rings, and is hung up in the same frame
        policies   waitingLimit 4
        user       d
        seat       -sq---r
        sees       DVW---(RE)
        sends      s-----h
        tells      -s----e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, waitingLimit: no seat was free`,
      bAbove: `
        wins       the limit wins: it rings, and is hung up in the same frame
        user       d
        seat       -sq---r
        policies   waitingLimit 4
        sees       DVW---(RE)
        sends      s-----h
        tells      -s----e
        hangUp     session-1 timer ringingGiveUp
        end        timer ringingGiveUp, waitingLimit: no seat was free`,
    },
  },
  {
    a: { en: 'dial limit', zh: '拨号时限' },
    b: { en: 'started reply', zh: '呼叫已受理' },
    outcome: {
      en: 'Within one frame the reply wins. After the limit a late `started` is answered with a hang-up; `startCall` rejects with `NO_ANSWER`.',
      zh: '同一帧内受理胜。超过时限后，迟到的 `started` 以挂断回应；`startCall` 以 `NO_ANSWER` 拒绝。',
    },
    scenes: {
      aFirst: `
        wins       the limit wins: the late answer is hung up
        user       d
        seat       ------s
        policies   dialLimit 4
        sees       D---E
        sends      s---h-h
        tells      -
        hangUp     call-1 timer ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects NO_ANSWER
        end        timer ivrGiveUp, dialLimit: the call centre did not answer`,
      bFirst: `
        wins       the reply wins: the limit lets go
        user       d
        seat       --s
        policies   dialLimit 4
        sees       D-V
        sends      s
        tells      --s`,
      aAbove: `
        wins       the reply wins, though the limit fires first
        policies   dialLimit 4
        user       d
        seat       ----s
        sees       D---V
        sends      s
        tells      ----s`,
      bAbove: `
        wins       the reply wins
        user       d
        seat       ----s
        policies   dialLimit 4
        sees       D---V
        sends      s
        tells      ----s`,
    },
  },
]
