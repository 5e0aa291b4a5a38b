/** The session from which a recording is replayed, as it has to be. */
import type { Phase } from '../session/phase'
import { closeBy, endStatus, key, lineFailure, media, microphone, room, seat, soundMode } from './event-shapes'
import { type Check, flag, isRecord, list, nullable, number, oneOf, optional, record, text, time } from './shape'

type Fields = Readonly<Record<string, Check>>

const legState = oneOf('off', 'connecting', 'up', 'reconnecting', 'failed')
const wanted = (value: Check) =>
  record({ desired: value, actual: nullable(value), state: oneOf('pending', 'applied', 'failed') })

const facts: Fields = {
  line: record({
    state: oneOf('closed', 'opening', 'up', 'reconnecting'),
    code: optional(nullable(lineFailure)),
    since: optional(number),
    attempt: optional(number),
  }),
  local: record({ state: legState, since: number }),
  remote: record({ state: legState, since: number, playUrl: text, userId: optional(text) }),
  microphone: wanted(microphone),
  soundMode: wanted(soundMode),
  interruption: nullable(record({ reason: oneOf('hidden', 'audio'), since: number })),
  held: flag,
}
const placed: Fields = { ...facts, callId: text, channelId: text, media, startedAt: time }
const connected: Fields = { ...placed, sessionId: text, room: nullable(room), acceptedAt: nullable(number) }

const end = record({
  closeBy,
  endStatus,
  code: number,
  duration: number,
  cause: nullable(text),
  error: nullable(text),
})
const menu = record({ prompt: text, keys: list(key), path: list(key) })
const queue = record({ position: number, estimatedWaitMs: nullable(number) })

const PHASES: Readonly<Record<Phase, Fields>> = {
  idle: facts,
  dialling: placed,
  ivr: { ...connected, ivr: nullable(menu) },
  waiting: { ...connected, queue },
  ringing: { ...connected, seat },
  talking: { ...connected, seat, acceptedAt: number },
  ended: { ...placed, sessionId: nullable(text), acceptedAt: nullable(number), endedAt: number, end },
}

const isPhase = (phase: unknown): phase is Phase => typeof phase === 'string' && Object.keys(PHASES).includes(phase)

export const session: Check = (value, path) => {
  if (!isRecord(value) || !isPhase(value['phase']))
    return `${path}.phase should be one of ${Object.keys(PHASES).join(', ')}`
  return record(PHASES[value['phase']])(value, path)
}
