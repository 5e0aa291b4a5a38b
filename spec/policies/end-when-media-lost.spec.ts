import { endWhenMediaLost } from '../../lib/entries/policies'
import { callMarbles } from '../../lib/entries/testing'

const policies = [endWhenMediaLost({ ms: 30_000 })]

describe('endWhenMediaLost', () => {
  it(
    'hangs up when the voice does not come back',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---e 999ms r'
      const sees = '   DVT- 999ms - 29999ms E'
      const sends = '  s--- 999ms - 29999ms h'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'hangs up when the seat has left the room and does not come back; one that never came may only be muted',
    callMarbles(({ call, expectCall }) => {
      const letters = { phone: { l: { type: 'pusher/status', code: 1032 } } } as const
      const seat = '   --a'
      const left = '   ---j 999ms l'
      const back = '   ---j 999ms l 29s j'
      expectCall(call({ seat, phone: left, policies, letters }))
        .toSee('DVT- 999ms - 29999ms E')
        .toSend('s--- 999ms - 29999ms h')
      expectCall(call({ seat, phone: back, policies, letters }))
        .toSee('DVT')
        .toSend('s')
      expectCall(call({ seat, phone: '---e', policies }))
        .toSee('DVT')
        .toSend('s')
    }),
  )

  it(
    'lets the word of the call centre outrank the list of the room: a seat that holds, or that is muted, is there',
    callMarbles(({ call, expectCall }) => {
      const muted =
        '{"userlist":[{"userid":"seat","playurl":"room://cloud.tencent.com/rtc?userid=seat","hasaudio":false}]}'
      const letters = {
        phone: { l: { type: 'pusher/status', code: 1032 }, o: { type: 'pusher/status', code: 1033, message: muted } },
      } as const
      expectCall(call({ seat: '--a 1s h', phone: '---j 1s l', policies, letters }))
        .toSee('DVT')
        .toSend('s')
      expectCall(call({ seat: '--a 1s h 59s c', phone: '---j 1s l', policies, letters }))
        .toSee('DVT 1s - 59s - 29999ms E')
        .toSend('s-- 1s - 59s - 29999ms h')
      expectCall(call({ seat: '--a', phone: '---j 1s o 1s l', policies, letters }))
        .toSee('DVT')
        .toSend('s')
    }),
  )

  it(
    'the voice comes back in the very frame of the limit: the call wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---r 29999ms e'
      const sees = '   DVT'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'two losses with a voice between them do not add up',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---r 19999ms e 19999ms r 19999ms e'
      const sees = '   DVT'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'an interruption is no loss: its time does not count',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a'
      const phone = '  ---r 9999ms i 59999ms c'
      const sees = '   DVT- 9999ms - 59999ms - 29999ms E'
      const sends = '  s--- 9999ms o 59999ms c 29999ms h'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'lets go when the seat hangs up in the very frame of the limit: the seat wins',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a- 29999ms e'
      const phone = '  ---r'
      const sees = '   DVT- 29999ms E'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )

  it(
    'waits as long as it takes in the queue, where no voice is missed',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --q'
      const phone = '  ---r'
      const sees = '   DVW'
      const sends = '  s'
      expectCall(call({ seat, phone, policies })).toSee(sees).toSend(sends)
    }),
  )
})
