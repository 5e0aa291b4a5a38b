/** What follows a lost socket: another try after a delay, or the end of the tries. PROTOCOL.md §3.5. */
import { asyncScheduler } from 'rxjs'
import type { LineEvent, LineFailure } from '../events/event'
import type { ConnectionEvent } from './connection-event'
import { type ReconnectContext, reconnectDelay, type ReconnectDelay, serverPauseMs } from './reconnect-delay'

type Closed = Extract<ConnectionEvent, { type: 'closed' }>

export interface RecoveryOptions {
  readonly delay: ReconnectDelay
  readonly random: () => number
  readonly inCall: () => boolean
}

export interface Recovery {
  attempt(): number
  /** How long the server wants to be left alone after the last loss, whatever the customer does. */
  serverPauseMs(): number
  /** The line is up, and the server keeps its session for `windowMs` after a loss. */
  up(windowMs: number): void
  /** The verdict on a loss, as the event that tells it. */
  lost(closed: Closed): Extract<LineEvent, { type: 'line/lost' | 'line/gaveUp' }>
}

const FINAL: Readonly<Record<number, LineFailure>> = { 4401: 'TOKEN_EXPIRED', 4403: 'NOT_ALLOWED', 4409: 'TAKEN_OVER' }

/** A line that was up for less is still part of the same trouble: its tries go on counting. */
const STEADY_MS = 10_000

/** The close codes of a server that is too busy. */
const REFUSALS: readonly number[] = [4429, 4503]

const wordOf = (reason: string, name: string): number | undefined => {
  const value = new RegExp(`${name}=(\\d{1,9})`).exec(reason)?.[1]
  return value === undefined ? undefined : Number(value)
}

const serverWord = ({ code, reason, spreadMs }: Closed) => {
  const retryAfterMs = wordOf(reason, 'retryAfterMs')
  const spread = wordOf(reason, 'spreadMs') ?? spreadMs
  return {
    refused: REFUSALS.includes(code),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(spread === undefined ? {} : { spreadMs: spread }),
  }
}

/** The longest that a timer counts; it takes what is longer for nothing. */
const LONGEST_MS = 2_147_483_647

const isPause = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= LONGEST_MS

/** A function of the app's own that fails must not take the line with it. */
const safely =
  (delay: ReconnectDelay): ReconnectDelay =>
  (context) => {
    try {
      const pauseMs: unknown = delay(context)
      return pauseMs === null || isPause(pauseMs) ? pauseMs : reconnectDelay(context)
    } catch {
      return reconnectDelay(context)
    }
  }

export const createRecovery = ({ delay, random, inCall }: RecoveryOptions): Recovery => {
  let attempt = 0
  let lostAt: number | null = null
  let upAt: number | null = null
  let pauseMs = 0
  let window: Pick<ReconnectContext, 'windowMs'> = {}
  const pauseBeforeRetry = safely(delay)
  return {
    attempt: () => attempt,
    serverPauseMs: () => pauseMs,
    up: (windowMs) => {
      window = { windowMs }
      upAt = asyncScheduler.now()
    },
    lost: (closed) => {
      const failure = closed.hostNotAllowed === true ? 'HOST_NOT_ALLOWED' : FINAL[closed.code]
      if (failure !== undefined) return { type: 'line/gaveUp', code: failure }
      const now = asyncScheduler.now()
      if (upAt !== null && now - upAt >= STEADY_MS) attempt = 0
      // The server keeps the session from each loss anew, however often the line falls.
      if (lostAt === null || upAt !== null) lostAt = now
      upAt = null
      attempt += 1
      const chance = { inCall: inCall(), random: random(), ...window, ...serverWord(closed) }
      const context = { attempt, elapsedMs: now - lostAt, ...chance }
      pauseMs = serverPauseMs(context)
      const retryInMs = pauseBeforeRetry(context)
      if (retryInMs !== null) return { type: 'line/lost', reason: closed.reason, retryInMs }
      attempt = 0
      lostAt = null
      return { type: 'line/gaveUp', code: 'NETWORK_LOST' }
    },
  }
}
