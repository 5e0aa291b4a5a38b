/**
 * What a link does about each thing that happens: (link, input) → (link, effects). Each row stands under the paragraph of
 * PROTOCOL.md §3 that it keeps. Nothing here reads a clock, draws a number or calls anybody.
 */
import { armed, deadAt, isOverdue } from './alarm'
import { give, lost, onDelay, onSituation } from './closing'
import { encodeAck, encodeHeartbeat, type Incoming } from './codec'
import type { LinkMessage } from './messages'
import { answered, covered, numbered, restarted, waiting } from './numbers'
import { leave, onToken, open, openAfresh } from './opening'
import {
  type LinkEffect,
  type Input,
  type Kept,
  type LinkEvent,
  type LinkState,
  type Live,
  type Moment,
  NOTHING,
  type OpenLine,
  type Pulse,
  type LinkLine,
  type Said,
  type LinkStep,
} from './state'

/** A round trip that people notice in a menu or a queue. */
const SLOW_MS = 1_500
const BEFORE_WELCOME: readonly Incoming<LinkMessage>['type'][] = ['link/welcome', 'link/goAway', 'link/invalid']

// Steps and their parts

const isLive = (link: LinkState): link is Live => link.line.is === 'open'

/** Written out: spread, the copies cost more than all else that is done about a frame. */
const withPulse = <Now extends LinkLine>(link: LinkState<Now>, pulse: Pulse): LinkState<Now> => ({
  at: pulse.at,
  aheadMs: pulse.aheadMs,
  heardAt: pulse.heardAt,
  seen: pulse.seen,
  alarmAt: pulse.alarmAt,
  outbox: link.outbox,
  line: link.line,
  linkId: link.linkId,
  token: link.token,
  sockets: link.sockets,
  trouble: link.trouble,
})

const withLine = (link: Live, changes: Partial<OpenLine>): Live => ({
  ...link,
  line: { ...link.line, ...changes },
})

const tell = (event: LinkEvent): LinkEffect => ({ do: 'tell', event })

const stay = <Link extends LinkState>(link: Link): LinkStep<Link> => [link, NOTHING]

/** One row after the other, with the effects of both. */
const then = <Link extends LinkState, After extends LinkState>(
  [link, effects]: LinkStep<Link>,
  next: (link: Link) => LinkStep<After>,
): LinkStep<After> => {
  const [after, more] = next(link)
  return [after, effects.concat(more)]
}

// §3.2 Numbers and acknowledgement

/** In order, each once; a gap means that the line has lost something. What is taken is acknowledged, again if need be. */
const take = (link: Live, n: number | null, message?: LinkMessage, answers: string | null = null): LinkStep => {
  if (n === null) return stay(link)
  if (n > link.seen + 1) return give(link, 4400, 'a number is missing')
  if (n <= link.seen) return acknowledged(link, [])
  const { at, aheadMs, heardAt, alarmAt } = link
  const taken = withPulse(link, { at, aheadMs, heardAt, alarmAt, seen: n })
  return acknowledged(answers === null ? taken : answered(taken, answers), message === undefined ? [] : [tell(message)])
}

const acknowledged = (link: Live, effects: LinkEffect[]): LinkStep => {
  const [after, up] = synced(link, link.seen, true)
  effects.push(...up)
  if (link.line.ready) effects.push({ do: 'send', frame: encodeAck(link.seen) })
  return [after, effects]
}

const onSend = (before: LinkState, said: Said): LinkStep => {
  const { asks } = said
  // A call begins over a line of the log-in of now: whoever has logged in since it was opened may be somebody else.
  if (asks !== null && isLive(before) && before.line.token !== before.token) {
    return then(openAfresh(before), (link) => onSend(link, said))
  }
  // What still waits here is not queued again: a call asks for itself whenever the link is another.
  const isWaiting = waiting(before, asks) !== undefined
  const link = isWaiting ? before : numbered(before, said)
  if (!isLive(link)) return wake(link)
  return isWaiting ? stay(link) : write(link, link.outbox.unacked.slice(-1).map(frameOf))
}

const frameOf = ({ message }: Kept): string => JSON.stringify(message)

