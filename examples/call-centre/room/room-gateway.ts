import type { WebSocket } from 'ws'
import { parseFrame, type TypedFrame } from '../frames'
import type { RoomNotice } from '../../room/room-messages'
import type { Clock } from '../sessions/clock'
import { write } from '../write'
import type { RoomKeys } from './room-keys'

export interface RoomGateway {
  open(socket: WebSocket): void
  /** The key of this user is void: the user is shown out. */
  showOut(roomId: string, userId: string): void
}

/** Offers of WebRTC are long. */
const maxBytes = 262_144
/** Both ends have heard by then that the call is over, and have left by themselves. */
const politeMs = 2_000

/** The meeting place of the two ends of a call: it passes their WebRTC offers on and never sees media. */
export function createRoomGateway(keys: RoomKeys, clock: Clock): RoomGateway {
  const rooms = new Map<string, Map<string, WebSocket>>()
  const leave = (roomId: string, userId: string, socket: WebSocket): void => {
    const room = rooms.get(roomId)
    if (room?.get(userId) !== socket) return
    room.delete(userId)
    for (const peer of room.values()) tell(peer, { type: 'room/peerLeft', userId })
    if (room.size === 0) rooms.delete(roomId)
  }
  const join = (roomId: string, userId: string, socket: WebSocket): Map<string, WebSocket> => {
    const older = rooms.get(roomId)?.get(userId)
    if (older) leave(roomId, userId, older)
    older?.close(4409, 'joined again')
    const room = rooms.get(roomId) ?? new Map<string, WebSocket>()
    rooms.set(roomId, room)
    tell(socket, { type: 'room/joined', peers: [...room.keys()] })
    for (const peer of room.values()) tell(peer, { type: 'room/peerJoined', userId })
    room.set(userId, socket)
    socket.on('close', () => {
      leave(roomId, userId, socket)
    })
    return room
  }
  return {
    open(socket) {
      socket.on('error', () => undefined)
      socket.once('message', (data, isBinary) => {
        const frame = read(data, isBinary)
        const { roomId, userId, userSig }: Partial<Record<string, unknown>> = frame ?? {}
        const named = typeof roomId === 'string' && typeof userId === 'string' && typeof userSig === 'string'
        if (frame?.type !== 'room/join' || !named || !keys.fits(roomId, userId, userSig)) {
          tell(socket, { type: 'room/refused', message: 'The userSig does not fit this room.' })
          socket.close(4403, 'refused')
          return
        }
        relay(socket, userId, join(roomId, userId, socket))
      })
    },
    showOut(roomId, userId) {
      const socket = rooms.get(roomId)?.get(userId)
      if (socket)
        clock.after(politeMs, () => {
          socket.close(1000, 'the call is over')
        })
    },
  }
}

function relay(socket: WebSocket, from: string, room: ReadonlyMap<string, WebSocket>): void {
  socket.on('message', (data, isBinary) => {
    const frame = read(data, isBinary)
    if (frame?.type !== 'room/signal' || typeof frame['to'] !== 'string') return
    const peer = room.get(frame['to'])
    if (peer && room.get(from) === socket) tell(peer, { type: 'room/signal', from, data: frame['data'] })
  })
}

function read(data: Parameters<typeof parseFrame>[0], isBinary: boolean): TypedFrame | undefined {
  const parsed = parseFrame(data, isBinary, maxBytes)
  return 'frame' in parsed ? parsed.frame : undefined
}

function tell(socket: WebSocket, notice: RoomNotice): void {
  write(socket, JSON.stringify(notice))
}
