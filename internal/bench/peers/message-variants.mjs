/** The same endless call handled by other means; each emits a new state per frame to three subscribers. */
import * as rxjs from 'rxjs'
import { createFrames } from '../measure/frames.mjs'
import { peer } from '../measure/peer.mjs'
import { createClosures, createEmitter, createMachine, createMergePipeline, createPipeline } from './pipelines.mjs'

const feed = (take) => (frames) => {
  for (const frame of frames) take(frame)
  return frames.length
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

const frames = (count, take) => {
  const next = createFrames()
  return { prepare: () => next(count), run: feed(take) }
}

/** By name; `null` where the peer is not installed. */
export const messageVariants = (count) => {
  const xstate = peer('xstate')
  const EventEmitter = peer('eventemitter3')
  const mitt = peer('mitt')
  return {
    'reduce, three functions': frames(count, createClosures()),
    'reduce, mitt': mitt && frames(count, createEmitter(mitt())),
    'reduce, eventemitter3': EventEmitter && frames(count, createEmitter(new EventEmitter())),
    'RxJS map → scan → share': frames(count, createPipeline(rxjs)),
    'RxJS merge → scan → shareReplay': frames(count, createMergePipeline(rxjs)),
    'xstate 5 machine': xstate && frames(Math.ceil(count / 4), createMachine(xstate)()),
    'JsSIP parser, a 200 OK': jssip(),
  }
}
