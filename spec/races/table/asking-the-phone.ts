import type { Race } from '../race'

export const askingThePhone: readonly Race[] = [
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'phone ready', zh: '手机就绪' },
    outcome: {
      en: 'While the phone is asked, nothing has been sent: a hang-up ends the call at once and sends nothing either, and a late answer of the phone does nothing. `startCall` rejects with `CANCELLED`.',
      zh: '检查手机期间尚未发送任何消息：挂断立即结束呼叫，也不发送任何消息；手机迟到的回答不起作用。`startCall` 以 `CANCELLED` 拒绝。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: the call centre never hears of the call
        user       d-h
        phone      ----y
        sees       D-E
        sends      -
        tells      -
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bFirst: `
        wins       the phone wins: dialled, and hung up before the answer
        user       d---h
        phone      --y
        seat       ------s
        sees       D---E
        sends      --s-h-h
        tells      -
        hangUp     call-1 client ivrGiveUp
        hangUp     session-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      aAbove: `
        wins       the hang-up wins: the call centre never hears of the call
        user       d-h
        phone      --y
        seat       ------f
        sees       D-E
        sends      -
        tells      -
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bAbove: `
        wins       the phone wins: dialled, and hung up in the same frame
        phone      --y
        user       d-h
        seat       ------f
        sees       D-E
        sends      --(sh)
        tells      -
        hangUp     call-1 client ivrGiveUp
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
    },
  },
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'phone not ready', zh: '手机未就绪' },
    outcome: {
      en: 'The first ends the call and says why `startCall` rejects. Nothing is sent, and nothing is told.',
      zh: '先到者结束呼叫，并决定 `startCall` 的拒绝原因。不发送任何消息，也不触发任何事件。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: cancelled
        user       d-h
        phone      ----x
        sees       D-E
        sends      -
        tells      -
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bFirst: `
        wins       the phone wins: there is nothing left to hang up
        user       d---h
        phone      --x
        sees       D-E
        sends      -
        tells      -
        startCall  rejects MICROPHONE_REFUSED
        end        client clientError`,
      aAbove: `
        wins       the hang-up wins: cancelled
        user       d-h
        phone      --x
        sees       D-E
        sends      -
        tells      -
        startCall  rejects CANCELLED
        end        client ivrGiveUp`,
      bAbove: `
        wins       the phone wins: there is nothing left to hang up
        phone      --x
        user       d-h
        sees       D-E
        sends      -
        tells      -
        startCall  rejects MICROPHONE_REFUSED
        end        client clientError`,
    },
  },
  {
    a: { en: 'phone ready', zh: '手机就绪' },
    b: { en: 'resume refused', zh: '恢复被拒绝' },
    outcome: {
      en: 'A new link sends the start again only when it was sent before: never while the phone is still asked.',
      zh: '只有呼叫已经发送过，新链路才再次发送；检查手机期间绝不发送。',
    },
    scenes: {
      aFirst: `
        wins       the phone came first: the start is sent again on the new link
        user       d
        phone      --y
        line       ---l-n
        seat       ------s
        sees       D-----V
        sends      --s--s
        tells      ---r-bs
        startCall  resolves session-1`,
      bFirst: `
        wins       the line came first: the start is sent once, when the phone is ready
        user       d
        phone      ------y
        line       --l-n
        seat       --------s
        sees       D-------V
        sends      ------s
        tells      --r-b---s
        startCall  resolves session-1`,
      aAbove: `
        wins       the phone came first: the start is sent again on the new link
        user       d
        phone      ----y
        line       --l-n
        seat       --------s
        sees       D-------V
        sends      ----(ss)
        tells      --r-b---s
        startCall  resolves session-1`,
      bAbove: `
        wins       the line came first: the start is sent once
        line       --l-n
        user       d
        phone      ----y
        seat       --------s
        sees       D-------V
        sends      ----s
        tells      --r-b---s
        startCall  resolves session-1`,
    },
  },
]
