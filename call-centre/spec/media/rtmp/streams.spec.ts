/** Who may publish and play: the addresses that are given, and the question that nginx asks. */
import type { AddressInfo } from 'node:net'
import { createStreams } from '../../../media/rtmp/streams'
import { createRtmpPlane } from '../../../media/rtmp/rtmp-plane'
import { createStreamDoor } from '../../../media/rtmp/stream-server'
import { deskKeys } from '../../../media/webrtc/webrtc-plane'
import { createRoomKeys } from '../../../media/webrtc/room-keys'
import { createHttp } from '../../../server/http/create-http'
import { createOrigins } from '../../../server/http/origin'
import { streamRoutes } from '../../../server/http/routes/streams'
import { noShelf } from '../../../server/state/shelf'
import { postAtOnce } from '../../post-at-once'
import { testConfig } from '../../test-config'
import { createVirtualClock } from '../../virtual-clock'

const call = { roomId: 'R-o_m', userId: 'ann', media: 'audio', servings: [] } as const
const other = { ...call, roomId: 'other' }

/** Parts of an address, as nginx tells them. */
const asked = (deed: string, way: string) => {
  const [, name = '', secret = ''] = /([^/]*)\?secret=(.*)$/.exec(way) ?? []
  return { deed, name, secret }
}

function scene(maxCalls = 1) {
  const clock = createVirtualClock()
  const keys = createRoomKeys(() => undefined, noShelf)
  const streams = createStreams(keys)
  const dropped: string[] = []
  const server = {
    drop: (whom: string, name: string) => {
      dropped.push(`${whom} ${name}`)
      return Promise.resolve()
    },
  }
  const open = new Set<string>()
  const bridges = {
    hasRoomFor: (roomId: string) => open.has(roomId) || open.size < maxCalls,
    open: (roomId: string) => void open.add(roomId),
    close: (roomId: string) => void open.delete(roomId),
    closeAll: () => undefined,
  }
  const { rtmp } = testConfig({ media: { rtmp: { publicUrl: 'rtmps://calls.example.com/live' } } as never }).media
  const plane = createRtmpPlane({ config: rtmp, keys, streams, bridges, server, clock, post: postAtOnce })
  const room = (of: typeof call | typeof other) => {
    const given = plane.customerRoom(of)
    if (given.kind !== 'url') throw new Error('no addresses')
    return given
  }
  return { clock, keys, streams, server, dropped, open, plane, room }
}

it('the phone publishes with one secret and plays with another, under the public address', () => {
  const { streams, room } = scene()
  const { pushUrl, playUrl } = room(call)
  expect(pushUrl).toMatch(/^rtmps:\/\/calls\.example\.com\/live\/R-o_m-customer\?secret=[\w-]{32}$/)
  expect(playUrl).toMatch(/^rtmps:\/\/calls\.example\.com\/live\/R-o_m-seat\?secret=[\w-]{32}$/)
  expect(streams.mayEnter(asked('publish', pushUrl))).toBe(true)
  expect(streams.mayEnter(asked('play', playUrl))).toBe(true)
  // It tries again with the same address when its line was lost.
  expect(streams.mayEnter(asked('publish', pushUrl))).toBe(true)
})

it('no secret serves for another deed, another stream or another call, and none is guessed', () => {
  const { streams, room } = scene(2)
  const [own, others] = [room(call), room(other)]
  const [push, play] = [asked('publish', own.pushUrl), asked('play', own.playUrl)]
  const wrong = [
    { ...push, deed: 'play' },
    { ...play, deed: 'publish' },
    { ...push, name: play.name },
    { ...push, secret: play.secret },
    { ...push, secret: asked('publish', others.pushUrl).secret },
    { ...push, secret: '' },
    { ...push, deed: 'update_publish' },
    { ...push, name: 'R-o_m' },
    { ...push, name: '-customer', secret: '' },
  ]
  expect(wrong.map((each) => streams.mayEnter(each))).toEqual(wrong.map(() => false))
})

it('those of before a fresh room are void, and all are with the end of the call, whose streams are dropped', () => {
  const { clock, streams, plane, room, dropped } = scene()
  const before = room(call)
  const after = room(call)
  expect(streams.mayEnter(asked('publish', before.pushUrl))).toBe(false)
  expect(streams.mayEnter(asked('publish', after.pushUrl))).toBe(true)
  plane.end(call)
  expect(streams.mayEnter(asked('publish', after.pushUrl))).toBe(false)
  expect(streams.mayEnter(asked('play', after.playUrl))).toBe(false)
  expect(dropped).toEqual([])
  clock.advance(2_000)
  expect(dropped).toEqual(['client R-o_m-customer', 'client R-o_m-seat'])
})

