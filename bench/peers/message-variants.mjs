/** The same endless call handled by other means; each emits a new state per frame to three subscribers. */
import { distinctUntilChanged, map, merge, scan, share, shareReplay, Subject } from 'rxjs'
import { createFrames } from '../measure/frames.mjs'
import { peer } from '../measure/peer.mjs'

const start = { phase: 'ivr', held: false, queue: null, seat: null }

const reduce = (state, message) => {
  switch (message.type) {
    case 'call/started':
      return { ...start, sessionId: message.sessionId, room: message.room }
    case 'call/ivr':
      return { ...state, ivr: { prompt: message.prompt, keys: message.keys, path: message.path } }
    case 'call/queued':
      return { ...state, phase: 'waiting', queue: { position: message.position, waitMs: message.estimatedWaitMs } }
    case 'call/ringing':
      return { ...state, phase: 'ringing', seat: message.seat }
    case 'call/accepted':
      return { ...state, phase: 'talking', seat: message.seat }
    case 'call/held':
      return { ...state, held: message.held }
    case 'call/ended':
      return { ...state, phase: 'ended', end: message.endStatus }
    default:
      return state
  }
}

const feed = (take) => (frames) => {
  for (const frame of frames) take(frame)
  return frames.length
}

const threeSubscribers = (state$) => {
  let seen = 0
  state$.subscribe(() => (seen += 1))
  state$
    .pipe(
      map(({ phase }) => phase),
      distinctUntilChanged(),
    )
    .subscribe(() => (seen += 1))
  state$
    .pipe(
      map(({ queue }) => queue),
      distinctUntilChanged(),
    )
    .subscribe(() => (seen += 1))
}

const pipeline = () => {
  const frame$ = new Subject()
  threeSubscribers(frame$.pipe(map(JSON.parse), scan(reduce, start), distinctUntilChanged(), share()))
  return feed((frame) => frame$.next(frame))
}

const mergePipeline = () => {
  const frame$ = new Subject()
  const of$ = (prefix) =>
    frame$.pipe(
      map(JSON.parse),
      map((message) => (message.type.startsWith(prefix) ? message : {})),
    )
  threeSubscribers(merge(of$('call/'), new Subject(), new Subject()).pipe(scan(reduce, start), shareReplay(1)))
  return feed((frame) => frame$.next(frame))
}

const machine = (xstate) => {
  const { assign, createActor, setup } = xstate
  const to = (target) => ({ target, actions: assign(({ context, event }) => reduce(context, event)) })
  const targets = {
    started: 'ivr',
    ivr: 'ivr',
    queued: 'waiting',
    ringing: 'ringing',
    accepted: 'talking',
    ended: 'ended',
  }
  const on = Object.fromEntries(Object.entries(targets).map(([name, state]) => [`call/${name}`, to(`.${state}`)]))
  const states = {
    ivr: {},
    waiting: {},
    ringing: {},
    ended: {},
    talking: { on: { 'call/held': { actions: to('').actions } } },
  }
  const actor = createActor(setup({}).createMachine({ context: start, initial: 'ivr', on, states }))
  let seen = 0
  for (let count = 0; count < 3; count += 1) actor.subscribe(() => (seen += 1))
  actor.start()
  return feed((frame) => actor.send(JSON.parse(frame)))
}

const OK = [
  'SIP/2.0 200 OK',
  'Via: SIP/2.0/WSS df7jal23ls0d.invalid;branch=z9hG4bK56sdasks',
  'From: "Customer" <sip:customer@call.example>;tag=asdyka899',
  'To: <sip:1042@call.example>;tag=68sdf9a7',
  'Call-ID: f1c0b2a793d3e4f0c2b7a9d3e4f0',
  'CSeq: 4711 INVITE',
  'Contact: <sip:1042@call.example;transport=ws>',
  'Allow: INVITE,ACK,BYE,CANCEL,OPTIONS,INFO',
  'Content-Length: 0',
  '',
  '',
].join('\r\n')

const replies = (count) => () => Array.from({ length: count }, (_, index) => OK.replace('4711', String(index)))

const jssip = () => {
  const parser = peer('jssip', '/lib/Parser')
  return parser && { prepare: replies(20), run: feed((reply) => parser.parseMessage(reply, { sip: {} })) }
}

const frames = (count, run) => {
  const next = createFrames()
  return { prepare: () => next(count), run }
}

/** By name; `null` where the peer is not installed. */
export const messageVariants = (count) => {
  const xstate = peer('xstate')
  return {
    'RxJS map → scan → share': frames(count, pipeline()),
    'RxJS merge → scan → shareReplay': frames(count, mergePipeline()),
    'xstate 5 machine': xstate && frames(Math.ceil(count / 4), machine(xstate)),
    'JsSIP parser, a 200 OK': jssip(),
  }
}
