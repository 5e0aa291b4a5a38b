import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMedia } from '../../media/create-media'
import type { SeatRoom } from '../../media/media-plane'
import { createFarewells } from '../../media/trtc/farewells'
import { nameIn } from '../../media/trtc/signatures'
import { createTrtcPlane } from '../../media/trtc/trtc-plane'
import { createIce } from '../../media/webrtc/ice'
import { secretsOf } from '../../server/config/read-secret'
import { createShelf, noShelf, type NotedShelf, type Shelf } from '../../server/state/shelf'
import type { Entry } from '../../server/state/store'
import { postAtOnce } from '../post-at-once'
import { testConfig } from '../test-config'
import { createVirtualClock, type VirtualClock } from '../virtual-clock'

const call = { roomId: 'room', userId: 'ann', media: 'audio', servings: [{ acceptedAt: 1 }] } as const

/** The plane of this configuration, with these secrets. */
function media(
  chosen: object,
  secrets: Readonly<Record<string, string>> = {},
  sdkAppId = '1400000000',
  shelf: Shelf = noShelf,
) {
  const config = testConfig({ sdkAppId, media: chosen as never })
  const parts = { config, secrets: secretsOf(secrets), clock: createVirtualClock(), shelf, post: postAtOnce }
  return createMedia({ ...parts, log: () => undefined, tools: {} })
}

