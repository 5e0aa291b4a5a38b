import type { RawData, WebSocket } from 'ws'
import { parseFrame, type TypedFrame } from '../frames'
import type { Clock } from '../sessions/clock'
import { closeUnlessSpoken } from '../http/patience'
import type { RoomKeys } from './room-keys'
import { createRooms, tell, type Rooms } from './rooms'

export interface RoomGateway {
  readonly open: (socket: WebSocket) => void
  /** The key of this user is void: the user is shown out. */
  showOut(roomId: string, userId: string): void
}

/** Offers of WebRTC are long. */
const maxBytes = 262_144
/** Both ends have heard by then that the call is over, and have left by themselves. */
const politeMs = 2_000

/** The meeting place of the two ends of a call: it passes their WebRTC offers on and never sees media. */
export function createRoomGateway(keys: RoomKeys, clock: Clock): RoomGateway {
  const rooms = createRooms()
  return {
    open(socket) {
      socket.on('error', () => undefined)
      const stopWaiting = closeUnlessSpoken(socket, clock)
      socket.once('message', (data, isBinary) => {
        stopWaiting()
        const { type, roomId, userId, userSig } = read(data, isBinary)
        const named = typeof roomId === 'string' && typeof userId === 'string' && typeof userSig === 'string'
        if (type === 'room/join' && named && keys.fits(roomId, userId, userSig)) {
          enter(rooms, socket, roomId, userId)
        } else {
          tell(socket, { type: 'room/refused', message: 'The userSig does not fit this room.' })
          socket.close(4403, 'refused')
        }
      })
    },
    showOut(roomId, userId) {
      const socket = rooms.find(roomId, userId)
      if (!socket) return
      clock.after(politeMs, () => {
        socket.close(1000, 'the call is over')
      })
    },
  }
}

function enter(rooms: Rooms, socket: WebSocket, roomId: string, userId: string): void {
  rooms.join(roomId, userId, socket)
  socket.on('close', () => {
    rooms.leave(roomId, userId, socket)
  })
  socket.on('message', (data, isBinary) => {
    const { type, to, data: words } = read(data, isBinary)
    if (type !== 'room/signal' || typeof to !== 'string' || rooms.find(roomId, userId) !== socket) return
    const peer = rooms.find(roomId, to)
    if (peer) tell(peer, { type: 'room/signal', from: userId, data: words })
  })
}

function read(data: RawData, isBinary: boolean): Partial<TypedFrame> {
  const parsed = parseFrame(data, isBinary, maxBytes)
  return 'frame' in parsed ? parsed.frame : {}
}