it('a way of the bridge is good for one connection, and the newest is the one', () => {
  const { streams, plane } = scene()
  const bridge = streams.forBridge(call.roomId)
  const [stale, way] = [bridge.hear(), bridge.hear()]
  expect(streams.mayEnter(asked('play', stale))).toBe(false)
  expect(streams.mayEnter(asked('play', way))).toBe(true)
  expect(streams.mayEnter(asked('play', way))).toBe(false)
  expect(streams.mayEnter(asked('publish', bridge.speak()))).toBe(true)
  const late = bridge.speak()
  plane.end(call)
  expect(streams.mayEnter(asked('publish', late))).toBe(false)
})

it('a key of a phone opens no room of the desks', () => {
  const { keys, room, plane } = scene()
  const { secret } = asked('publish', room(call).pushUrl)
  const seat = plane.seatRoom(call, '1')
  expect(keys.fits(call.roomId, 'phone-publishes', secret)).toBe(true)
  expect(deskKeys(keys).fits(call.roomId, 'phone-publishes', secret)).toBe(false)
  expect(deskKeys(keys).fits(call.roomId, seat.userId, seat.userSig)).toBe(true)
})

it('so many calls are heard as there are bridges, from the first answer to the end', () => {
  const { plane, room } = scene()
  expect(plane.canBeHeard(call)).toBe(true)
  room(call)
  plane.seatRoom(call, '1')
  plane.seatLeaves(call, '1')
  expect([plane.canBeHeard(call), plane.canBeHeard(other)]).toEqual([true, false])
  plane.end(call)
  expect(plane.canBeHeard(other)).toBe(true)
})

it('two seats that talk aside need no bridge, and are no call that is heard', () => {
  const { plane, open, room } = scene()
  plane.seatRoom(call, '1')
  plane.seatRoom(call, '2')
  expect([...open]).toEqual([])
  room(call)
  plane.seatRoom(call, '1')
  expect([...open]).toEqual([call.roomId])
})

describe('the question of the server', () => {
  const key = 'k'.repeat(32)

  const running: { close(): Promise<unknown> }[] = []
  afterEach(() => Promise.all(running.splice(0).map((app) => app.close())))

  function door() {
    const { streams, server, dropped, room } = scene()
    const config = testConfig()
    const app = createHttp({
      origins: createOrigins(config, '127.0.0.1'),
      cookie: { visitorOf: () => undefined },
      ...{ staticRoots: {}, timeoutMs: 1_000, frameAncestors: [], frames: [], pictureHosts: [], mediaHosts: [] },
      log: (line) => said.push(line),
      routes: [streamRoutes(key, createStreamDoor(streams, server))],
    })
    running.push({ close: () => app.close() })
    const said: string[] = []
    const ask = async (body: string, query = `?key=${key}`) => {
      await app.ready()
      if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 })
      const { port } = app.server.address() as AddressInfo
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const answer = await fetch(`http://127.0.0.1:${port}/rtmp${query}`, { method: 'POST', headers, body })
      return { statusCode: answer.status, answer: await answer.text() }
    }
    return { ask, room, dropped, said }
  }

  const told = (deed: string, way: string): string => {
    const { name, secret } = asked(deed, way)
    return `app=live&flashver=x%26name=y&addr=192.0.2.1&clientid=1&call=${deed}&name=${name}&type=live&secret=${secret}`
  }

  it('is answered with 200, after whoever held the stream has lost it', async () => {
    const { ask, room, dropped } = door()
    const { pushUrl, playUrl } = room(call)
    expect(await ask(told('publish', pushUrl))).toMatchObject({ statusCode: 200 })
    expect(await ask(told('play', playUrl))).toMatchObject({ statusCode: 200 })
    expect(dropped).toEqual(['publisher R-o_m-customer', 'subscriber R-o_m-seat'])
  })

  it.each([
    ['without the key', '', 401],
    ['with another', `?key=${'x'.repeat(32)}`, 401],
    ['with two', `?key=${key}&key=${key}`, 401],
  ])('%s is not answered', async (_, query, status) => {
    const { ask, room, dropped } = door()
    expect(await ask(told('publish', room(call).pushUrl), query)).toMatchObject({ statusCode: status })
    expect(dropped).toEqual([])
  })

  it('in which a field is said twice, or none is, is refused, and no secret is told back', async () => {
    const { ask, room, dropped, said } = door()
    const { pushUrl } = room(call)
    const { secret, name } = asked('publish', pushUrl)
    const wrong = [
      `${told('publish', pushUrl)}&name=${name}`,
      `${told('publish', pushUrl)}&secret=${secret}`,
      'x',
      '{}',
    ]
    for (const body of wrong) {
      const { statusCode, answer } = await ask(body)
      expect([body, statusCode]).toEqual([body, 403])
      expect(answer).not.toContain(secret)
    }
    expect([dropped, said]).toEqual([[], []])
  })
})
