import type { WebSocket } from 'ws'

const maxBufferedBytes = 1_048_576

/** Sends text. A peer that does not read loses the socket, so that it cannot fill the memory. */
export function write(socket: WebSocket, text: string): void {
  if (socket.bufferedAmount > maxBufferedBytes) socket.terminate()
  else if (socket.readyState === socket.OPEN) socket.send(text)
}
