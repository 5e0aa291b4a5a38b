import type { Race } from '../race'

export const hangingUp: readonly Race[] = [
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'Whichever enters the queue first. Hang-up first: never an `accepted`. Accepted first: `accepted`, then `sessionEnded` by the client.',
      zh: '先入队者胜。先挂断：绝不触发 `accepted`。先接听：先 `accepted`，后由客户端 `sessionEnded`。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: nobody was accepted
        user       d----h
        seat       -s-r---a
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
      bFirst: `
        wins       the answer wins: accepted, then ended by the client
        user       d------h
        seat       -s-r-a
        sees       DV-R-T-E
        sends      s------h
        tells      -s---a-e
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the hang-up wins: nobody was accepted
        user       d----h
        seat       -s-r-a
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
      bAbove: `
        wins       the answer wins: accepted, then ended by the client
        seat       -s-r-a
        user       d----h
        sees       DV-R-(TE)
        sends      s----h
        tells      -s---(ae)
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'ended by the seat', zh: '坐席挂断' },
    outcome: {
      en: 'The first wins and names `closeBy`; one `sessionEnded`; a hang-up after the end sends nothing.',
      zh: '先到者胜并决定 `closeBy`；只有一次 `sessionEnded`；结束后的挂断不发送。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: ended by the client, once
        user       d-----h
        seat       -s-ra---e
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the seat wins: ended by the seat, and nothing is sent
        user       d-------h
        seat       -s-ra-e
        sees       DV-RT-E
        sends      s
        tells      -s--a-e
        end        seat ok`,
      aAbove: `
        wins       the hang-up wins: ended by the client, once
        user       d-----h
        seat       -s-ra-e
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the seat wins: ended by the seat, and nothing is sent
        seat       -s-ra-e
        user       d-----h
        sees       DV-RT-E
        sends      s
        tells      -s--a-e
        end        seat ok`,
    },
  },
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'the next seat is looked for', zh: '转回排队' },
    outcome: {
      en: 'Ended at once either way; the phase at the hang-up names the end: `ringingGiveUp` or `waitingGiveUp`.',
      zh: '两种次序都立即结束；挂断时的阶段决定结束状态：`ringingGiveUp` 或 `waitingGiveUp`。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: given up while ringing
        user       d----h
        seat       -s-r---q
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
      bFirst: `
        wins       the queue wins: given up while waiting
        user       d------h
        seat       -s-r-q
        sees       DV-R-W-E
        sends      s------h
        tells      -s-----e
        hangUp     session-1 client waitingGiveUp
        end        client waitingGiveUp`,
      aAbove: `
        wins       the hang-up wins: given up while ringing
        user       d----h
        seat       -s-r-q
        sees       DV-R-E
        sends      s----h
        tells      -s---e
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp`,
      bAbove: `
        wins       the queue wins: given up while waiting
        seat       -s-r-q
        user       d----h
        sees       DV-R-(WE)
        sends      s----h
        tells      -s---e
        hangUp     session-1 client waitingGiveUp
        end        client waitingGiveUp`,
    },
  },
  {
    a: { en: 'hang-up', zh: '挂断' },
    b: { en: 'transferred', zh: '转接' },
    outcome: {
      en: 'Ended at once by the client either way; a call that was accepted once stays `ok`.',
      zh: '两种次序都由客户端立即结束；曾接通的通话仍为 `ok`。',
    },
    scenes: {
      aFirst: `
        wins       the hang-up wins: no transfer is seen
        user       d-----h
        seat       -s-ra---r
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bFirst: `
        wins       the transfer wins: it is seen, and the end is still ok
        user       d-------h
        seat       -s-ra-r
        sees       DV-RT-R-E
        sends      s-------h
        tells      -s--a---e
        hangUp     session-1 client ok
        end        client ok`,
      aAbove: `
        wins       the hang-up wins: no transfer is seen
        user       d-----h
        seat       -s-ra-r
        sees       DV-RT-E
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
      bAbove: `
        wins       the transfer wins: it is seen, and the end is still ok
        seat       -s-ra-r
        user       d-----h
        sees       DV-RT-(RE)
        sends      s-----h
        tells      -s--a-e
        hangUp     session-1 client ok
        end        client ok`,
    },
  },
]
