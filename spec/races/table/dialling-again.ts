import type { Race } from '../race'

export const diallingAgain: readonly Race[] = [
  {
    a: { en: 'startCall during a call', zh: '通话中再次 startCall' },
    b: { en: 'started reply', zh: '呼叫已受理' },
    outcome: {
      en: 'The second `startCall` rejects with `CALL_IN_PROGRESS` and sends nothing; the running call is untouched.',
      zh: '第二次 `startCall` 以 `CALL_IN_PROGRESS` 拒绝且不发送任何消息；进行中的呼叫不受影响。',
    },
    scenes: {
      aFirst: `
        wins       the running call wins: the second is refused while dialling
        user       d
        seat       ----s
        page       --r
        sees       D---V
        sends      s
        tells      ----s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
      bFirst: `
        wins       the running call wins: the second is refused in the session
        user       d
        seat       --s
        page       ----r
        sees       D-V
        sends      s
        tells      --s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
      aAbove: `
        wins       the running call wins: the second is refused while dialling
        page       --r
        user       d
        seat       --s
        sees       D-V
        sends      s
        tells      --s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
      bAbove: `
        wins       the running call wins: the second is refused in the session
        user       d
        seat       --s
        page       --r
        sees       D-V
        sends      s
        tells      --s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
    },
  },
  {
    a: { en: 'startCall again', zh: '再次 startCall' },
    b: { en: 'ended by the seat', zh: '坐席挂断' },
    outcome: {
      en: 'Before the end it rejects with `CALL_IN_PROGRESS`; after the end it is the next call.',
      zh: '结束之前以 `CALL_IN_PROGRESS` 拒绝；结束之后即为下一次呼叫。',
    },
    scenes: {
      aFirst: `
        wins       the running call wins: the second is refused, then the seat ends the first
        user       d
        seat       -s-a--e
        page       ----r
        sees       DV-T--E
        sends      s
        tells      -s-a--e
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS
        end        seat ok`,
      bFirst: `
        wins       the end wins: the next call starts and is answered
        user       d
        seat       -s-ae---t
        page       ------r
        sees       DV-TE-D-V
        sends      s-----s
        tells      -s-ae---s
        startCall  resolves session-1
        startCall  resolves session-2`,
      aAbove: `
        wins       the running call wins: the second is refused, then the seat ends the first
        page       -----r
        user       d
        seat       -s-a-e
        sees       DV-T-E
        sends      s
        tells      -s-a-e
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS
        end        seat ok`,
      bAbove: `
        wins       the end wins: the next call is dialled
        user       d
        seat       -s-a-e
        page       -----r
        sees       DV-T-(ED)
        sends      s----s
        tells      -s-a-e
        startCall  resolves session-1
        startCall  pending`,
    },
  },
]
