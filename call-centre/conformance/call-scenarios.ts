import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type Frame, must } from './server-frame'
import { hangUpOf, isAnswer, welcomed, type Scenario } from './visit'

const endsOf = (frames: readonly Frame[], sessionId: string): number =>
  frames.filter((frame) => frame.type === 'call/ended' && frame['sessionId'] === sessionId).length

const isPlace = ({ type }: Frame): boolean =>
  ['call/ivr', 'call/queued', 'call/ringing', 'call/accepted'].includes(type)

const isRoom = ({ type }: Frame): boolean => type === 'call/room'

/** PROTOCOL.md §4 and §5, as far as no seat is needed. */
export const callScenarios: readonly Scenario[] = [
  {
    title: 'starts a call once: the same callId again gets the same answer',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { callId, sessionId } = await visit.call(link)
      link.tell(visit.startOf(callId))
      const again = await link.find('the answer again', isAnswer)
      must(again.type === 'call/started', 'the same callId was refused the second time')
      must(again['sessionId'] === sessionId, 'the same callId got a second session')
    },
  },
  {
    title: 'gives an answered start the same answer on a new link after a refused resume, and the call moves there',
    run: async (visit) => {
      const before = await visit.enter()
      const { callId, sessionId } = await visit.call(before.link)
      await before.link.settle()
      await before.link.lose()
      const { link } = await welcomed(visit.comeBack(before, 1_000))
      link.tell(visit.startOf(callId, 'no-such-channel'))
      const again = await link.find('the answer again', isAnswer)
      must(again.type === 'call/started', 'the same callId was refused the second time')
      must(again['sessionId'] === sessionId, 'the same callId got a second session')
      await link.find('where the call is', (frame) => isPlace(frame) && frame['sessionId'] === sessionId)
      link.tell(visit.startOf(visit.callId()))
      const second = await link.find('the answer', isAnswer)
      must(second['code'] === 'CALL_IN_PROGRESS', 'the call did not move to the new link')
    },
  },
  {
    title: 'gives a refused start the same answer again, whatever has changed since',
    run: async (visit) => {
      const { link } = await visit.enter()
      const first = await visit.call(link)
      const callId = visit.callId()
      link.tell(visit.startOf(callId))
      await link.find('the answer', isAnswer)
      await link.covered(link.tell(hangUpOf(first.callId)))
      link.tell(visit.startOf(callId))
      const again = await link.find('the answer again', isAnswer)
      must(again['code'] === 'CALL_IN_PROGRESS', 'a start that was refused was answered otherwise the second time')
    },
  },
  {
    title: 'answers the start of a call that was hung up as before, with its end, and begins no other',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { callId, sessionId } = await visit.call(link)
      await link.covered(link.tell(hangUpOf(callId)))
      link.tell(visit.startOf(callId))
      const again = await link.find('the answer again', isAnswer)
      must(again['sessionId'] === sessionId, 'the same callId started a second call')
      const end = await link.next('call/ended')
      must(end['sessionId'] === sessionId, 'call/ended names another session')
    },
  },
  {
    title: 'keeps who hung up, and of clientError also why, as the client said',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { callId } = await visit.call(link)
      await link.covered(link.tell({ ...hangUpOf(callId), closeBy: 'timer', endStatus: 'clientError' }))
      link.tell(visit.startOf(callId))
      const { closeBy, endStatus } = await link.next('call/ended')
      must(closeBy === 'timer', `the call was ended by ${String(closeBy)}, not by timer`)
      must(endStatus === 'clientError', `the call ended as ${String(endStatus)}, not as clientError`)
    },
  },
  {
    title: 'gives two customers two calls for one callId',
    needs: 'two customers',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { callId, sessionId } = await visit.call(link)
      const other = await welcomed(visit.open(visit.target.otherToken))
      other.link.tell(visit.startOf(callId))
      const answer = await other.link.find('the answer to the other customer', isAnswer)
      must(answer.type === 'call/started', `the other customer was refused: ${String(answer['code'])}`)
      must(answer['sessionId'] !== sessionId, 'the other customer got the session of the first')
      await link.covered(link.tell(hangUpOf(callId)))
    },
  },
  {
    title: 'says the menu again to a key that it does not have',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { sessionId } = await visit.call(link)
      const menu = (await link.settle()).find(({ type }) => type === 'call/ivr')
      const keys = (menu?.['keys'] ?? []) as readonly { readonly key: string }[]
      const missing = Array.from('0123456789*#').find((digit) => keys.every(({ key }) => key !== digit))
      // A channel without a menu, or with all keys.
      if (menu === undefined || missing === undefined) return
      link.tell({ type: 'call/digits', sessionId, digits: missing })
      const again = await link.next('call/ivr')
      for (const field of ['keys', 'path'])
        must(isDeepStrictEqual(again[field], menu[field]), `the menu said again has other ${field}`)
    },
  },
  {
    title: 'says in path what was pressed, and ignores keys after the menu was left',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { sessionId } = await visit.call(link)
      const menu = (await link.settle()).find(({ type }) => type === 'call/ivr')
      const [first] = (menu?.['keys'] ?? []) as readonly { readonly key: string }[]
      // A channel without a menu.
      if (menu === undefined || first === undefined) return
      must(isDeepStrictEqual(menu['path'], []), 'the first menu has a path')
      link.tell({ type: 'call/digits', sessionId, digits: first.key })
      const place = await link.find('where the key leads', (frame) => isPlace(frame) || frame.type === 'call/ended')
      const deeper = place.type === 'call/ivr'
      must(!deeper || isDeepStrictEqual(place['path'], [first]), 'the path is not the key that was pressed')
      if (deeper || place.type === 'call/ended') return
      await link.settle()
      await link.covered(link.tell({ type: 'call/digits', sessionId, digits: '0123456789*#' }))
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'call/ivr'), 'a key after the menu brought the menu back')
      must(!news.some(({ type }) => type === 'link/invalid'), 'a key after the menu was called invalid')
    },
  },
  {
    title: 'refuses a channel that it does not know with CHANNEL_UNKNOWN',
    run: async (visit) => {
      const { link } = await visit.enter()
      const callId = visit.callId()
      link.tell(visit.startOf(callId, 'no-such-channel'))
      const answer = await link.find('the answer', isAnswer)
      must(answer.type === 'call/refused', 'the call was started')
      must(answer['callId'] === callId, 'call/refused names another callId')
      must(answer['code'] === 'CHANNEL_UNKNOWN', `the code is ${String(answer['code'])}`)
    },
  },
  {
    title: 'refuses a second call while the line of the first is up, and the first goes on',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { sessionId } = await visit.call(link)
      link.tell(visit.startOf(visit.callId()))
      const second = await link.find('the answer', isAnswer)
      const { type, code = '' } = second
      must(code === 'CALL_IN_PROGRESS', `the second call got ${type} ${String(code)}`)
      must(endsOf(await link.settle(), sessionId) === 0, 'the first call was ended')
    },
  },
  {
    title: 'ends a call whose line is lost with callConflict when the same customer calls anew',
    run: async (visit) => {
      const before = await visit.enter()
      const { sessionId } = await visit.call(before.link)
      await before.link.lose()
      await pause(200)
      const anew = await visit.enter()
      await visit.call(anew.link)
      const { link } = await visit.resume(before)
      const isEnd = (frame: Frame) => frame.type === 'call/ended' && frame['sessionId'] === sessionId
      const { closeBy, endStatus } = await link.find('call/ended for the first call', isEnd)
      must(endStatus === 'callConflict', `the first call ended as ${String(endStatus)}`)
      must(closeBy === 'admin', `the first call was ended by ${String(closeBy)}, not by admin`)
    },
  },
  {
    title: 'ends a call by its callId alone, even when the hang-up meets the start: the customer is free at once',
    run: async (visit) => {
      const { link } = await visit.enter()
      const callId = visit.callId()
      link.tell(visit.startOf(callId))
      await link.covered(link.tell(hangUpOf(callId)))
      await link.settle()
      await visit.call(link)
    },
  },
  {
    title: 'says no call/ended back to a hang-up, and ignores a second one',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { callId, sessionId } = await visit.call(link)
      link.tell(hangUpOf(callId))
      await link.covered(link.tell(hangUpOf(callId, sessionId)))
      must(endsOf(await link.settle(), sessionId) === 0, 'the client that hung up got call/ended')
      await visit.call(link)
    },
  },
  {
    title: 'ignores and acknowledges what concerns a call that it does not know',
    run: async (visit) => {
      const { link } = await visit.enter()
      link.tell(hangUpOf('no-such-call', 'no-such-session'))
      link.tell({ type: 'call/digits', sessionId: 'no-such-session', digits: '1' })
      await link.covered(link.tell({ type: 'call/hold', sessionId: 'no-such-session', held: true }))
      const news = await link.settle()
      must(!news.some(({ type }) => type.startsWith('call/')), 'a call that is unknown was answered')
      must(!news.some(({ type }) => type === 'link/invalid'), 'a call that is unknown is no invalid frame')
    },
  },
  {
    title: 'takes digits and an interruption of a running call',
    run: async (visit) => {
      const { link } = await visit.enter()
      const { sessionId } = await visit.call(link)
      link.tell({ type: 'call/hold', sessionId, held: true, reason: 'hidden' })
      link.tell({ type: 'call/hold', sessionId, held: false })
      await link.covered(link.tell({ type: 'call/digits', sessionId, digits: '#' }))
      const news = await link.settle()
      must(!news.some(({ type }) => type === 'link/invalid'), 'good messages were called invalid')
    },
  },
  {
    title: 'answers a client that lost its room with the room of its call, each time, and nobody else',
    run: async (visit) => {
      const { link, welcome } = await visit.enter()
      const can = welcome['can']
      if (Array.isArray(can) && !can.includes('rejoin')) return
      link.tell({ type: 'call/rejoin', sessionId: 'no-such-session' })
      must(!(await link.settle()).some(isRoom), 'a call that is unknown got a room')
      const { sessionId } = await visit.call(link)
      for (const time of ['first', 'second']) {
        link.tell({ type: 'call/rejoin', sessionId, reason: 'live-pusher -1307' })
        const room = await link.find(`call/room to the ${time} call/rejoin`, isRoom)
        must(room['sessionId'] === sessionId, 'call/room names another session')
      }
    },
  },
  {
    title: 'moves a call to the link on which it is started again',
    run: async (visit) => {
      const before = await visit.enter()
      const { callId, sessionId } = await visit.call(before.link)
      await before.link.lose()
      const { link } = await visit.enter()
      link.tell(visit.startOf(callId))
      const again = await link.find('the answer', isAnswer)
      must(again['sessionId'] === sessionId, 'the same callId did not get the same session')
      const follows = (frame: Frame) => isPlace(frame) && frame['sessionId'] === sessionId
      await link.find('where the call is', follows)
    },
  },
  {
    title: 'hears the customer over the old link after the call has moved',
    run: async (visit) => {
      const before = await visit.enter()
      const { callId } = await visit.call(before.link)
      const { link } = await visit.enter()
      link.tell(visit.startOf(callId))
      await link.find('the answer', isAnswer)
      await before.link.covered(before.link.tell(hangUpOf(callId)))
      await visit.call(link)
    },
  },
  {
    title: 'keeps a call through a resume',
    run: async (visit) => {
      const before = await visit.enter()
      const { sessionId } = await visit.call(before.link)
      await before.link.settle()
      await before.link.lose()
      const { link } = await visit.resume(before)
      must(endsOf(await link.settle(), sessionId) === 0, 'the call was ended')
      link.tell(visit.startOf(visit.callId()))
      const second = await link.find('the answer', isAnswer)
      must(second['code'] === 'CALL_IN_PROGRESS', 'the call did not outlive its socket')
    },
  },
]
