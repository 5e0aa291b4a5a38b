import { concat, defer, finalize, map, merge, NEVER, Observable, of, repeat, Subject, switchMap, take, tap, timer } from 'rxjs'
import type { LineEvent } from '../events/event'
import type { ServerMessage } from '../events/messages'
import { Connection, type ConnectionEvent } from './connection'
import type { Link, Situation } from './link'
import { SUB_PROTOCOL } from './messages'
import { reconnectDelay, type ReconnectDelay } from './reconnect-delay'
import { createRecovery, type Recovery } from './recovery'
import { createSequence } from './sequence'
import type { OpenSocket } from './socket'

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

export const createLink = (options: LinkOptions): Link => {
  const { url, openSocket, token$, tokenRefused, random = Math.random, reconnectDelay: delay = reconnectDelay } = options
  let sequence = createSequence()
  const wake$ = new Subject<void>()
  let linkId: string | null = null
  let live: Connection | null = null

  /** A line that the customer has closed is over for the server too. */
  const forget = () => {
    sequence = createSequence()
    linkId = null
  }

  const protocols = (token: string): readonly string[] => [
    SUB_PROTOCOL,
    `token.${token}`,
    ...(linkId === null ? [] : [`resume.${linkId}.${String(sequence.seen())}`]),
  ]

  const connection = (token: string): Observable<ConnectionEvent> =>
    new Observable((out) => {
      const connected = new Connection(openSocket(url(), protocols(token)), sequence, linkId !== null, out)
      live = connected
      const listening = connected.listen()
      listening.add(() => {
        if (live === connected) live = null
      })
      return listening
    })

  const eventOf = (recovery: Recovery, event: ConnectionEvent): LinkEvent => {
    switch (event.type) {
      case 'welcome':
        linkId = event.welcome.linkId
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

  const line = (token: string, situation: Situation): Observable<LinkEvent> =>
    defer(() => {
      const recovery = createRecovery({ delay, random, inCall: situation.inCall })
      let pause$: Observable<unknown> = NEVER
      const opening$ = defer(() => of<LinkEvent>({ type: 'line/opening', attempt: recovery.attempt() }))
      const events$ = defer(() => connection(token)).pipe(map((event) => eventOf(recovery, event)))
      const told$ = events$.pipe(
        tap((event) => {
          if (event.type === 'line/lost') pause$ = merge(timer(event.retryInMs), wake$)
          if (event.type === 'line/gaveUp') pause$ = event.code === 'NETWORK_LOST' ? wake$ : NEVER
          if (event.type === 'line/gaveUp' && event.code === 'LOGIN_REQUIRED') tokenRefused?.()
        }),
      )
      return concat(opening$, told$).pipe(repeat({ delay: () => pause$.pipe(take(1)) }))
    })

  return {
    open: (situation) =>
      token$.pipe(
        switchMap((token) => {
          if (token === null) return of<LinkEvent>({ type: 'line/gaveUp', code: 'LOGIN_REQUIRED' })
          return line(token, situation)
        }),
        finalize(forget),
      ),
    send: (message) => {
      const frame = JSON.stringify(sequence.number(message))
      if (live === null) wake$.next()
      else live.send(frame)
    },
    probe: () => {
      if (live === null) wake$.next()
      else live.probe()
    },
  }
}
