/** When media that failed are tried again: pictures of a call in virtual time. */
import { callMarbles } from '../../lib/testing'
import type { MediaEvent } from '../../lib/call'

const failed: MediaEvent = { type: 'player/status', code: -2301 }
const dead: MediaEvent = { type: 'player/status', code: -2302 }
const closed: MediaEvent = { type: 'pusher/status', code: -1302 }
const letters = { phone: { x: failed, y: dead, k: closed } }

describe('a room that is dead', () => {
  it(
    'is asked for anew after 1, 3 and 9 s, and the fourth time the call ends',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a 1s --o 3s ---o 9s ---o'
      const phone = '  ---d 1s ---d 3s ---d 9s ---d'
      const sees = '   DVT 13012ms E'
      const sends = '  s-- 1s r 3003ms r 9003ms r---h'
      const scene = call({ seat, phone })
      expectCall(scene).toSee(sees).toSend(sends)
      expectCall(scene).toEnd({ closeBy: 'client', error: 'ROOM_FAILED', cause: 'live-pusher -1307' })
    }),
  )

  it(
    'of a server that does not know the question ends the call after 10 s',
    callMarbles(({ call, expectCall }) => {
      const scene = call({ seat: '--a', phone: '---d' })
      expectCall(scene).toSee('DVT 11s E').toSend('s-- 1s r 9999ms h')
      expectCall(scene).toEnd({ closeBy: 'client', error: 'ROOM_FAILED', cause: 'live-pusher -1307' })
    }),
  )

  it(
    'that the phone enters by itself meanwhile is not asked for',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ seat: '--a', phone: '---d 998ms e' }))
        .toSee('DVT')
        .toSend('s')
    }),
  )

  it(
    'which came in the very frame of the time-out is entered: the room wins',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ seat: '--a 11s o', phone: '---d' }))
        .toSee('DVT')
        .toSend('s-- 1s r')
    }),
  )

  it(
    'is not asked for while another sound has the phone, nor while the line is lost',
    callMarbles(({ call, expectCall }) => {
      const phone = '---di 59s c'
      expectCall(call({ seat: '--a', phone }))
        .toSee('DVT 59s -- 11s E')
        .toSend('s---o 59s c 999ms r 9999ms h')
      expectCall(call({ seat: '--a', phone: '---d', line: '----l 59s u' }))
        .toSee('DVT 59s -- 11s E')
        .toSend('s---- 59s 1s r 9999ms h')
    }),
  )
})

describe('a microphone that does not open', () => {
  it(
    'ends the call after a second, in which the phone may say that it was refused',
    callMarbles(({ call, expectCall }) => {
      const alone = call({ seat: '--a', phone: '---k', letters })
      expectCall(alone).toSee('DVT 1s E').toSend('s-- 1s h')
      expectCall(alone).toEnd({ error: 'MICROPHONE_FAILED' })
      const refused = call({ seat: '--a', phone: '---k 998ms n', letters })
      expectCall(refused).toSee('DVT 999ms E').toSend('s-- 999ms h')
      expectCall(refused).toEnd({ error: 'MICROPHONE_REFUSED' })
    }),
  )
})

describe('a player that failed', () => {
  it(
    'is tried again after 1, 3 and 9 s, then no more: the call goes on',
    callMarbles(({ call, expectCall }) => {
      const scene = call({ seat: '--a', phone: '--(jp)--x 1s -x 3s -x 9s -x', letters })
      expectCall(scene).toSee('DVT').toSend('s')
    }),
  )

  it(
    'whose address is dead has a fresh room asked for',
    callMarbles(({ call, expectCall }) => {
      const scene = call({ seat: '--a', phone: '--(jp)--y', letters })
      expectCall(scene).toSee('DVT----- 11s E').toSend('s------- 1s r 9999ms h')
    }),
  )
})
