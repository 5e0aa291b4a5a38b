/** What follows a lost socket: another try after a pause, or the end of the tries. PROTOCOL.md §3.5. */
import type { LineFailure } from './gateway'
import { LONGEST_TIMER_MS, type ReconnectContext, reconnectDelay, serverPauseMs } from './retry-delay'
import type { SocketClosed } from './socket'
import {
  type LinkEffect,
  type LinkState,
  type Live,
  NO_TROUBLE,
  NOTHING,
  type OpenLine,
  REST,
  type LinkStep,
} from './state'

const FINAL: Readonly<Record<number, LineFailure>> = { 4401: 'TOKEN_EXPIRED', 4403: 'NOT_ALLOWED', 4409: 'TAKEN_OVER' }
/** The close codes of a server that is too busy. */
const REFUSALS: readonly number[] = [4429, 4503]
/** An opening is given up sooner. If a try took longer, the phone slept, and that time does not count as trying. */
const LONGEST_TRY_MS = 15_000
/** A line that was up for less is still part of the same trouble: its tries go on counting. */
const STEADY_MS = 10_000

/** Nothing more comes by itself; from `wakeAt` on somebody may ask for another try. */
const gaveUp = (link: LinkState, code: LineFailure, wakeAt: number): LinkStep => [
  { ...link, line: { is: 'pause', since: link.at, retryAt: Infinity, wakeAt: Infinity } },
  [
    { do: 'tell', event: { type: 'line/gaveUp', code } },
    { do: 'next', input: { type: 'paused', wakeAt } },
  ],
]

/** The end of the tries, or the beginning of another. */
export const lost = (link: Live, closed: SocketClosed, effect: LinkEffect): LinkStep => {
  const code = closed.hostNotAllowed === true ? 'HOST_NOT_ALLOWED' : FINAL[closed.code]
  // A new log-in has come since it was opened: that one was not refused, and is tried.
  const isOld = code === 'TOKEN_EXPIRED' && link.token !== null && link.token !== link.line.token
  if (code !== undefined && !isOld) {
    const told: readonly LinkEffect[] = [effect, { do: 'tell', event: { type: 'line/gaveUp', code } }]
    return [{ ...link, line: REST }, code === 'TOKEN_EXPIRED' ? [...told, { do: 'refuseCredential' }] : told]
  }
  // Without a session that the server keeps, no free socket is waited for: whoever dials next tries again.
  if (closed.socketsTaken === true && link.trouble.windowMs === undefined) {
    const [after, told] = gaveUp(link, 'TOO_MANY_SOCKETS', link.at)
    return [after, [effect, ...told]]
  }
  return [{ ...link, line: { is: 'lost', was: link.line, closed, wakes: false } }, [effect, { do: 'askSituation' }]]
}

/** The close event of a suspended phone may never come, so the loss is told at once. */
export const give = (link: Live, code: number, reason: string): LinkStep =>
  lost(link, { type: 'closed', code, reason }, { do: 'close', code, reason })

const wordOf = (reason: string, name: string): number | undefined => {
  const value = new RegExp(`${name}=(\\d{1,9})`).exec(reason)?.[1]
  return value === undefined ? undefined : Number(value)
}

const serverWord = ({ code, reason }: SocketClosed, said: number | undefined) => {
  const retryAfterMs = wordOf(reason, 'retryAfterMs')
  const spreadMs = wordOf(reason, 'spreadMs') ?? said
  return {
    refused: REFUSALS.includes(code),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(spreadMs === undefined ? {} : { spreadMs }),
  }
}

/** What the tries were and are, with one more that has failed. */
const worse = ({ at, trouble }: LinkState, was: OpenLine, inCall: boolean): LinkState['trouble'] => {
  const wasSteady = was.welcomedAt !== null && at - was.welcomedAt >= STEADY_MS
  // The server keeps the session from each loss anew, however often the line falls; and a call that was dialled meanwhile
  // has its whole time, too.
  const isAnew = trouble.tries === 0 || was.welcomedAt !== null || (inCall && !trouble.hadCall)
  const triedMs = Math.min(at - was.openedAt, LONGEST_TRY_MS)
  return {
    tries: wasSteady ? 1 : trouble.tries + 1,
    elapsedMs: isAnew ? 0 : trouble.elapsedMs + triedMs,
    hadCall: inCall,
    windowMs: trouble.windowMs,
  }
}

/** A question to the app: how long the pause is. */
export const onSituation = (link: LinkState, inCall: boolean, random: number): LinkStep => {
  if (link.line.is !== 'lost') return [link, NOTHING]
  const { was, closed, wakes } = link.line
  const trouble = worse(link, was, inCall)
  const { tries: attempt, elapsedMs, windowMs } = trouble
  const context: ReconnectContext = {
    ...{ attempt, elapsedMs, inCall, random },
    ...(windowMs === undefined ? {} : { windowMs }),
    ...serverWord(closed, was.spreadMs),
  }
  const code = closed.socketsTaken === true ? ('TOO_MANY_SOCKETS' as const) : ('NETWORK_LOST' as const)
  const line = { is: 'deciding' as const, reason: closed.reason, code, context, wakes }
  return [{ ...link, trouble, line }, [{ do: 'askDelay', context }]]
}

const isPause = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= LONGEST_TIMER_MS

/** A function of the app's own that fails must not take the line with it: the default one stands in. */
export const onDelay = (link: LinkState, ms: unknown): LinkStep => {
  const { at, line, trouble } = link
  if (line.is !== 'deciding') return [link, NOTHING]
  const retryInMs = ms === null || isPause(ms) ? ms : reconnectDelay(line.context)
  const wakeAt = at + serverPauseMs(line.context)
  const wake: readonly LinkEffect[] = line.wakes ? [{ do: 'next', input: { type: 'probe' } }] : []
  if (retryInMs === null) {
    const anew = { ...NO_TROUBLE, hadCall: trouble.hadCall, windowMs: trouble.windowMs }
    const [after, told] = gaveUp({ ...link, trouble: anew }, line.code, wakeAt)
    return [after, told.concat(wake)]
  }
  // What is said in answer to the loss waits with the rest.
  const pause = { is: 'pause' as const, since: at, retryAt: at + retryInMs, wakeAt: Infinity }
  const told: LinkEffect = { do: 'tell', event: { type: 'line/lost', reason: line.reason, retryInMs } }
  return [{ ...link, line: pause }, [told, { do: 'next', input: { type: 'paused', wakeAt } }, ...wake]]
}
