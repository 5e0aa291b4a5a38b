/** When media that failed are tried again: pictures of a call in virtual time. */
import { callMarbles } from '../../lib/entries/testing'
import type { MediaEvent } from '../../lib/entries/call'

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

describe('a room that live-pusher has the address of', () => {
  it(
    'and has not entered within 15 s is dead: the call ends if the fresh one is not entered either',
    callMarbles(({ call, expectCall }) => {
      const seat = '   --a 16s --o 18s --o 24s --o'
      const phone = '  ---u 16s --u 18s --u 24s --u'
      const sends = '  s--- 15999ms r 18002ms r 24002ms r 15002ms h'
      const scene = call({ seat, phone })
      expectCall(scene).toSee('DVT 73009ms E').toSend(sends)
      expectCall(scene).toEnd({ error: 'ROOM_FAILED', cause: 'live-pusher: the room is not entered' })
    }),
  )

  it(
    'and enters in the very frame of the time-out is entered: the phone wins',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ seat: '--a', phone: '---u 14999ms e' }))
        .toSee('DVT')
        .toSend('s')
    }),
  )

  it(
    'is waited for anew when another sound has had the phone, or the line was lost',
    callMarbles(({ call, expectCall }) => {
      // What has the phone takes the microphone; the component sets it again afterwards, and says so.
      expectCall(call({ seat: '--a 60s 17s --o', phone: '---ui 59s (cu)' }))
        .toSee('DVT')
        .toSend('s---o 59s c 15999ms r')
      expectCall(call({ seat: '--a', phone: '---u 60s 14998ms e', line: '----l 59s u' }))
        .toSee('DVT')
        .toSend('s')
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

describe('an interruption whose end is never told', () => {
  it(
    'is over when the seat’s voice plays: what fails after it is mended as ever',
    callMarbles(({ call, expectCall }) => {
      const phone = '---(ej)i 9s p 9s d'
      expectCall(call({ seat: '--a 18s 1s 10ms o', phone }))
        .toSee('DVT')
        .toSend('s------o 9s c 9s 1s r')
    }),
  )

  it(
    'does not keep media that failed from being mended for longer than a minute',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ seat: '--a 61s --o', phone: '---id' }))
        .toSee('DVT')
        .toSend('s--o 61s r')
    }),
  )

  it(
    'in the background waits for the app, whose return is always told',
    callMarbles(({ call, expectCall }) => {
      expectCall(call({ seat: '--a 10m 1s ---o', phone: '---hd 10m s' }))
        .toSee('DVT')
        .toSend('s--o 10m - c 999ms r')
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
