import {
  concat,
  concatMap,
  defer,
  EMPTY,
  distinctUntilChanged,
  finalize,
  forkJoin,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  repeat,
  Subject,
  switchMap,
  take,
  timer,
} from 'rxjs'
import type { LineEvent } from '../events/event'
import type { ServerMessage } from '../events/messages'
import type { ConnectionEvent } from './connection-event'
import type { Link, Situation } from './link'
import { reconnectDelay, type ReconnectDelay } from './reconnect-delay'
import { createRecovery, type Recovery } from './recovery'
import type { OpenSocket } from './socket'
import { SocketChain } from './socket-chain'

export interface LinkOptions {
  /** The address of the signalling socket, `wss://…/signalling`, asked for at each opening. */
  readonly url: () => string
  readonly openSocket: OpenSocket
  /** The credential now and after each log-in; `null`: nobody is logged in. */
  readonly token$: Observable<string | null>
  /** The server did not take the credential. */
  readonly tokenRefused?: () => void
  readonly reconnectDelay?: ReconnectDelay
  /** At least 0, below 1. Default `Math.random`. */
  readonly random?: () => number
}

type LinkEvent = LineEvent | ServerMessage

const eventOf = (recovery: Recovery, event: ConnectionEvent): LinkEvent => {
  switch (event.type) {
    case 'welcome':
      recovery.up(event.welcome.windowMs)
      return { type: 'line/up', resumed: event.welcome.resumed }
    case 'message':
      return event.message
    case 'invalid':
      return { type: 'line/invalid', reason: event.reason }
    case 'closed':
      return recovery.lost(event)
  }
}

/**
 * The pause that a loss asks for. `wake$` cuts it short, but never what the server asked for (PROTOCOL.md §3.5), and not
 * when there is nothing to come back to.
 */
const pauseAfter = (
  event: LinkEvent,
  wake$: Observable<void>,
  serverPauseMs: number,
): Observable<unknown> | undefined => {
  const woken$ = serverPauseMs === 0 ? wake$ : forkJoin([wake$.pipe(take(1)), timer(serverPauseMs)])
  if (event.type === 'line/lost') return merge(timer(event.retryInMs), woken$)
  if (event.type !== 'line/gaveUp') return undefined
  return event.code === 'NETWORK_LOST' ? woken$ : NEVER
}

/** Opens `connection$` again after each loss. */
const persistent = (
  connection$: Observable<ConnectionEvent>,
  recovery: Recovery,
  wake$: Observable<void>,
): Observable<LinkEvent> => {
  let pause$: Observable<unknown> = NEVER
  const opening$ = defer(() => of<LinkEvent>({ type: 'line/opening', attempt: recovery.attempt() }))
  const event$ = connection$.pipe(
    map((event) => {
      const told = eventOf(recovery, event)
      pause$ = pauseAfter(told, wake$, recovery.serverPauseMs()) ?? pause$
      return told
    }),
  )
  return concat(opening$, event$).pipe(repeat({ delay: () => pause$.pipe(take(1)) }))
}

/** The line, from one log-in to the next. */
const lineOf = (
  options: LinkOptions,
  chain: SocketChain,
  wake$: Observable<void>,
  { inCall }: Situation,
): Observable<LinkEvent> => {
  const { token$, tokenRefused, random = Math.random, reconnectDelay: delay = reconnectDelay } = options
  let credential: string | null = null
  let hasGivenUp = false

  /** After the event that says so: dropping the log-in takes this line away. */
  const refused$ = defer(() => {
    tokenRefused?.()
    return EMPTY
  })

  const line$ = defer(() =>
    persistent(
      chain.connect(() => credential ?? ''),
      createRecovery({ delay, random, inCall }),
      wake$,
    ),
  ).pipe(
    concatMap((event) => {
      hasGivenUp = event.type === 'line/gaveUp'
      return event.type === 'line/gaveUp' && event.code === 'TOKEN_EXPIRED' ? concat(of(event), refused$) : of(event)
    }),
  )

  /** Whoever logs in next may be somebody else. */
  const loggedOut$ = defer(() => {
    chain.forget()
    return of<LinkEvent>({ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' })
  })

  return token$.pipe(
    map((token) => (credential = token)),
    // A line that works, or is on its way back, is not touched: it opens with the new credential the next time.
    distinctUntilChanged((before, now) => before !== null && now !== null && !hasGivenUp),
    switchMap((token) => (token === null ? loggedOut$ : line$)),
  )
}

export const createLink = (options: LinkOptions): Link => {
  const chain = new SocketChain(options.url, options.openSocket)
  const wake$ = new Subject<void>()
  return {
    // A line that the customer has closed is over for the server too.
    open: (situation) => lineOf(options, chain, wake$, situation).pipe(finalize(() => chain.forget())),
    send: (message) => {
      if (!chain.send(message)) wake$.next()
    },
    probe: () => {
      if (!chain.probe()) wake$.next()
    },
  }
}
