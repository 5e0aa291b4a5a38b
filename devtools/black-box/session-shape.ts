/** The session from which a recording is replayed, as it has to be. The type says when a field is missing. */
import type { Phase } from '../../lib/call/phase'
import type {
  Connected,
  Dialling,
  Facts,
  Interruption,
  Leg,
  Line,
  Placed,
  Session,
  Wanted,
} from '../../lib/call/session'
import { advice, closeBy, endStatus, key, lineFailure, media, room, seat, switches } from './event-shapes'
import { type Check, everyOf, flag, isRecord, list, nullable, number, optional, record, text, time } from './shape'

type FieldsOf<Part> = Readonly<Record<Exclude<keyof Part, 'phase'>, Check>>

const legState = everyOf<Leg['state']>({ off: 1, connecting: 1, up: 1, reconnecting: 1, failed: 1 })
const failure = record({ cause: text, error: nullable(text) })
const leg = { state: legState, since: number, failure: optional(failure) }
const wantedState = everyOf<Wanted<unknown>['state']>({ pending: 1, applied: 1, failed: 1 })
const wanted = (value: Check) => record({ desired: value, actual: nullable(value), state: wantedState })

const reason = everyOf<Interruption['reason']>({ audio: 1, call: 1, hidden: 1, suspended: 1, windowClosed: 1 })

const facts: FieldsOf<Facts> = {
  line: record({
    state: everyOf<Line['state']>({ closed: 1, opening: 1, up: 1, reconnecting: 1 }),
    code: optional(nullable(lineFailure)),
    since: optional(number),
    attempt: optional(number),
    can: optional(list(text)),
  }),
  local: record(leg),
  remote: record({ ...leg, playUrl: text, userId: text, hasAudio: optional(flag), hasVideo: optional(flag) }),
  retries: number,
  microphone: wanted(switches.microphone),
  soundMode: wanted(switches.soundMode),
  camera: wanted(switches.camera),
  facing: wanted(switches.facing),
  quality: record({ local: number, remote: number, advice }),
  interruption: nullable(record({ reason, since: number })),
  held: flag,
}
const placed: FieldsOf<Placed> = { ...facts, callId: text, channelId: text, media, startedAt: time }
const connected: FieldsOf<Connected> = {
  ...placed,
  sessionId: text,
  room: nullable(room),
  acceptedAt: nullable(number),
}

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

const PHASES: { readonly [Name in Phase]: FieldsOf<Extract<Session, { phase: Name }>> } = {
  idle: facts,
  dialling: { ...placed, context: optional(text), awaiting: everyOf<Dialling['awaiting']>({ phone: 1, answer: 1 }) },
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
