/** Sessions in each phase, as the reducer itself makes them; each is in a room and knows the seat's stream. */
import { type CallEvent, type Phase, reduce, type Session, startCall } from '../../lib/entries/call'
import { idle } from '../../lib/call/session'
import { CALL_ID, SESSION_ID } from '../../lib/entries/testing'
import { OTHER_ROOM, STARTED } from '../../lib/testing/alphabet'

const sessionId = SESSION_ID

/** When the steps to a phase happened, and when the event under test does. Epoch milliseconds. */
export const BEFORE = 1_000
export const NOW = 5_500

const start = startCall({ channelId: 'service', callId: CALL_ID })

/** One event of each type. The type says when one is missing. */
export const EVENTS: { readonly [Type in CallEvent['type']]: Extract<CallEvent, { readonly type: Type }> } = {
  'intent/startCall': startCall({ channelId: 'service', callId: 'another-call' }),
  'intent/hangUp': { type: 'intent/hangUp' },
  'intent/mute': { type: 'intent/mute' },
  'intent/unmute': { type: 'intent/unmute' },
  'intent/setSoundMode': { type: 'intent/setSoundMode', soundMode: 'ear' },
  'intent/setCamera': { type: 'intent/setCamera', camera: 'off' },
  'intent/switchCamera': { type: 'intent/switchCamera' },
  'intent/sendDigits': { type: 'intent/sendDigits', digits: '1' },
  'intent/aside': { type: 'intent/aside', about: 'context', body: '{"order":"A-1029"}' },
  'intent/notify': { type: 'intent/notify', topic: 'weak network' },
  'call/started': { type: 'call/started', callId: CALL_ID, sessionId },
  'call/refused': { type: 'call/refused', callId: CALL_ID, code: 'TOO_BUSY', message: 'busy' },
  'call/ivr': { type: 'call/ivr', sessionId, prompt: 'Press 1', keys: [], path: [] },
  'call/queued': { type: 'call/queued', sessionId, position: 2 },
  'call/ringing': { type: 'call/ringing', sessionId, seat: { seatId: '1002', name: 'Wang' } },
  'call/accepted': { type: 'call/accepted', sessionId, seat: { seatId: '1002', name: 'Wang' } },
  'call/held': { type: 'call/held', sessionId, held: true },
  'call/room': { type: 'call/room', sessionId, room: OTHER_ROOM },
  'call/aside': { type: 'call/aside', sessionId, about: 'text', body: '{"id":"t1","text":"Hello"}' },
  'call/ended': { type: 'call/ended', sessionId, closeBy: 'seat', endStatus: 'ok' },
  'line/opening': { type: 'line/opening', attempt: 0 },
  'line/up': { type: 'line/up', resumed: true },
  'line/lost': { type: 'line/lost', reason: 'silent', retryInMs: 0 },
  'line/gaveUp': { type: 'line/gaveUp', code: 'NETWORK_LOST' },
  'line/slow': { type: 'line/slow', slow: true },
  'line/invalid': { type: 'line/invalid', reason: 'no JSON' },
  'line/closed': { type: 'line/closed' },
  'pusher/status': { type: 'pusher/status', code: 1018 },
  'pusher/error': { type: 'pusher/error', code: 10002 },
  'player/status': { type: 'player/status', code: 2004 },
  'media/applied': { type: 'media/applied', microphone: 'on' },
  'media/failed': { type: 'media/failed', target: 'microphone', message: 'in use' },
  'media/due': { type: 'media/due' },
  'quality/measured': { type: 'quality/measured', local: 2, remote: 3 },
  'quality/advised': { type: 'quality/advised', advice: ['localWeak'] },
  'app/hidden': { type: 'app/hidden' },
  'app/shown': { type: 'app/shown' },
  'audio/interrupted': { type: 'audio/interrupted' },
  'audio/resumed': { type: 'audio/resumed' },
  'network/changed': { type: 'network/changed', connected: true, networkType: 'wifi' },
  'network/weak': { type: 'network/weak', weak: true },
  'phone/ready': { type: 'phone/ready', callId: CALL_ID },
  'phone/unready': { type: 'phone/unready', callId: CALL_ID, code: 'MICROPHONE_REFUSED' },
  'policy/failed': { type: 'policy/failed', policy: 'mine', message: 'oh' },
  'source/failed': { type: 'source/failed', source: 'media', message: 'oh' },
}

const seen: CallEvent = {
  type: 'pusher/status',
  code: 1031,
  message: '{"userlist":[{"userid":"seat","playurl":"room://seat"}]}',
}
const queued: CallEvent = { type: 'call/queued', sessionId, position: 1 }
const ringing: CallEvent = { type: 'call/ringing', sessionId, seat: { seatId: '1001', name: 'Lin' } }
const accepted: CallEvent = { type: 'call/accepted', sessionId, seat: { seatId: '1001', name: 'Lin' } }
const ended: CallEvent = { type: 'call/ended', sessionId, closeBy: 'seat', endStatus: 'ok' }
const up: CallEvent = { type: 'line/up', resumed: false }

const PATHS: Readonly<Record<Phase, readonly CallEvent[]>> = {
  idle: [up],
  dialling: [up, start],
  ivr: [up, start, STARTED, seen],
  waiting: [up, start, STARTED, seen, queued],
  ringing: [up, start, STARTED, seen, queued, ringing],
  talking: [up, start, STARTED, seen, queued, ringing, accepted],
  ended: [up, start, STARTED, seen, queued, ringing, accepted, ended],
}

export const after = (from: Session, ...events: readonly CallEvent[]): Session =>
  events.reduce((session, event) => reduce(session, event, NOW), from)

/** A session in this phase, on a line that is up. */
export const sessionIn = (phase: Phase): Session =>
  PATHS[phase].reduce<Session>((session, event) => reduce(session, event, BEFORE), idle)

export const PHASES: readonly Phase[] = ['idle', 'dialling', 'ivr', 'waiting', 'ringing', 'talking', 'ended']
