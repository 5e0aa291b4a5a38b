import type { RawData, WebSocket } from 'ws'
import type { Post } from '../state/post'
import { close, write } from '../frames'

/** What a link needs of a socket. */
export interface ClientSocket {
  readonly send: (text: string) => void
  close(code: number, reason: string): void
  /** Ends it without a word. */
  readonly destroy: () => void
  onFrame(listener: (data: RawData, isBinary: boolean) => void): void
  readonly onClose: (listener: (code: number) => void) => void
}

/** What goes out waits for the post, so that nothing is acknowledged that is not kept. */
export function toClientSocket(socket: WebSocket, post: Post): ClientSocket {
  socket.on('error', () => undefined)
  return {
    send(text) {
      post.send(() => {
        write(socket, text)
      })
    },
    close(code, reason) {
      post.send(() => {
        close(socket, code, reason)
      })
    },
    destroy() {
      post.send(() => {
        socket.terminate()
      })
    },
    onFrame: (listener) => socket.on('message', listener),
    onClose: (listener) => socket.on('close', listener),
  }
}
