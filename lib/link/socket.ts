/** What the link needs of a WebSocket. `lib/wx` makes it of `wx.connectSocket`, a test of a marble line. */
import type { Observable } from 'rxjs'

export type SocketEvent = { readonly type: 'open' } | { readonly type: 'frame'; readonly frame: string } | SocketClosed

export interface SocketClosed {
  readonly type: 'closed'
  /** The WebSocket close code; 1006 for a socket that failed or vanished. */
  readonly code: number
  readonly reason: string
  /** The phone does not let this app speak to the host: no other try will do. */
  readonly hostNotAllowed?: boolean
  /** The app has as many sockets open as the phone allows it: one may be free later. */
  readonly socketsTaken?: boolean
}

export interface Socket {
  /** For one subscriber, at once; it may open the socket. After `closed` it completes. It never errors. */
  readonly event$: Observable<SocketEvent>
  /** Without effect on a socket that is not open. */
  send(frame: string): void
  close(code: number, reason: string): void
}

export type OpenSocket = (url: string, protocols: readonly string[]) => Socket
