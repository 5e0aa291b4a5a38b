/** What holds between the two sides of a line, whatever the network does. */
import type { ServerMessage } from '../../../lib/link/messages'
import { isConnected, isRunning } from '../../../lib/call/session'
import { CALL_INVARIANTS } from '../call/invariants'
import type { Invariant } from '../trace'
import type { WireTrace } from './play-wire'

type WireInvariant = Invariant<WireTrace>

/** Without the number, and with the keys in order: the codec keeps neither the order nor what it does not know. */
const text = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'n') return undefined
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
  })

/** What the client took, link by link. */
const takenByClient = ({ transitions }: WireTrace): readonly (readonly ServerMessage[])[] => {
  const taken: ServerMessage[][] = []
  for (const { event } of transitions) {
    if (event.type === 'line/up' && !event.resumed) taken.push([])
    if (event.type.startsWith('call/')) taken.at(-1)?.push(event as ServerMessage)
  }
  return taken
}

const beginsWith = (whole: readonly unknown[], part: readonly unknown[]): boolean =>
  part.length <= whole.length && text(whole.slice(0, part.length)) === text(part)

const eachMessageTakesEffectOnceAndInOrder: WireInvariant = (trace) => {
  let from = 0
  for (const taken of takenByClient(trace)) {
    // A link whose welcome never arrived stays unknown to the client.
    const at = trace.links.findIndex(({ sent }, index) => index >= from && beginsWith(sent, taken))
    if (at < 0) return `the client took ${text(taken.map(({ type }) => type))}, which no link has sent so`
    from = at + 1
  }
  return undefined
}

/** The first place where `part` is not a part of `whole` in the order of `whole`. */
const stray = (whole: readonly string[], part: readonly string[]): string | undefined => {
  let next = 0
  return part.find((item) => {
    const at = whole.indexOf(item, next)
    next = at + 1
    return at < 0
  })
}

const isIdempotent = (message: string): boolean => /"call\/(start|hangUp)"/.test(message)

const serverTakesEachOnceAndInOrder: WireInvariant = ({ links, sent }) => {
  const said = sent.map(({ message }) => text(message))
  const taken = links.flatMap((link) => link.taken).map(text)
  const first = taken.filter((message, index) => !isIdempotent(message) || taken.indexOf(message) === index)
  const fault = stray(said, first)
  return fault === undefined ? undefined : `the server took ${fault} twice, or out of order`
}

const noLinkTakesTwice: WireInvariant = ({ links, sent }) => {
  const said = sent.map(({ message }) => text(message))
  const fault = links.map(({ taken }) => stray(said, taken.map(text))).find((found) => found !== undefined)
  return fault === undefined ? undefined : `one link took ${fault} twice, or out of order`
}

const allArrivesOnALinkThatLives: WireInvariant = ({ links, sent, transitions, atRest }) => {
  const [only, ...others] = links
  const left = transitions.some(({ event }) => event.type === 'line/closed' && event !== transitions.at(-1)?.event)
  if (only === undefined || others.length > 0 || left || atRest.session.line.state !== 'up') return undefined
  const said = sent.filter(({ transition }) => transition < transitions.length - 2).map(({ message }) => text(message))
  return text(only.taken.slice(0, said.length).map(text)) === text(said)
    ? undefined
    : `sent ${text(said)}, but the server took ${text(only.taken)}`
}

const clientKeepsTheProtocol: WireInvariant = ({ complaints }) => complaints[0]

const oneSocketAtATime: WireInvariant = ({ sockets }) =>
  sockets.most > 1 ? `${String(sockets.most)} sockets at once` : undefined

const MOST_IN_TEN_SECONDS = 40

const noStorm: WireInvariant = ({ sockets }) => {
  const { times } = sockets
  const crowd = times.findIndex((at, index) => (times[index + MOST_IN_TEN_SECONDS] ?? Infinity) - at < 10_000)
  return crowd < 0 ? undefined : `more than ${String(MOST_IN_TEN_SECONDS)} openings in ten seconds`
}

/** A bit less than the window in which the server keeps the session of a line that is lost. */
const WINDOW_MS = 29_000

const noCallIsGivenUpEarly: WireInvariant = ({ transitions }) => {
  let upAt = -Infinity
  for (const { event, from, to, at } of transitions) {
    const isGivenUp = event.type === 'line/gaveUp' && event.code === 'NETWORK_LOST' && isConnected(from)
    if (isGivenUp && at - upAt < WINDOW_MS) return `a call was given up ${String(at - upAt)} ms after its line was up`
    if (from.line.state === 'up' || to.line.state === 'up') upAt = at
  }
  return undefined
}

/** Only for a line that came back; one that is refused for good has no server to agree with. */
const bothSidesAgreeAtRest: WireInvariant = ({ atRest: { session, running } }) => {
  if (session.line.state !== 'up') {
    const final = session.line.state === 'closed' && session.line.code !== 'NETWORK_LOST'
    return final ? undefined : `the network is good, but the line is ${session.line.state}`
  }
  if (session.phase === 'dialling') return 'the customer dials for ever'
  const mine = isRunning(session) ? session.sessionId : null
  const theirs = running?.sessionId ?? null
  return mine === theirs ? undefined : `the client is in ${String(mine)}, the server in ${String(theirs)}`
}

export const WIRE_INVARIANTS = {
  ...CALL_INVARIANTS,
  eachMessageTakesEffectOnceAndInOrder,
  serverTakesEachOnceAndInOrder,
  noLinkTakesTwice,
  allArrivesOnALinkThatLives,
  clientKeepsTheProtocol,
  oneSocketAtATime,
  noStorm,
  noCallIsGivenUpEarly,
  bothSidesAgreeAtRest,
} as const satisfies Readonly<Record<string, WireInvariant>>
