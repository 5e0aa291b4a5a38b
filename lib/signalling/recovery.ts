/** What follows a lost socket: another try after a delay, or the end of the tries. PROTOCOL.md §3.5. */
import { asyncScheduler } from 'rxjs'
import type { LineEvent, LineFailure } from '../events/event'
import { LONGEST_TIMER_MS } from '../events/longest-timer'
import type { ConnectionEvent } from './connection-event'
import { type ReconnectContext, reconnectDelay, type ReconnectDelay, serverPauseMs } from './reconnect-delay'

type Closed = Extract<ConnectionEvent, { type: 'closed' }>

export interface RecoveryOptions {
  readonly delay: ReconnectDelay
  readonly random: () => number
  readonly inCall: () => boolean
}

const FINAL: Readonly<Record<number, LineFailure>> = { 4401: 'TOKEN_EXPIRED', 4403: 'NOT_ALLOWED', 4409: 'TAKEN_OVER' }

/** The limits of an opening end one sooner: a try that took longer has slept, and the line was not tried meanwhile. */
const LONGEST_TRY_MS = 15_000

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

const isPause = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_TIMER_MS

/** A function of the app's own that fails must not take the line with it. */
const safely = (delay: ReconnectDelay, context: ReconnectContext): number | null => {
  try {
    const pauseMs: unknown = delay(context)
    return pauseMs === null || isPause(pauseMs) ? pauseMs : reconnectDelay(context)
  } catch {
    return reconnectDelay(context)
  }
}

export class Recovery {
  private tries = 0
  private lostAt: number | null = null
  private upAt: number | null = null
  private triedAt: number | null = null
  private pauseMs = 0
  private hadCall = false
  private window: Pick<ReconnectContext, 'windowMs'> = {}

  constructor(private readonly options: RecoveryOptions) {}

  /** A socket is opened now: the how manieth since the loss. */
  attempt(): number {
    this.triedAt = asyncScheduler.now()
    return this.tries
  }

  /** How long the server wants to be left alone after the last loss, whatever the customer does. */
  serverPauseMs(): number {
    return this.pauseMs
  }

  /** The line is up, and the server keeps its session for `windowMs` after a loss. */
  up(windowMs: number): void {
    this.window = { windowMs }
    this.upAt = asyncScheduler.now()
    this.triedAt = null
  }

  /** The verdict on a loss, as the event that tells it. */
  lost(closed: Closed): Extract<LineEvent, { type: 'line/lost' | 'line/gaveUp' }> {
    const failure = closed.hostNotAllowed === true ? 'HOST_NOT_ALLOWED' : FINAL[closed.code]
    if (failure !== undefined) return { type: 'line/gaveUp', code: failure }
    const retryInMs = this.retryInMs(closed)
    if (retryInMs !== null) return { type: 'line/lost', reason: closed.reason, retryInMs }
    this.tries = 0
    this.lostAt = null
    return { type: 'line/gaveUp', code: 'NETWORK_LOST' }
  }

  private retryInMs(closed: Closed): number | null {
    const { delay, random, inCall } = this.options
    const now = asyncScheduler.now()
    if (this.upAt !== null && now - this.upAt >= STEADY_MS) this.tries = 0
    const hasCall = inCall()
    // The server keeps the session from each loss anew, however often the line falls. A call that was dialled meanwhile
    // has its whole time, too; and a clock that was set back makes it no longer.
    const isAnew = this.upAt !== null || (hasCall && !this.hadCall)
    if (this.lostAt === null || isAnew || now < this.lostAt) this.lostAt = now
    this.hadCall = hasCall
    this.upAt = null
    this.tries += 1
    const chance = { inCall: hasCall, random: random(), ...this.window, ...serverWord(closed) }
    const sleptMs = Math.max(0, now - (this.triedAt ?? now) - LONGEST_TRY_MS)
    const context = { attempt: this.tries, elapsedMs: Math.max(0, now - this.lostAt - sleptMs), ...chance }
    this.pauseMs = serverPauseMs(context)
    return safely(delay, context)
  }
}