// §3.3 Heartbeat

/** What is said into a silence that is too long is followed by a question. */
const write = (link: Live, frames: readonly string[]): LinkStep<Live> => {
  if (!link.line.ready || frames.length === 0) return stay(link)
  const sent: LinkStep<Live> = [link, frames.map((frame) => ({ do: 'send', frame }))]
  return isOverdue(link) && link.line.probedAt === null ? then(sent, ask) : sent
}

const beat = (link: Live): LinkStep<Live> => {
  const { at, seen, outbox, line } = link
  const beatAt = at + line.heartbeatMs
  const beaten = withLine(link, { askedAt: line.askedAt ?? at, beatAt, sentBeforeBeat: outbox.sent })
  return write(beaten, [encodeHeartbeat(seen)])
}

/** Patience is short until something comes. */
const ask = (link: Live): LinkStep<Live> => beat(withLine(link, { probedAt: link.line.probedAt ?? link.at }))

/** A socket that stays silent is dead, whatever it says of itself. One that still opens has a limit of its own. */
const probe = (link: Live): LinkStep => {
  if (link.line.ready) return ask(link)
  return isOverdue(link) ? then(give(link, 4408, 'silent'), wake) : stay(link)
}

/** The server answers each heartbeat at once. A socket keeps the order, so what was sent before it was lost. */
const onHeartbeat = (link: Live, seen: number): LinkStep<Live> => {
  const known = covered(link, seen)
  const { sentBeforeBeat, askedAt, missedUpTo } = link.line
  const again = seen < sentBeforeBeat ? flush(known) : stay(known)
  if (askedAt === null && missedUpTo === null) return again
  return then(
    then(again, (after) => measured(after, askedAt)),
    (after) => synced(after, Infinity, true),
  )
}

const measured = (link: Live, askedAt: number | null): LinkStep<Live> => {
  if (askedAt === null) return stay(link)
  const slow = link.at - askedAt > SLOW_MS
  const after = withLine(link, { askedAt: null, slow })
  return slow === link.line.slow ? stay(after) : [after, [tell({ type: 'line/slow', slow })]]
}

// §3.4 Resuming

const flush = (link: Live): LinkStep<Live> => write(withLine(link, { ready: true }), link.outbox.unacked.map(frameOf))

/** Told once, when what was missed has come: a socket keeps the order, so after a heartbeat nothing of it will. */
const synced = (link: Live, seen: number, resumed: boolean): LinkStep<Live> => {
  const { missedUpTo } = link.line
  if (missedUpTo === null || seen < missedUpTo) return stay(link)
  const { can } = link.line
  const up: LinkEvent = { type: 'line/up', resumed, ...(can === undefined ? {} : { can }) }
  return [withLine(link, { missedUpTo: null }), [tell(up)]]
}

const onWelcome = (
  before: Live,
  welcome: Extract<Incoming<LinkMessage>, { readonly type: 'link/welcome' }>,
): LinkStep => {
  const { at, line } = before
  if (line.welcomedAt !== null) return stay(before)
  const { linkId, resumed, seen, sent = 0, heartbeatMs, windowMs, can } = welcome
  const known = covered(line.resuming && !resumed ? restarted(before) : before, seen)
  const trouble = { ...known.trouble, windowMs }
  const named: Live = { ...known, linkId, trouble }
  const missedUpTo = resumed ? sent : 0
  const link = withLine(named, { welcomedAt: at, heartbeatMs, beatAt: at + heartbeatMs, missedUpTo, can })
  const up = synced(link, link.seen, resumed)
  return line.resuming ? then(up, flush) : up
}

// §3.5 Closing is in closing.ts, as §3.1, opening, is in opening.ts. A pause is cut short, but never what the server asked for.

const wake = (link: LinkState): LinkStep => {
  const { at, line } = link
  if (line.is === 'lost' || line.is === 'deciding') return stay({ ...link, line: { ...line, wakes: true } })
  if (line.is !== 'pause') return stay(link)
  if (line.wakeAt <= at) return open(link)
  return stay(line.wakeAt < line.retryAt ? { ...link, line: { ...line, retryAt: line.wakeAt } } : link)
}

