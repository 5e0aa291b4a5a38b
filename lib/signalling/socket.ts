/** What the link needs of a WebSocket. `lib/wx` makes it of `wx.connectSocket`, a test of a marble line. */
import type { Observable } from 'rxjs'

export type SocketEvent =
  | { readonly type: 'open' }
  | { readonly type: 'frame'; readonly frame: string }
  /** `code` is the WebSocket close code; 1006 for a socket that failed or vanished. */
  | { readonly type: 'closed'; readonly code: number; readonly reason: string }

export interface Socket {
  /** For one subscriber, at once; it may open the socket. After `closed` it completes. It never errors. */
  readonly event$: Observable<SocketEvent>
  /** Without effect on a socket that is not open. */
  send(frame: string): void
  close(code: number, reason: string): void
}

export type OpenSocket = (url: string, protocols: readonly string[]) => Socket
