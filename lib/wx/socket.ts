import { ReplaySubject } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../signalling/socket'
import { theWx } from './wx'

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
 * A socket over `wx.connectSocket`. WeChat wants the listeners right after the call; on iOS a close may never be
 * reported, so the link above asks for signs of life. A failure may be reported before anybody can listen, hence the
 * replay. A close is refused while the socket opens, so it is asked for again once it has opened.
 */
export const openWxSocket: OpenSocket = (url, protocols) => {
  const event$ = new ReplaySubject<SocketEvent>(1)
  let open = false
  let closing = false
  const ended = ({ code = VANISHED, reason = '', errMsg = reason }: Ending) => {
    open = false
    event$.next({ type: 'closed', code, reason: errMsg })
    event$.complete()
  }
  const task = theWx().connectSocket({ url, protocols, tcpNoDelay: true, timeout: OPEN_MS, fail: ended })
  const close = (code: number, reason: string) => {
    open = false
    closing = true
    event$.complete()
    task.close({ code, reason })
  }
  task.onOpen(() => {
    if (closing) close(DONE, 'done')
    else open = true
    event$.next({ type: 'open' })
  })
  task.onMessage(({ data }) => {
    if (typeof data === 'string') event$.next({ type: 'frame', frame: data })
  })
  task.onClose((event) => {
    closing = true
    ended(event)
  })
  task.onError(ended)
  const send = (frame: string) => {
    if (open) task.send({ data: frame, fail: ended })
  }
  return { event$, send, close: (code, reason) => (closing ? undefined : close(code, reason)) }
}
