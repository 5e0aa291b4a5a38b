/** A page's line to the centre: the link of a customer (PROTOCOL.md §3), as long as somebody subscribes. */
import { type Observable, Subject, defer, fromEvent, ignoreElements, merge, NEVER, of, tap } from 'rxjs'
import {
  createLink,
  type Dialect,
  type LineEvent,
  type LinkMessage,
  type OpenSocket,
  reconnectDelay,
  type ReconnectDelay,
  type SocketEvent,
} from 'tccc-wx-sdk/call'
import { socketAt } from './page'

/** The third step is two seconds long: an agent waits for the line, and one desk is no storm. */
const LONGEST_STEP = 3

/** A page that is open goes on trying, however long it takes. */
const forEver: ReconnectDelay = (context) =>
  reconnectDelay({ ...context, attempt: Math.min(context.attempt, LONGEST_STEP), elapsedMs: 0 })

const openBrowserSocket: OpenSocket = (url, protocols) => {
  const event$ = new Subject<SocketEvent>()
  const socket = new WebSocket(url, [...protocols])
  socket.onopen = () => {
    event$.next({ type: 'open' })
  }
  socket.onmessage = ({ data }) => {
    if (typeof data === 'string') event$.next({ type: 'frame', frame: data })
  }
  socket.onclose = ({ code, reason }) => {
    event$.next({ type: 'closed', code, reason })
    event$.complete()
  }
  return {
    event$,
    send: (frame) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame)
    },
    close: (code, reason) => {
      socket.close(code, reason)
    },
  }
}

/** What may have happened to the line while nobody looked: the page was frozen, the machine slept, the network changed. */
const wake$ = defer(() =>
  merge(
    fromEvent(window, 'online'),
    fromEvent(window, 'focus'),
    fromEvent(window, 'pageshow'),
    fromEvent(document, 'visibilitychange'),
    fromEvent(document, 'resume'),
  ),
)

export interface PageLineOptions<Said extends LinkMessage, Heard extends LinkMessage> {
  /** The path of the door, as `/seat`. */
  readonly path: string
  readonly dialect: Dialect<Said, Heard>
  /** What goes out; while the line is lost it waits, and is delivered once. */
  readonly said$: Observable<Said>
}

export const pageLine = <Said extends LinkMessage, Heard extends LinkMessage>({
  path,
  dialect,
  said$,
}: PageLineOptions<Said, Heard>): Observable<Heard | LineEvent> =>
  defer(() => {
    const link = createLink<Said, Heard>({
      url: () => socketAt(path),
      openSocket: openBrowserSocket,
      // Who sits here is said over the line.
      token$: merge(of(''), NEVER),
      reconnectDelay: forEver,
      dialect,
    })
    const sending$ = said$.pipe(
      tap((message) => {
        link.send(message)
      }),
    )
    const waking$ = wake$.pipe(
      tap(() => {
        link.probe()
      }),
    )
    return merge(link.open({ inCall: () => true }), merge(sending$, waking$).pipe(ignoreElements()))
  })
