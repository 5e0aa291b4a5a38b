import type { WebSocket } from 'ws'
import type { Clock } from '../sessions/clock'

const patienceMs = 10_000

/** Closes a socket that does not say in time who it is; the answer is called when it has said so. */
export function closeUnlessSpoken(socket: WebSocket, clock: Clock): () => void {
  const callOff = clock.after(patienceMs, () => {
    socket.close(4408, 'nobody has joined')
  })
  socket.on('close', callOff)
  return callOff
}
