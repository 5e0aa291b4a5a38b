/** When to try the line again. A user can replace the whole function. */

/** The longest that a timer counts; it takes what is longer for nothing, and fires at once. */
export const LONGEST_TIMER_MS = 2_147_483_647

export interface ReconnectContext {
  /** 1 for the first try after the loss. */
  readonly attempt: number
  /** For how long the line has been tried since it was lost; at least 0. What the phone slept does not count. */
  readonly elapsedMs: number
  /** Whether a call hangs on the line. */
  readonly inCall: boolean
  /** How long the server keeps the session of a lost line, as its last welcome said; without one it is not known. */
  readonly windowMs?: number
  /** The server was there, and too busy. */
  readonly refused?: boolean
  /** The server's word when it refused: come back after this time. */
  readonly retryAfterMs?: number
  /** The server's word when it went away: spread yourselves over this time. */
  readonly spreadMs?: number
  /** At least 0, below 1. */
  readonly random: number
}

/**
 * Milliseconds until the next try; `null` gives up. When it throws, or gives a number below 0 or above
 * 2,147,483,647, or no number, the default function stands in for that try.
 */
export type ReconnectDelay = (context: ReconnectContext) => number | null

const FIRST_STEP_MS = 500
const LONGEST_STEP_MS = 8_000
/** Before any welcome: as long as the bundled call centre keeps a session. */
const IN_CALL_WINDOW_MS = 30_000

/**
 * What the server asked for: not before this time. 0 when it said nothing. However far it spreads its clients, a call is
 * back while the server still keeps it, with half of that time left for tries that fail.
 */
export const serverPauseMs = (context: ReconnectContext): number => {
  const { retryAfterMs, spreadMs = 0, random, inCall, windowMs = IN_CALL_WINDOW_MS } = context
  return retryAfterMs ?? Math.floor(random * (inCall ? Math.min(spreadMs, windowMs / 2) : spreadMs))
}

const IDLE_WINDOW_MS = 120_000
/** Long enough for a million clients to get in one after the other; a call cannot wait so long. */
const REFUSED_SPREAD_MS = 60_000

/** Full jitter over a window that doubles. The first try is at once, unless the server was there and refused. */
const backoffMs = ({ attempt, refused, random }: ReconnectContext): number =>
  attempt === 1 && refused !== true
    ? 0
    : Math.floor(random * Math.min(LONGEST_STEP_MS, FIRST_STEP_MS * Math.pow(2, attempt - 1)))

/**
 * At once, then full jitter over a window that doubles; after a refusal not even the first try is at once, and without a
 * call it is some time within a minute. The server's own word goes before that minute, and never below the jitter: a
 * server that says "at once" each time is not hammered. In a call the tries end when the server no longer keeps the
 * session, without one after two minutes.
 */
export const reconnectDelay: ReconnectDelay = (context) => {
  const { elapsedMs, inCall, windowMs = IN_CALL_WINDOW_MS, refused, retryAfterMs, spreadMs, random } = context
  if (elapsedMs >= (inCall ? windowMs : IDLE_WINDOW_MS)) return null
  const hasWord = retryAfterMs !== undefined || spreadMs !== undefined
  if (!hasWord && refused === true && !inCall) return Math.floor(random * REFUSED_SPREAD_MS)
  return Math.max(serverPauseMs(context), backoffMs(context))
}
