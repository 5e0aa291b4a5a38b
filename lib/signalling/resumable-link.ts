import {
  concat,
  defer,
  finalize,
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
import type { ConnectionEvent } from './connection'
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
      recovery.up()
      return { type: 'line/up', resumed: event.welcome.resumed }
    case 'message':
      return event.message
    case 'invalid':
      return { type: 'line/invalid', reason: event.reason }
    case 'closed':
      return recovery.lost(event)
  }
}

/** The pause that a loss asks for: `wake$` cuts it short, unless there is nothing to come back to. */
const pauseAfter = (event: LinkEvent, wake$: Observable<void>): Observable<unknown> | undefined => {
  if (event.type === 'line/lost') return merge(timer(event.retryInMs), wake$)
  if (event.type !== 'line/gaveUp') return undefined
  return event.code === 'NETWORK_LOST' ? wake$ : NEVER
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
      pause$ = pauseAfter(told, wake$) ?? pause$
      return told
    }),
  )
  return concat(opening$, event$).pipe(repeat({ delay: () => pause$.pipe(take(1)) }))
}

export const createLink = (options: LinkOptions): Link => {
  const {
    url,
    openSocket,
    token$,
    tokenRefused,
    random = Math.random,
    reconnectDelay: delay = reconnectDelay,
  } = options
  const chain = new SocketChain(url, openSocket)
  const wake$ = new Subject<void>()

  const line = (token: string, { inCall }: Situation): Observable<LinkEvent> =>
    defer(() => persistent(chain.connect(token), createRecovery({ delay, random, inCall }), wake$)).pipe(
      map((event) => {
        if (event.type === 'line/gaveUp' && event.code === 'LOGIN_REQUIRED') tokenRefused?.()
        return event
      }),
    )

  /** Whoever logs in next may be somebody else. */
  const loggedOut = (): Observable<LinkEvent> => {
    chain.forget()
    return of({ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' })
  }

  return {
    open: (situation) =>
      token$.pipe(
        switchMap((token) => (token === null ? loggedOut() : line(token, situation))),
        // A line that the customer has closed is over for the server too.
        finalize(() => chain.forget()),
      ),
    send: (message) => {
      if (!chain.send(message)) wake$.next()
    },
    probe: () => {
      if (!chain.probe()) wake$.next()
    },
  }
}
