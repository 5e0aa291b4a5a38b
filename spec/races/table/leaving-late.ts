import type { Race } from '../race'

export const leavingLate: readonly Race[] = [
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'accepted', zh: '接听' },
    outcome: {
      en: 'The call ends in the phase that it is in; the microphone is released.',
      zh: '通话在当时的阶段结束；麦克风被释放。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: nobody was accepted
        user       d
        seat       -s-r---a
        policies   careless 60000
        page       -----x
        sees       DV-R
        sends      s----h
        tells      -s
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp, left`,
      bFirst: `
        wins       the answer wins: accepted, then ended by the client
        user       d
        seat       -s-r-a
        policies   careless 60000
        page       -------x
        sees       DV-R-T
        sends      s------h
        tells      -s---a
        hangUp     session-1 client ok
        end        client ok, left`,
      aAbove: `
        wins       the page wins: nobody was accepted
        page       -----x
        user       d
        seat       -s-r-a
        policies   careless 60000
        sees       DV-R
        sends      s----h
        tells      -s
        hangUp     session-1 client ringingGiveUp
        end        client ringingGiveUp, left`,
      bAbove: `
        wins       the answer wins: accepted, then ended by the client
        user       d
        seat       -s-r-a
        policies   careless 60000
        page       -----x
        sees       DV-R-T
        sends      s----h
        tells      -s---a
        hangUp     session-1 client ok
        end        client ok, left`,
    },
  },
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'ended by the seat', zh: '坐席挂断' },
    outcome: {
      en: 'The first ends the call; a page that leaves an ended call sends nothing.',
      zh: '先到者结束通话；离开已结束的通话不发送任何消息。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: ended by the client
        user       d
        seat       -s-a---e
        page       -----x
        sees       DV-T
        sends      s----h
        tells      -s-a
        hangUp     session-1 client ok
        end        client ok, left`,
      bFirst: `
        wins       the seat wins: ended by the seat, and nothing is sent
        user       d
        seat       -s-a-e
        page       -------x
        sees       DV-T-E
        sends      s
        tells      -s-a-e
        end        seat ok`,
      aAbove: `
        wins       the page wins: ended by the client
        page       -----x
        user       d
        seat       -s-a-e
        sees       DV-T
        sends      s----h
        tells      -s-a
        hangUp     session-1 client ok
        end        client ok, left`,
      bAbove: `
        wins       the seat wins: ended by the seat, and nothing is sent
        user       d
        seat       -s-a-e
        page       -----x
        sees       DV-T-E
        sends      s
        tells      -s-a-e
        end        seat ok`,
    },
  },
  {
    a: { en: 'component detached', zh: '组件卸载' },
    b: { en: 'line lost', zh: '线路中断' },
    outcome: {
      en: 'The call ends at once, in either order; the message is given to the line once.',
      zh: '两种次序都立即结束；消息只交给线路一次。',
    },
    scenes: {
      aFirst: `
        wins       the page wins: ended by the client
        user       d
        seat       -s-a
        line       -------l
        page       -----x
        sees       DV-T
        sends      s----h
        tells      -s-a
        hangUp     session-1 client ok
        end        client ok, left`,
      bFirst: `
        wins       the page ends the call without waiting for the line
        user       d
        seat       -s-a
        line       -----l
        page       -------x
        sees       DV-T
        sends      s------h
        tells      -s-a-r
        hangUp     session-1 client ok
        end        client ok, left`,
      aAbove: `
        wins       the page wins: ended by the client
        page       -----x
        user       d
        seat       -s-a
        line       -----l
        sees       DV-T
        sends      s----h
        tells      -s-a
        hangUp     session-1 client ok
        end        client ok, left`,
      bAbove: `
        wins       the page ends the call without waiting for the line
        user       d
        seat       -s-a
        line       -----l
        page       -----x
        sees       DV-T
        sends      s----h
        tells      -s-a-r
        hangUp     session-1 client ok
        end        client ok, left`,
    },
  },
]
