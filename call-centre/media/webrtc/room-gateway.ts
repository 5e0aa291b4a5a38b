import type { RawData, WebSocket } from 'ws'
import { limits } from '../../server/limits'
import type { Clock } from '../../server/sessions/clock'
import { closeUnlessSpoken, keepAlive } from '../../server/http/keep-alive'
import { toClientSocket, type ClientSocket } from '../../server/signalling/client-socket'
import { createPace, type Pace } from '../../server/signalling/pace'
import type { Post } from '../../server/state/post'
import { comeBackLater, parseFrame, type TypedFrame } from '../../server/frames'
import type { IceOf } from './ice'
import type { RoomKeys } from './room-keys'
import { Rooms, tell } from './rooms'

export interface RoomGateway {
  readonly open: (socket: WebSocket) => void
  /** The key of this user is void: the user is shown out. */
  showOut(roomId: string, userId: string): void
  /** Lets in a guest of this very process, who needs no key. */
  admit(roomId: string, userId: string, guest: ClientSocket): Place
}

/** A guest's place in a room. */
export interface Place {
  readonly say: (to: string, data: object) => void
  readonly leave: () => void
}

interface GatewayParts {
  readonly keys: Pick<RoomKeys, 'fits'>
  readonly clock: Clock
  readonly post: Post
  readonly heartbeatMs: number
  readonly iceOf: IceOf
  readonly renewIceMs: number
  /** Somebody with a key is about to enter. Default: nobody wants to know. */
  readonly entering?: (roomId: string) => void
}

/** Both ends have heard by then that the call is over, and have left by themselves. */
const politeMs = 2_000

/** The meeting place of the two ends of a call: it passes their WebRTC offers on and never sees media. */
export function createRoomGateway(parts: GatewayParts): RoomGateway {
  const { clock, post } = parts
  const rooms = new Rooms(clock)
  return {
    open(socket) {
      const guest = toClientSocket(socket, post)
      const stopWaiting = closeUnlessSpoken(socket, clock)
      socket.once('message', (data, isBinary) => {
        stopWaiting()
        welcome(parts, rooms, socket, guest, read(data, isBinary))
      })
    },
    showOut(roomId, userId) {
      const socket = rooms.find(roomId, userId)
      if (!socket) return
      clock.after(politeMs, () => {
        socket.close(1000, 'the call is over')
      })
    },
    admit(roomId, userId, guest) {
      rooms.join(roomId, userId, { visit: undefined, connections: [] }, guest)
      return {
        say(to, data) {
          rooms.signal(roomId, userId, to, data)
        },
        leave() {
          rooms.lose(roomId, userId, guest, 1000)
        },
      }
    },
  }
}

function welcome(
  parts: GatewayParts,
  rooms: Rooms,
  socket: WebSocket,
  guest: ClientSocket,
  frame: Partial<TypedFrame>,
) {
  const { keys, clock, heartbeatMs, entering = () => undefined } = parts
  const { type, roomId, userId, userSig, visit, connections } = frame
  const named = typeof roomId === 'string' && typeof userId === 'string' && typeof userSig === 'string'
  if (type === 'room/join' && named && keys.fits(roomId, userId, userSig)) {
    entering(roomId)
    giveIce(parts, guest, roomId)
    rooms.join(roomId, userId, { visit, connections: namesIn(connections) }, guest)
    listen(rooms, guest, roomId, userId, createPace(clock))
    keepAlive(socket, clock, { type: 'room/beat', heartbeatMs })
  } else {
    tell(guest, { type: 'room/refused', message: 'The userSig does not fit this room.' })
    guest.close(4403, 'refused')
  }
}

/** How to find the others, now and each time before the keys run out. */
function giveIce({ clock, iceOf, renewIceMs }: GatewayParts, socket: ClientSocket, roomId: string): void {
  let callOff = (): void => undefined
  const give = (): void => {
    tell(socket, { type: 'room/ice', ice: iceOf(roomId) })
    callOff = clock.after(renewIceMs, give)
  }
  socket.onClose(() => {
    callOff()
  })
  give()
}

function listen(rooms: Rooms, socket: ClientSocket, roomId: string, userId: string, pace: Pace): void {
  socket.onClose((code) => {
    rooms.lose(roomId, userId, socket, code)
  })
  socket.onFrame((data, isBinary) => {
    if (!pace.allows()) {
      socket.close(4429, comeBackLater)
      return
    }
    const { type, to, data: words } = read(data, isBinary)
    if (type !== 'room/signal' || typeof to !== 'string' || rooms.find(roomId, userId) !== socket) return
    rooms.signal(roomId, userId, to, words)
  })
}

function namesIn(given: unknown): readonly string[] {
  const names: readonly unknown[] = Array.isArray(given) ? given.slice(0, limits.roomConnections) : []
  return names.filter((name) => typeof name === 'string')
}

function read(data: RawData, isBinary: boolean): Partial<TypedFrame> {
  const parsed = parseFrame(data, isBinary, limits.roomFrameBytes)
  return 'frame' in parsed ? parsed.frame : {}
}
