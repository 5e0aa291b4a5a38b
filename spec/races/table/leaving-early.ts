import type { Race } from '../race'

export const leavingEarly: readonly Race[] = [
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'started reply', zh: '呼叫已受理' },
    outcome: {
      en: 'The call ends and the line is closed; `startCall` rejects with `CANCELLED` when it was still dialling.',
      zh: '呼叫结束，线路关闭；若仍在拨号，`startCall` 以 `CANCELLED` 拒绝。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: hung up while dialling, and nothing is left
        user       d
        seat       ----s
        policies   dialLimit 60000
        page       --x
        sees       D
        sends      s-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp, left`,
      bFirst: `
        wins       the reply wins: the session is ended by the client
        user       d
        seat       --s
        policies   dialLimit 60000
        page       ----x
        sees       D-V
        sends      s---h
        tells      --s
        hangUp     session-1 client ivrGiveUp
        end        client ivrGiveUp, left`,
      aAbove: `
        wins       the page wins: hung up while dialling, and nothing is left
        page       --x
        user       d
        seat       --s
        policies   dialLimit 60000
        sees       D
        sends      s-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp, left`,
      bAbove: `
        wins       the reply wins: the session is ended by the client
        user       d
        seat       --s
        policies   dialLimit 60000
        page       --x
        sees       D-V
        sends      s-h
        tells      --s
        hangUp     session-1 client ivrGiveUp
        end        client ivrGiveUp, left`,
    },
  },
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'queued', zh: '进入排队' },
    outcome: {
      en: 'The call ends in the phase that it is in, and nothing is left behind.',
      zh: '通话在当时的阶段结束，不留任何残余。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: given up in the IVR
        user       d
        seat       -s---q
        policies   waitingLimit 60000
        page       ---x
        sees       DV
        sends      s--h
        tells      -s
        hangUp     session-1 client ivrGiveUp
        end        client ivrGiveUp, left`,
      bFirst: `
        wins       the queue wins: given up while waiting
        user       d
        seat       -s-q
        policies   waitingLimit 60000
        page       -----x
        sees       DV-W
        sends      s----h
        tells      -s
        hangUp     session-1 client waitingGiveUp
        end        client waitingGiveUp, left`,
      aAbove: `
        wins       the page wins: given up in the IVR
        page       ---x
        user       d
        seat       -s-q
        policies   waitingLimit 60000
        sees       DV
        sends      s--h
        tells      -s
        hangUp     session-1 client ivrGiveUp
        end        client ivrGiveUp, left`,
      bAbove: `
        wins       the queue wins: given up while waiting
        user       d
        seat       -s-q
        policies   waitingLimit 60000
        page       ---x
        sees       DV-W
        sends      s--h
        tells      -s
        hangUp     session-1 client waitingGiveUp
        end        client waitingGiveUp, left`,
    },
  },
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'ringing', zh: '振铃' },
    outcome: {
      en: 'The call ends in the phase that it is in, and nothing is left behind.',
      zh: '通话在当时的阶段结束，不留任何残余。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: given up while waiting
        user       d
        seat       -sq--r
        policies   ringLimit 60000
        page       ---x
        sees       DVW
        sends      s--h
        tells      -s
        hangUp     session-1 client waitingGiveUp
        end        client waitingGiveUp, left`,
      bFirst: `
        wins       the seat wins: given up while ringing
        user       d
        seat       -sqr
        policies   ringLimit 60000
        page       -----x
        sees       DVWR
        sends      s----h
        tells      -s
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp, left`,
      aAbove: `
        wins       the page wins: given up while waiting
        page       ---x
        user       d
        seat       -sqr
        policies   ringLimit 60000
        sees       DVW
        sends      s--h
        tells      -s
        hangUp     session-1 client waitingGiveUp
        end        client waitingGiveUp, left`,
      bAbove: `
        wins       the seat wins: given up while ringing
        user       d
        seat       -sqr
        policies   ringLimit 60000
        page       ---x
        sees       DVWR
        sends      s--h
        tells      -s
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp, left`,
    },
  },
]