// §3.6 Invalid frames, and all others

/** Numbers mean nothing before the welcome has named their link. */
const onFrame = (before: Live, { incoming, answers }: Extract<Input, { readonly type: 'frame' }>): LinkStep => {
  const link = before.line.probedAt === null ? before : withLine(before, { probedAt: null })
  if (incoming.type === 'unreadable') return give(link, 1009, 'the frame is too long')
  if (link.line.welcomedAt === null && !BEFORE_WELCOME.includes(incoming.type)) return stay(link)
  switch (incoming.type) {
    case 'heartbeat':
      return onHeartbeat(link, incoming.seen)
    case 'link/ack':
      return stay(covered(link, incoming.seen))
    case 'link/welcome':
      return onWelcome(link, incoming)
    case 'link/goAway':
      return stay(withLine(link, { spreadMs: incoming.spreadMs }))
    case 'link/invalid':
      return [link, [tell({ type: 'line/invalid', reason: incoming.reason })]]
    case 'invalid':
      // Taken all the same: a message that cannot be mended would come again for ever.
      return then([link, [tell({ type: 'line/invalid', reason: incoming.reason })]], () => take(link, incoming.n))
    case 'unknown':
      return take(link, incoming.n)
    default:
      return take(link, incoming.n, incoming, answers)
  }
}

// What happens, and when

/** On a new link no round trip is lost; on one that goes on, what the server lacks is known with the welcome. */
const onOpened = (link: Live): LinkStep => (link.line.resuming ? stay(link) : flush(link))

const onSocket = (link: LinkState, input: Extract<Input, { readonly id: number }>): LinkStep => {
  if (!isLive(link) || link.line.id !== input.id) return stay(link)
  switch (input.type) {
    case 'opened':
      return onOpened(link)
    case 'frame':
      return onFrame(link, input)
    case 'closed':
      return lost(link, input.closed, { do: 'release' })
  }
}

const onAlarm = (link: LinkState): LinkStep => {
  const { at, line } = link
  if (line.is === 'pause') return at >= line.retryAt ? open(link) : stay(link)
  if (!isLive(link)) return stay(link)
  const dead = deadAt(link)
  if (link.line.beatAt < dead) return at >= link.line.beatAt ? beat(link) : stay(link)
  return at >= dead ? give(link, 4408, 'silent') : stay(link)
}

const row = (link: LinkState, input: Input): LinkStep => {
  switch (input.type) {
    case 'token':
      return onToken(link, input.token)
    case 'loggedOut':
      return link.token === null ? leave(link) : stay(link)
    case 'send':
      return onSend(link, input.said)
    case 'probe':
      return isLive(link) ? probe(link) : wake(link)
    case 'opened':
    case 'frame':
    case 'closed':
      return onSocket(link, input)
    case 'alarm':
      return onAlarm(link)
    case 'delay':
      return onDelay(link, input.ms)
    case 'situation':
      return onSituation(link, input.inCall, input.random)
    case 'paused':
      return stay(link.line.is === 'pause' ? { ...link, line: { ...link.line, wakeAt: input.wakeAt } } : link)
  }
}

/**
 * A clock that was set back stands still for the link, and no wait becomes longer; one that rings has waited, whatever the
 * clock says.
 */
const timed = (link: LinkState, input: Input, now: number): LinkState => {
  const rings = input.type === 'alarm' && link.alarmAt < Infinity
  const at = Math.max(link.at, now + link.aheadMs, rings ? link.alarmAt : 0)
  const isHeard = input.type === 'frame' && isLive(link) && link.line.id === input.id
  return withPulse(link, {
    at,
    aheadMs: Math.max(link.aheadMs, at - now),
    heardAt: isHeard ? at : link.heardAt,
    seen: link.seen,
    alarmAt: rings ? Infinity : link.alarmAt,
  })
}

export const step = (before: LinkState, { input, now }: Moment): LinkStep => {
  const done = row(timed(before, input, now), input)
  // Most frames only put the alarm off: it is set anew when it rings.
  const isPutOff = input.type === 'frame' && done[0].line === before.line
  return isPutOff ? done : armed(done)
}
