import type { Race } from '../race'

export const askingThePhoneLonger: readonly Race[] = [
  {
    a: { en: 'phone ready', zh: '手机就绪' },
    b: { en: 'line given up', zh: '放弃重连' },
    outcome: {
      en: 'While the phone is asked no line is needed: the dialling itself tries it again. A call that was dialled ends with its line.',
      zh: '检查手机期间不需要线路：拨号会再次尝试连接。已经拨出的呼叫随线路结束。',
    },
    scenes: {
      aFirst: `
        wins       the phone came first: the call ends with its line
        user       d
        phone      --y
        line       ----g
        seat       ------s
        sees       D---E
        sends      --s-h-h
        tells      -
        hangUp     call-1 client clientError
        hangUp     session-1 client ivrGiveUp
        startCall  rejects NETWORK_LOST
        end        admin clientError`,
      bFirst: `
        wins       the line came first: dialled when the phone is ready
        user       d
        phone      ----y
        line       --g
        seat       ------s
        sees       D-----V
        sends      ----s
        tells      ------s
        startCall  resolves session-1`,
      aAbove: `
        wins       the phone came first: the call ends with its line
        user       d
        phone      ----y
        line       ----g
        seat       --------s
        sees       D---E
        sends      ----(sh)h
        tells      -
        hangUp     call-1 client clientError
        hangUp     session-1 client ivrGiveUp
        startCall  rejects NETWORK_LOST
        end        admin clientError`,
      bAbove: `
        wins       the line came first: dialled in the same frame
        line       ----g
        user       d
        phone      ----y
        seat       --------s
        sees       D-------V
        sends      ----s
        tells      --------s
        startCall  resolves session-1`,
    },
  },
  {
    a: { en: 'startCall during a call', zh: '通话中再次 startCall' },
    b: { en: 'phone ready', zh: '手机就绪' },
    outcome: {
      en: 'A call begins when it is dialled, not when the phone is ready: the second `startCall` rejects with `CALL_IN_PROGRESS`.',
      zh: '呼叫从拨号开始，而不是从手机就绪开始：第二次 `startCall` 以 `CALL_IN_PROGRESS` 拒绝。',
    },
    scenes: {
      aFirst: `
        wins       the running call wins: the second is refused while the phone is asked
        user       d
        phone      ----y
        seat       ------s
        page       --r
        sees       D-----V
        sends      ----s
        tells      ------s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
      bFirst: `
        wins       the running call wins: the second is refused while dialling
        user       d
        phone      --y
        seat       ------s
        page       ----r
        sees       D-----V
        sends      --s
        tells      ------s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
      aAbove: `
        wins       the running call wins: the second is refused while the phone is asked
        page       --r
        user       d
        phone      --y
        seat       ------s
        sees       D-----V
        sends      --s
        tells      ------s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
      bAbove: `
        wins       the running call wins: the second is refused while dialling
        user       d
        phone      --y
        seat       ------s
        page       --r
        sees       D-----V
        sends      --s
        tells      ------s
        startCall  resolves session-1
        startCall  rejects CALL_IN_PROGRESS`,
    },
  },
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'phone ready', zh: '手机就绪' },
    outcome: {
      en: 'A page that leaves while the phone is asked ends the call; nothing is sent, and nothing is left behind.',
      zh: '检查手机期间离开页面即结束呼叫；不发送任何消息，也不留任何残余。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: nobody hears of the call
        user       d
        phone      ----y
        policies   dialLimit 60000
        page       --x
        sees       D
        sends      -
        tells      -
        startCall  rejects CANCELLED
        end        client ivrGiveUp, left`,
      bFirst: `
        wins       the phone came first: dialled, and hung up by the page
        user       d
        phone      --y
        seat       ------s
        policies   dialLimit 60000
        page       ----x
        sees       D
        sends      --s-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp, left`,
      aAbove: `
        wins       the page wins: nobody hears of the call
        page       --x
        user       d
        phone      --y
        seat       ------s
        policies   dialLimit 60000
        sees       D
        sends      -
        tells      -
        startCall  rejects CANCELLED
        end        client ivrGiveUp, left`,
      bAbove: `
        wins       the phone came first: dialled, and hung up by the page
        user       d
        phone      --y
        seat       ------s
        policies   dialLimit 60000
        page       --x
        sees       D
        sends      --(sh)
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp, left`,
    },
  },
]
