import { Subject } from 'rxjs'
import type { OpenSocket, SocketEvent } from 'tccc-wx-sdk/call'
import { WebSocket } from 'ws'

const VANISHED = 1006

/** The SDK's socket over `ws`, for Node. A socket that fails is told by its close, which always follows. */
export const openNodeSocket: OpenSocket = (url, protocols) => {
  const event$ = new Subject<SocketEvent>()
  const socket = new WebSocket(url, [...protocols])
  socket.on('open', () => {
    event$.next({ type: 'open' })
  })
  socket.on('message', (data: Buffer) => {
    event$.next({ type: 'frame', frame: data.toString() })
  })
  socket.on('error', () => undefined)
  socket.on('close', (code: number, reason: Buffer) => {
    event$.next({ type: 'closed', code: code === 1005 ? VANISHED : code, reason: reason.toString() })
    event$.complete()
  })
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
