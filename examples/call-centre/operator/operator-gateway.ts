import type { WebSocket } from 'ws'
import { parseFrame } from '../frames'
import type { Centre } from '../sessions/centre'
import type { Clock } from '../sessions/clock'
import { write } from '../write'

export interface OperatorGateway {
  readonly open: (socket: WebSocket) => void
  /** There is news: all pages get the whole picture, at most ten times a second. */
  changed(): void
}

const pauseMs = 100

/** The door of the operator pages. */
export function createOperatorGateway(centre: Centre, clock: Clock): OperatorGateway {
  const sockets = new Set<WebSocket>()
  let pausing = false
  let news = false
  const show = (): void => {
    news = false
    pausing = true
    const picture = JSON.stringify(centre.state())
    for (const socket of sockets) write(socket, picture)
    clock.after(pauseMs, () => {
      pausing = false
      if (news) show()
    })
  }
  return {
    open(socket) {
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
      socket.on('message', (data, isBinary) => {
        const parsed = parseFrame(data, isBinary)
        if ('fault' in parsed) return
        const { type, sessionId } = parsed.frame
        if (type === 'operator/hangUp' && typeof sessionId === 'string') centre.stop(sessionId, 'operator')
      })
      sockets.add(socket)
      write(socket, JSON.stringify(centre.state()))
    },
    changed() {
      if (sockets.size === 0) return
      news = true
      if (!pausing) show()
    },
  }
}
