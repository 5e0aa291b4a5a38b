import { Subject } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../signalling/socket'
import { theWx } from './wx'

const OPEN_MS = 10_000
const VANISHED = 1006

/**
 * A socket over `wx.connectSocket`. WeChat wants the listeners right after the call; on iOS a close may never be
 * reported, so the link above asks for signs of life.
 */
export const openWxSocket: OpenSocket = (url, protocols) => {
  const event$ = new Subject<SocketEvent>()
  const closed = (code: number, reason: string) => {
    event$.next({ type: 'closed', code, reason })
    event$.complete()
  }
  const task = theWx().connectSocket({
    url,
    protocols,
    tcpNoDelay: true,
    timeout: OPEN_MS,
    fail: ({ errMsg = 'connectSocket failed' }) => {
      closed(VANISHED, errMsg)
    },
  })
  task.onOpen(() => {
    event$.next({ type: 'open' })
  })
  task.onMessage(({ data }) => {
    if (typeof data === 'string') event$.next({ type: 'frame', frame: data })
  })
  task.onClose(({ code = VANISHED, reason = '' }) => {
    closed(code, reason)
  })
  task.onError(({ errMsg = 'socket error' }) => {
    closed(VANISHED, errMsg)
  })
  return {
    event$,
    send: (frame) => {
      task.send({ data: frame })
    },
    close: (code, reason) => {
      if (!event$.closed) task.close({ code, reason })
      event$.complete()
    },
  }
}
