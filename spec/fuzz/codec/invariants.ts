/** What holds for every frame, whatever is in it. Each says what is wrong, or nothing. */
import { reduce } from '../../../lib/call/step'
import { idle, type Session } from '../../../lib/call/session'
import { decode, type Incoming } from '../../../lib/link/codec'
import { about, callIdOf } from '../call/alphabet'

type FrameInvariant = (frame: string, incoming: Incoming) => string | undefined

const KNOWN_TYPES =
  /^(call\/(started|refused|ivr|queued|ringing|accepted|held|room|aside|ended)|link\/(welcome|ack|goAway|invalid))$/

const namesAKnownType: FrameInvariant = (_, { type }) =>
  KNOWN_TYPES.test(type) || /^(heartbeat|unknown|invalid)$/.test(type) ? undefined : `a message of type ${type}`

/** Half a character takes one sign in a frame and six in the text of its copy. */
const comesOutNoLarger: FrameInvariant = (frame, incoming) => {
  const size = JSON.stringify(incoming).length
  return size > 6 * frame.length + 200 ? `${String(frame.length)} signs became ${String(size)}` : undefined
}

const PLAIN: readonly unknown[] = [Object.prototype, Array.prototype]

/** Any trace of a name that every object has, as a name of its own or as a prototype. */
const poison = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  if (!PLAIN.includes(Object.getPrototypeOf(value))) return 'a prototype of its own'
  const name = Object.getOwnPropertyNames(value).find((own) => own in Object.prototype)
  return (
    name ??
    Object.values(value)
      .map(poison)
      .find((found) => found !== undefined)
  )
}

const poisonIsInert: FrameInvariant = (_, incoming) => {
  const found = poison(incoming) ?? Object.keys(Object.prototype)[0]
  return found ?? ('polluted' in {} ? 'every object is polluted' : undefined)
}

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const numbersAreCounts: FrameInvariant = (_, incoming) => {
  const n = 'n' in incoming ? incoming.n : null
  const seen = 'seen' in incoming ? incoming.seen : null
  return (n === null || isNumber(n)) && (seen === null || isNumber(seen))
    ? undefined
    : `numbers ${String(n)}, ${String(seen)}`
}

const say = (session: Session, letters: string): Session =>
  Array.from(letters).reduce((before, letter) => {
    const message = about(1)[letter]
    return message === undefined ? before : reduce(before, message, 1)
  }, session)

/** A session of another call, in each phase. */
const OTHERS: readonly Session[] = (() => {
  const start = { type: 'intent/startCall', callId: callIdOf(1), channelId: 'service', media: 'audio' } as const
  const dialling = reduce(idle, start, 1)
  const sessions = ['', 's', 'sq', 'sr', 'sra', 'srae'].map((letters) => say(dialling, letters))
  const renamed = sessions.map((session) => ({
    ...session,
    ...('callId' in session ? { callId: 'mine' } : {}),
    ...('sessionId' in session && session.sessionId !== null ? { sessionId: 'mine' } : {}),
  }))
  return [idle, ...(renamed as readonly Session[])]
})()

const isServerMessage = (incoming: Incoming) => incoming.type.startsWith('call/') && KNOWN_TYPES.test(incoming.type)

const othersAreUntouched: FrameInvariant = (_, incoming) => {
  if (!isServerMessage(incoming) || !('n' in incoming) || incoming.type === 'unknown' || incoming.type === 'invalid')
    return undefined
  const changed = OTHERS.find((session) => reduce(session, incoming, 2) !== session)
  return changed && `it changed a session of another call in ${changed.phase}`
}

const FRAME_INVARIANTS = {
  namesAKnownType,
  comesOutNoLarger,
  poisonIsInert,
  numbersAreCounts,
  othersAreUntouched,
} as const satisfies Readonly<Record<string, FrameInvariant>>

/** With `neverThrows` and `neverBlocks`, which are about the reading itself. */
export const FRAME_PROMISES = Object.keys(FRAME_INVARIANTS).length + 2

const read = (frame: string): Incoming => {
  try {
    return decode(frame)
  } catch (error) {
    throw new Error(`neverThrows: ${String(error)}\n    ${JSON.stringify(frame)}`, { cause: error })
  }
}

export const checkFrame = (frame: string): void => {
  const incoming = read(frame)
  for (const [name, check] of Object.entries(FRAME_INVARIANTS)) {
    const fault = check(frame, incoming)
    if (fault !== undefined) throw new Error(`${name}: ${fault}\n    ${JSON.stringify(frame)}`)
  }
}

const ROUNDS = 5

/** The quickest of some readings, in milliseconds: the others were disturbed by something else. */
export const readingMs = (frame: string): number => {
  const times = Array.from({ length: ROUNDS }, () => {
    const begin = performance.now()
    decode(frame)
    return performance.now() - begin
  })
  return Math.min(...times)
}
