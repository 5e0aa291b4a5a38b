import { Observable, Subject } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../signalling/socket'
import { type SocketTask, theWx } from './wx'

const OPEN_MS = 10_000
const DONE = 1000
const VANISHED = 1006

/** A close event has a code and a reason, a failure has words. */
interface Ending {
  readonly code?: number
  readonly reason?: string
  readonly errMsg?: string
}

/**
 * A socket over `wx.connectSocket`, opened when it is listened to, so that even a failure at once is heard. On iOS a
 * close may never be reported: the link above asks for signs of life. A close is refused while the socket opens, so
 * it is asked for again once it has opened.
 */
export const openWxSocket: OpenSocket = (url, protocols) => {
  const told$ = new Subject<SocketEvent>()
  let task: SocketTask | undefined
  let open = false
  let closing = false
  const ended = ({ code = VANISHED, reason = '', errMsg = reason }: Ending) => {
    open = false
    told$.next({ type: 'closed', code, reason: errMsg })
    told$.complete()
  }
  const close = (code: number, reason: string) => {
    open = false
    closing = true
    told$.complete()
    task?.close({ code, reason })
  }
  const event$ = new Observable<SocketEvent>((subscriber) => {
    subscriber.add(told$.subscribe(subscriber))
    task = theWx().connectSocket({ url, protocols, tcpNoDelay: true, timeout: OPEN_MS, fail: ended })
    task.onOpen(() => {
      open = !closing
      if (closing) close(DONE, 'done')
      told$.next({ type: 'open' })
    })
    task.onMessage(({ data }) => {
      if (typeof data === 'string') told$.next({ type: 'frame', frame: data })
    })
    task.onClose((event) => {
      closing = true
      ended(event)
    })
    task.onError(ended)
  })
  return {
    event$,
    send: (data) => (open ? task?.send({ data, fail: ended }) : undefined),
    close: (code, reason) => (closing ? undefined : close(code, reason)),
  }
}
