import { Observable, Subject } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../signalling/socket'
import { isHostNotAllowed } from './host-not-allowed'
import { type SocketTask, theWx, type WxFailure } from './wx'

const OPEN_MS = 10_000
const DONE = 1000
const VANISHED = 1006

/** A close event has a code and a reason, a failure has words. */
interface Ending extends WxFailure {
  readonly code?: number
  readonly reason?: string
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
  const ended = (ending: Ending) => {
    const { code = VANISHED, reason = '', errMsg = reason } = ending
    open = false
    told$.next({ type: 'closed', code, reason: errMsg, ...(isHostNotAllowed(ending) ? { hostNotAllowed: true } : {}) })
    told$.complete()
  }
  const close = (code: number, reason: string) => {
    open = false
    closing = true
    told$.complete()
    task?.close({ code, reason })
  }
  const closeOnce = (code: number, reason: string) => (closing ? undefined : close(code, reason))
  // It may live on, as one of the five that a phone has.
  const failed = (failure: WxFailure) => {
    ended(failure)
    closeOnce(DONE, 'failed')
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
    task.onError(failed)
  })
  return {
    event$,
    send: (data) => (open ? task?.send({ data, fail: failed }) : undefined),
    close: closeOnce,
  }
}
