import type { Race } from '../race'

export const hangingUpEarly: readonly Race[] = [
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'started reply', zh: '呼叫已受理' },
    outcome: {
      en: 'Ended at once by the client; a late `started` is answered with a hang-up for its session. `startCall` rejects with `CANCELLED`; no `sessionStart`, no `sessionEnded`. Once `started` has entered first, it is a session that the client ends.',
      zh: '客户端立即结束；迟到的 `started` 以针对该会话的挂断回应。`startCall` 以 `CANCELLED` 拒绝；不触发 `sessionStart` 与 `sessionEnded`。若 `started` 先入队，则是一次由客户端结束的会话。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: the late answer is hung up
        user       d-h
        seat       ----s
        sees       D-E
        sends      s-h-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bFirst: `
        wins       the answer wins: a session starts and is ended by the client
        user       d---h
        seat       --s
        sees       D-V-E
        sends      s---h
        tells      --s-e
        hangUp     session-1 client ivrGiveUp
        end        client ivrGiveUp`,
      aAbove: `
        wins       the hang-up wins: the late answer is hung up
        user       d-h
        seat       --s
        sees       D-E
        sends      s-(hh)
        tells      -
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bAbove: `
        wins       the answer wins: a session starts and is ended by the client
        seat       --s
        user       d-h
        sees       D-(VE)
        sends      s-h
        tells      --(se)
        hangUp     session-1 client ivrGiveUp
        end        client ivrGiveUp`,
    },
  },
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'refused reply', zh: '呼叫被拒绝' },
    outcome: {
      en: 'The first ends the call and says why `startCall` rejects; a hang-up after a refusal sends nothing.',
      zh: '先到者结束呼叫，并决定 `startCall` 的拒绝原因；被拒绝后的挂断不再发送。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: cancelled, the refusal is ignored
        user       d-h
        seat       ----f
        sees       D-E
        sends      s-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bFirst: `
        wins       the refusal wins: nothing is left to hang up
        user       d---h
        seat       --f
        sees       D-E
        sends      s
        tells      -
        startCall  rejects CHANNEL_UNKNOWN
        end        admin error, no such channel`,
      aAbove: `
        wins       the hang-up wins: cancelled, the refusal is ignored
        user       d-h
        seat       --f
        sees       D-E
        sends      s-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bAbove: `
        wins       the refusal wins: nothing is left to hang up
        seat       --f
        user       d-h
        sees       D-E
        sends      s
        tells      -
        startCall  rejects CHANNEL_UNKNOWN
        end        admin error, no such channel`,
    },
  },
  {
    a: { en: 'hang-up and startCall again', zh: '挂断后再次 startCall' },
    b: { en: 'started reply of the first call', zh: '第一次呼叫的受理' },
    outcome: {
      en: 'The late `started` of the first call is answered with a hang-up for its session; the second call is untouched.',
      zh: '第一次呼叫迟到的 `started` 以针对该会话的挂断回应；第二次呼叫不受影响。',
    },
    scenes: {
      aFirst: `
        wins       the second call wins: the first one is hung up when its answer comes
        user       d-h-r
        seat       ------s-t
        sees       D-E-D---V
        sends      s-h-s-h
        tells      --------s
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        startCall  resolves session-2`,
      bFirst: `
        wins       the late answer is hung up, then the second call starts
        user       d-h---r
        seat       ----s---t
        sees       D-E---D-V
        sends      s-h-h-s
        tells      --------s
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        startCall  resolves session-2`,
      aAbove: `
        wins       the second call wins: the first one is hung up when its answer comes
        user       d-h-r
        seat       ----s-t
        sees       D-E-D-V
        sends      s-h-(sh)
        tells      ------s
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        startCall  resolves session-2`,
      bAbove: `
        wins       the late answer is hung up, then the second call starts
        seat       ----s-t
        user       d-h-r
        sees       D-E-D-V
        sends      s-h-(hs)
        tells      ------s
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        startCall  resolves session-2`,
    },
  },
]
