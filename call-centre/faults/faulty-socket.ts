import type { RawData } from 'ws'
import type { Clock } from '../server/sessions/clock'
import type { ClientSocket } from '../server/signalling/client-socket'
import type { Direction, FaultBoard } from './fault-board'
import { createFaultPipe } from './fault-pipe'

interface FaultParts {
  readonly board: FaultBoard
  readonly clock: Clock
  /** Stops the whole centre and starts it again. */
  readonly restart: () => void
}

/** A client's socket on which the faults of the board happen. */
export function withFaults(socket: ClientSocket, { board, clock, restart }: FaultParts): ClientSocket {
  let silent = false
  let hear: (data: RawData, isBinary: boolean) => void = () => undefined
  const pipe = (direction: Direction, deliver: (text: string) => void) =>
    createFaultPipe({
      clock,
      restart,
      deliver: (text) => {
        if (!silent) deliver(text)
      },
      meet: (text) => (silent ? undefined : board.meet(direction, text)),
      silence: () => {
        silent = true
      },
      destroy: () => {
        socket.destroy()
      },
    })
  const toClient = pipe('toClient', (text) => {
    socket.send(text)
  })
  const toServer = pipe('toServer', (text) => {
    hear(Buffer.from(text), false)
  })
  return {
    send: toClient,
    close(code, reason) {
      if (!silent) socket.close(code, reason)
    },
    destroy: socket.destroy,
    onClose: socket.onClose,
    onFrame(listener) {
      hear = listener
      socket.onFrame((data, isBinary) => {
        if (isBinary || !Buffer.isBuffer(data)) listener(data, isBinary)
        else toServer(data.toString())
      })
    },
  }
}