describe('the plane webrtc', () => {
  it('is the one without a word in the configuration, has the door /room, and is one network', () => {
    const { plane, doors, hosts } = media({})
    expect(plane.seatRoom(call, '1')).toMatchObject({ plane: 'webrtc', roomId: 'room', userId: 'seat-1' })
    expect([Object.keys(doors), hosts]).toEqual([['/room'], []])
  })

  it('gives each room keys for the TURN servers, as coturn makes them of its secret, which run out', () => {
    const clock = createVirtualClock()
    const servers = ['stun:stun.example.com', 'turn:turn.example.com:3478?transport=udp', 'turns:turn.example.com:5349']
    const { webrtc } = testConfig({ media: { webrtc: { iceServers: servers, relayOnly: true } } as never }).media
    const ice = createIce(webrtc, 'north', clock)('room-1')
    const username = `${clock.date() / 1_000 + 3_600}:room-1`
    const credential = createHmac('sha1', 'north').update(username).digest('base64')
    expect(ice).toEqual({
      iceServers: [
        { urls: servers[0] },
        { urls: servers[1], username, credential },
        { urls: servers[2], username, credential },
      ],
      iceTransportPolicy: 'relay',
    })
  })

  it('names the secret that a TURN server needs', () => {
    const turn = { webrtc: { iceServers: ['turn:turn.example.com'] } }
    expect(() => media(turn)).toThrow(/TCCC_TURN_SECRET is not set. Put coturn's static-auth-secret there/)
    expect(() => media(turn, { TCCC_TURN_SECRET: 'north' })).not.toThrow()
  })
})

describe('the plane trtc', () => {
  const keys = { TCCC_TRTC_SECRET_KEY: 'k' }

  it('gives customer and seat the same room under names of their own, for its life, and has no door', () => {
    const { plane, doors, hosts } = media({ plane: 'trtc' }, keys)
    const customer = plane.customerRoom(call)
    const seat = plane.seatRoom(call, '1')
    const room = { sdkAppId: 1_400_000_000, roomId: 'room' }
    expect(customer).toMatchObject({ kind: 'trtc', ...room })
    expect(seat).toMatchObject({ plane: 'trtc', ...room })
    expect((seat as Extract<SeatRoom, { plane: 'trtc' }>).userId).not.toBe('userId' in customer && customer.userId)
    expect(doors).toEqual({})
    expect(hosts).toContain('wss://*.rtc.qq.com')
  })

  const sign = (roomId: string, name: string) => ({ userId: nameIn(roomId, name), userSig: 's', privateMapKey: 'k' })
  const left = (shelf: NotedShelf, clock: VirtualClock) => {
    const said: string[] = []
    const settle: (() => void)[] = []
    const due: (() => void)[] = []
    const api = {
      dismiss(roomId: string, settled: () => void) {
        said.push(`dismiss ${roomId}`)
        settle.push(settled)
      },
      remove(roomId: string, userId: string, settled: () => void) {
        said.push(`remove ${roomId} ${userId}`)
        settle.push(settled)
      },
    }
    const farewells = createFarewells({ api, clock, shelf, post: { send: (say) => void due.push(say) } })
    return { said, settle, due, plane: createTrtcPlane({ sdkAppId: 1, sign, farewells }) }
  }

  it('closes a room that was entered, politely, once its end is kept, and no other one', () => {
    const clock = createVirtualClock()
    const { said, due, plane } = left(createShelf([]), clock)
    plane.end({ ...call, roomId: 'nobody-came', servings: [{}] })
    plane.seatLeaves(call, '1')
    plane.end(call)
    clock.advance(1_999)
    expect(due).toEqual([])
    clock.advance(1)
    expect(said).toEqual([])
    for (const say of due) say()
    expect(said).toEqual([expect.stringMatching(/^remove room [\w-]{32}$/), 'dismiss room'])
  })

  it('closes a room whose call has ended in a process that is gone, and no room again that is closed', () => {
    const clock = createVirtualClock()
    const shelf = createShelf([])
    left(shelf, clock).plane.end(call)
    const kept = shelf.take()
    expect(kept).toHaveLength(1)
    const next = createShelf(kept.filter((change): change is Entry => change[2] !== null))
    const { said, due, settle } = left(next, clock)
    clock.advance(2_000)
    for (const say of due) say()
    expect(said).toEqual(['dismiss room'])
    for (const settled of settle) settled()
    expect(next.take()).toEqual([['farewell', 'room ', null]])
  })

  it.each([
    ['before the time', 1_999],
    ['when the farewell is about to be said', 2_000],
  ])('does not show a seat out that has left and is back %s', (_, ms) => {
    const clock = createVirtualClock()
    const shelf = createShelf([])
    const { said, due, plane } = left(shelf, clock)
    plane.seatLeaves(call, '1')
    clock.advance(ms)
    plane.seatRoom(call, '1')
    clock.advance(2_000)
    for (const say of due) say()
    expect([said, shelf.take()]).toEqual([[], []])
  })

  it('shows a seat out once that has left twice, when it has left last', () => {
    const clock = createVirtualClock()
    const { said, due, plane } = left(createShelf([]), clock)
    plane.seatLeaves(call, '1')
    clock.advance(1_000)
    plane.seatRoom(call, '1')
    plane.seatLeaves(call, '1')
    clock.advance(1_000)
    for (const say of due.splice(0)) say()
    expect(said).toEqual([])
    clock.advance(1_000)
    for (const say of due) say()
    expect(said).toHaveLength(1)
  })

  it.each([
    ['without the keys of the cloud', { plane: 'trtc' }],
    ['with another plane', {}],
  ])('keeps no farewell for ever that nobody can say: %s', (_, chosen) => {
    const shelf = createShelf([['farewell', 'room ', JSON.stringify({ roomId: 'room', dueAt: 1 })]])
    media(chosen, keys, '1400000000', shelf)
    expect(shelf.take()).toEqual([['farewell', 'room ', null]])
  })

  it.each([
    ['no key of the application', {}, '1400000000', /TCCC_TRTC_SECRET_KEY is not set/],
    ['half a pair of cloud keys', { ...keys, TCCC_TENCENTCLOUD_SECRET_ID: 'x' }, '1400000000', /go together/],
    ['a number that is no TRTC application', keys, '4294967296', /not that of a TRTC application/],
  ])('says what is wrong with %s', (_, secrets, sdkAppId, message) => {
    expect(() => media({ plane: 'trtc' }, secrets, sdkAppId)).toThrow(message)
  })
})

describe('a secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secret-'))
  const file = join(folder, 'key')
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  it('stands in the environment, or in the file that it names', () => {
    writeFileSync(file, 'north\n')
    expect(secretsOf({ TCCC_TURN_SECRET: 'south' })('TCCC_TURN_SECRET')).toBe('south')
    expect(secretsOf({ TCCC_TURN_SECRET_FILE: file })('TCCC_TURN_SECRET')).toBe('north')
    expect(secretsOf({ TCCC_TURN_SECRET: '' })('TCCC_TURN_SECRET')).toBeUndefined()
  })

  it('is never guessed: twice, empty and unreadable are said', () => {
    expect(() => secretsOf({ TCCC_TURN_SECRET: 'x', TCCC_TURN_SECRET_FILE: file })('TCCC_TURN_SECRET')).toThrow(
      'TCCC_TURN_SECRET and TCCC_TURN_SECRET_FILE are both set. Remove one.',
    )
    expect(() => secretsOf({ TCCC_TURN_SECRET_FILE: join(folder, 'none') })('TCCC_TURN_SECRET')).toThrow(
      'cannot be read. Correct the path.',
    )
    writeFileSync(file, ' \n')
    expect(() => secretsOf({ TCCC_TURN_SECRET_FILE: file })('TCCC_TURN_SECRET')).toThrow(
      'is empty. Write the secret into it.',
    )
  })
})
