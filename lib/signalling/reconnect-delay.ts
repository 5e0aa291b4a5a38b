/** When to try the line again. A user can replace the whole function. */
export interface ReconnectContext {
  /** 1 for the first try after the loss. */
  readonly attempt: number
  /** Since the line was lost. */
  readonly elapsedMs: number
  /** Whether a call hangs on the line. */
  readonly inCall: boolean
  /** The server was there, and too busy. */
  readonly refused?: boolean
  /** The server's word when it refused: come back after this time. */
  readonly retryAfterMs?: number
  /** The server's word when it went away: spread yourselves over this time. */
  readonly spreadMs?: number
  /** At least 0, below 1. */
  readonly random: number
}

/** Milliseconds until the next try; `null` gives up. */
export type ReconnectDelay = (context: ReconnectContext) => number | null

/** What the server asked for: not before this time. 0 when it said nothing. */
export const serverPauseMs = ({ retryAfterMs, spreadMs = 0, random }: ReconnectContext): number =>
  retryAfterMs ?? Math.floor(random * spreadMs)

const FIRST_STEP_MS = 500
const LONGEST_STEP_MS = 8_000
/** As long as the server keeps the session (PROTOCOL.md §3.4 leaves it to the server; the bundled one keeps 30 s). */
const IN_CALL_WINDOW_MS = 30_000
const IDLE_WINDOW_MS = 120_000
/** Long enough for a million clients to get in one after the other; a call cannot wait so long. */
const REFUSED_SPREAD_MS = 60_000

/**
 * At once, then full jitter over a window that doubles; after a refusal without a call, some time within a minute. The
 * server's own word goes before all of it.
 */
export const reconnectDelay: ReconnectDelay = (context) => {
  const { attempt, elapsedMs, inCall, refused, retryAfterMs, spreadMs, random } = context
  if (elapsedMs >= (inCall ? IN_CALL_WINDOW_MS : IDLE_WINDOW_MS)) return null
  if (retryAfterMs !== undefined || spreadMs !== undefined) return serverPauseMs(context)
  if (refused === true && !inCall) return Math.floor(random * REFUSED_SPREAD_MS)
  if (attempt === 1) return 0
  return Math.floor(random * Math.min(LONGEST_STEP_MS, FIRST_STEP_MS * Math.pow(2, attempt - 1)))
}
