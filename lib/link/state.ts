/** All that a link knows, as one value; what can happen to it; and what it does about it. PROTOCOL.md §3. */
import type { Incoming } from './codec'
import type { LineEvent, LineFailure } from './gateway'
import type { LinkMessage, Numbered } from './messages'
import type { ReconnectContext } from './retry-delay'
import type { SocketClosed } from './socket'

export type LinkEvent = LineEvent | LinkMessage

/** A message, and what the dialect says of it. */
export interface Said {
  readonly message: LinkMessage
  /** What it asks for: while it waits, it is not queued again. */
  readonly asks: string | null
  /** Whether it still counts on a new link. */
  readonly outlivesLink: boolean
}

export interface Kept extends Said {
  readonly message: Numbered<LinkMessage>
}

/** §3.2: how many numbers were given, and what of it the server has not acknowledged, in order. */
export interface Outbox {
  readonly sent: number
  readonly unacked: readonly Kept[]
}

/** A socket, from its opening to its loss. */
export interface OpenLine {
  readonly is: 'open'
  readonly id: number
  /** The credential that it was opened with. */
  readonly token: string
  readonly resuming: boolean
  /** Whether messages may go out. */
  readonly ready: boolean
  readonly openedAt: number
  readonly welcomedAt: number | null
  /** Infinity before the welcome. */
  readonly heartbeatMs: number
  readonly beatAt: number
  /** When a sign of life was asked for that has not come. */
  readonly probedAt: number | null
  /** When a heartbeat went out that has not been answered. */
  readonly askedAt: number | null
  readonly sentBeforeBeat: number
  readonly slow: boolean
  /** The last number of what was sent while the line was lost; `null`: it has been told, or no welcome has come. */
  readonly missedUpTo: number | null
  /** What the server can do, if it has said. */
  readonly can: readonly string[] | undefined
  /** What the server said before it goes away. */
  readonly spreadMs: number | undefined
}

export type LinkLine =
  | OpenLine
  /** Whether a call hangs on the line is asked; `wakes`: somebody has asked for the line already. */
  | { readonly is: 'lost'; readonly was: OpenLine; readonly closed: SocketClosed; readonly wakes: boolean }
  /** How long to wait is asked; `code` is what is said when there will be no other try. */
  | {
      readonly is: 'deciding'
      readonly reason: string
      readonly code: LineFailure
      readonly context: ReconnectContext
      readonly wakes: boolean
    }
  /** Between two sockets. A line that was given up has no `retryAt`: it waits for somebody to wake it. */
  | { readonly is: 'pause'; readonly since: number; readonly retryAt: number; readonly wakeAt: number }
  /** Nothing is begun before a log-in. */
  | { readonly is: 'rest' }

/** §3.5: how the tries have gone since the line was last steady. */
export interface Trouble {
  readonly tries: number
  /** For how long the line was tried in vain; what the phone slept meanwhile does not count. */
  readonly elapsedMs: number
  readonly hadCall: boolean
  /** As the last welcome said. */
  readonly windowMs: number | undefined
}

/** What a frame changes. */
export interface Pulse {
  /** The time of the link: it never goes back. */
  readonly at: number
  /** How far it is ahead of the clock: as far as the clock was set back. */
  readonly aheadMs: number
  readonly heardAt: number
  /** The last server number that was taken. */
  readonly seen: number
  /** For when the alarm is set. */
  readonly alarmAt: number
}

export interface LinkState<Now extends LinkLine = LinkLine> extends Pulse {
  readonly outbox: Outbox
  readonly line: Now
  readonly linkId: string | null
  readonly token: string | null
  /** How many sockets there were. */
  readonly sockets: number
  readonly trouble: Trouble
}

export type Live = LinkState<OpenLine>

export type Input =
  | { readonly type: 'token'; readonly token: string | null }
  | { readonly type: 'send'; readonly said: Said }
  | { readonly type: 'probe' }
  | { readonly type: 'opened'; readonly id: number }
  | { readonly type: 'closed'; readonly id: number; readonly closed: SocketClosed }
  /** `answers`: the name of what the message answers. */
  | {
      readonly type: 'frame'
      readonly id: number
      readonly incoming: Incoming<LinkMessage>
      readonly answers: string | null
    }
  | { readonly type: 'alarm' }
  /** What counts when a line is lost: whether a call hangs on it, and a number of chance, at least 0, below 1. */
  | { readonly type: 'situation'; readonly inCall: boolean; readonly random: number }
  /** What the app's own function says about a pause, whatever that is. */
  | { readonly type: 'delay'; readonly ms: unknown }
  /** Whoever listens has heard of the loss: from `wakeAt` on, what is said may open the next socket. */
  | { readonly type: 'paused'; readonly wakeAt: number }
  /** Whoever listens has heard that nobody is logged in, and has said over the line what was to be said. */
  | { readonly type: 'loggedOut' }

/** What happens, and when. */
export interface Moment {
  readonly input: Input
  /** Milliseconds of a clock. */
  readonly now: number
}

export type LinkEffect =
  | { readonly do: 'tell'; readonly event: LinkEvent }
  | { readonly do: 'open'; readonly id: number; readonly protocols: readonly string[] }
  | { readonly do: 'send'; readonly frame: string }
  | { readonly do: 'close'; readonly code: number; readonly reason: string }
  /** The socket has closed by itself. */
  | { readonly do: 'release' }
  /** Sets the alarm anew; Infinity: none. */
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'askSituation' }
  | { readonly do: 'askDelay'; readonly context: ReconnectContext }
  | { readonly do: 'refuseCredential' }
  /** Happens when all that was told before has had its effect. */
  | { readonly do: 'next'; readonly input: Input }

export type LinkStep<Link extends LinkState = LinkState> = readonly [Link, readonly LinkEffect[]]

/** Most that happens has no effect. */
export const NOTHING: readonly LinkEffect[] = []
export const EMPTY_OUTBOX: Outbox = { sent: 0, unacked: [] }
export const NO_TROUBLE: Trouble = { tries: 0, elapsedMs: 0, hadCall: false, windowMs: undefined }
export const REST: LinkLine = { is: 'rest' }

export const AT_REST: LinkState = {
  at: 0,
  aheadMs: 0,
  heardAt: 0,
  seen: 0,
  outbox: EMPTY_OUTBOX,
  alarmAt: Infinity,
  line: REST,
  linkId: null,
  token: null,
  sockets: 0,
  trouble: NO_TROUBLE,
}
