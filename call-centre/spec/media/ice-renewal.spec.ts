/** The keys for the TURN servers run out during a long call: who is in the room gets new ones before. */
import { EventEmitter } from 'node:events'
import { WebSocket } from 'ws'
import type { RoomNotice } from '../../media/webrtc/browser/room-messages'
import { createIce } from '../../media/webrtc/ice'
import { createRoomGateway } from '../../media/webrtc/room-gateway'
import { postAtOnce } from '../post-at-once'
import { testConfig } from '../test-config'
import { createVirtualClock, type VirtualClock } from '../virtual-clock'

type IceNotice = Extract<RoomNotice, { type: 'room/ice' }>

const lifeMs = 600_000
const heartbeatMs = 15_000

/** One end of a socket that is alive: it answers each ping. */
class Guest extends EventEmitter {
  readonly OPEN = WebSocket.OPEN
  readyState: number = WebSocket.OPEN
  readonly bufferedAmount = 0
  /** When it was given ICE servers, and the keys that came with them. */
  readonly given: { readonly atMs: number; readonly username: string; readonly credential: string }[] = []

  constructor(private readonly clock: VirtualClock) {
    super()
  }

  send(text: string): void {
    const notice = JSON.parse(text) as RoomNotice
    if (notice.type === 'room/ice') this.given.push({ atMs: this.clock.now(), ...keyOf(notice) })
  }

  ping(): void {
    this.emit('pong')
  }

  close(): void {
    this.readyState = WebSocket.CLOSED
    this.emit('close', 1000)
  }
}

const keyOf = ({ ice }: IceNotice): { readonly username: string; readonly credential: string } => {
  const { username, credential } =
    ice.iceServers.map((server) => ({ username: '', credential: '', ...server }))[0] ?? {}
  return { username: String(username), credential: String(credential) }
}

const secondOf = (username: string): number => Number(username.split(':')[0])

const inARoom = () => {
  const clock = createVirtualClock()
  const { webrtc } = testConfig({
    media: { plane: 'webrtc', webrtc: { iceServers: ['turn:turn.example.com'], turnKeyLifeMs: lifeMs } } as never,
  }).media
  const keys = { grant: () => '', revoke: () => undefined, fits: () => true }
  const gateway = createRoomGateway({
    ...{ keys, clock, heartbeatMs, post: postAtOnce },
    ...{ iceOf: createIce(webrtc, 'the-secret', clock), renewIceMs: webrtc.turnKeyLifeMs / 2 },
  })
  const guest = new Guest(clock)
  gateway.open(guest as unknown as WebSocket)
  const joins = { type: 'room/join', roomId: 'r', userId: 'ann', userSig: 's', visit: 'v' }
  guest.emit('message', Buffer.from(JSON.stringify(joins)), false)
  return { clock, guest }
}

it('whoever is in a room holds a key that is good, at each moment of a call of three hours', () => {
  const { clock, guest } = inARoom()
  for (let minute = 0; minute < 180; minute += 1) {
    const latest = guest.given.at(-1)
    expect(secondOf(latest?.username ?? '') * 1_000 - clock.date()).toBeGreaterThanOrEqual(lifeMs / 2)
    clock.advance(60_000)
  }
  expect(guest.given).toHaveLength(37)
})

it('a new key comes at half of the life of the one before, and is another one', () => {
  const { clock, guest } = inARoom()
  clock.advance(lifeMs / 2 - 1)
  expect(guest.given).toHaveLength(1)
  clock.advance(1)
  const [first, second] = guest.given
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBe(lifeMs / 2)
  expect(secondOf(second?.username ?? '') - secondOf(first?.username ?? '')).toBe(lifeMs / 2_000)
  expect(second?.credential).not.toBe(first?.credential)
})

it('a clock of the machine that is set does not keep the next one away', () => {
  const { clock, guest } = inARoom()
  clock.set(-86_400_000)
  clock.advance(lifeMs / 2)
  expect(guest.given).toHaveLength(2)
})

it('whoever has left gets no more, and leaves no timer', () => {
  const { clock, guest } = inARoom()
  guest.close()
  clock.advance(lifeMs)
  expect({ given: guest.given.length, timers: clock.pending() }).toEqual({ given: 1, timers: 0 })
})
