import type { WebSocket } from 'ws'
import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import { write } from '../frames'

/** What an open socket is told regularly: nothing else tells a page that a silent line is dead. */
export interface Beat<Type extends string> {
  readonly type: Type
  /** The next one comes after this time at the latest. */
  readonly heartbeatMs: number
}

/**
 * Gives a sign of life every heartbeat, and cuts a socket off that gives none for two: a browser answers each ping by
 * itself. For sockets that carry no link, whose heartbeats are its own.
 */
export function keepAlive<Type extends string>(socket: WebSocket, clock: Clock, beat: Beat<Type>): void {
  const text = JSON.stringify(beat)
  let heardAt = clock.now()
  const heard = (): void => {
    heardAt = clock.now()
  }
  let stop = (): void => undefined
  const turn = (): void => {
    if (clock.now() - heardAt >= 2 * beat.heartbeatMs) {
      socket.terminate()
      return
    }
    socket.ping()
    write(socket, text)
    stop = clock.after(beat.heartbeatMs, turn)
  }
  socket.on('pong', heard)
  socket.on('message', heard)
  socket.on('close', () => {
    stop()
  })
  turn()
}

/** Closes a socket that does not say in time who it is; the answer is called when it has said so. */
export function closeUnlessSpoken(socket: WebSocket, clock: Clock): () => void {
  const callOff = clock.after(limits.patienceMs, () => {
    socket.close(4408, 'nobody has joined')
  })
  socket.on('close', callOff)
  return callOff
}
