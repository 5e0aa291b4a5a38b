import { createServer } from 'node:http'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import { acceptUpgrades } from '../server/http/upgrades'
import { createShelf } from '../server/state/shelf'
import { eventually } from '../../spec/end-to-end/eventually'
import { createVirtualClock } from './virtual-clock'
import { floorPlan } from './floor-plan'
import {
  closeAll,
  customerWire,
  customerWireWith,
  open,
  seatWire,
  staff,
  startFrame,
  tokenFor,
  wire,
  type Address,
  type Wire,
} from './wire'
import { talk } from './wire-talk'

afterEach(closeAll)

const heartbeat = '{"type":"link/heartbeat","seen":0}'

/** A bare socket that says this; what it heard until it was closed. */
const say = ({ port }: Address, text: string): Promise<string> =>
  new Promise((closed) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (data) => (heard += data.toString()))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      closed(heard)
    })
  })

const welcomed = async (client: Wire): Promise<Wire> => {
  await client.next('link/welcome')
  return client
}

describe('a client that wants more than its share', () => {
  it('floods its link: 4429 with a time to come back, and the call of another goes on meanwhile', async () => {
    const centre = await open()
    const [eve, ann] = [await welcomed(await customerWire(centre, 'eve')), await customerWire(centre, 'ann')]
    for (let count = 0; count < 5_000; count += 1) eve.say(heartbeat)
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/started')
    expect(await eve.closed).toBe('4429 retryAfterMs=1200')
    expect(eve.heard.filter(({ type }) => type === 'link/heartbeat').length).toBeLessThan(1_100)
    ann.say(heartbeat)
    await ann.next('link/heartbeat')
  })

  it('floods a room: 4429 at the same pace, and the other end hears what came before', async () => {
    const centre = await open()
    const { annRoom, seatRoom } = await talk(centre)
    const [phone, desk] = [wire(centre, '/room'), wire(centre, '/room')]
    phone.say({ type: 'room/join', ...annRoom })
    await phone.next('room/joined')
    desk.say({ type: 'room/join', ...seatRoom })
    await desk.next('room/joined')
    for (let count = 0; count < 2_000; count += 1) desk.say({ type: 'room/signal', to: annRoom.userId, data: count })
    expect(await desk.closed).toBe('4429 retryAfterMs=1200')
    await phone.next('room/peerLeft')
    expect(phone.heard.filter(({ type }) => type === 'room/signal').length).toBeLessThan(1_300)
  })

  it('opens link after link: from the seventeenth on 4429; others get in', async () => {
    const centre = await open()
    const token = await tokenFor(centre, 'eve')
    for (let count = 0; count < 16; count += 1) await welcomed(customerWireWith(centre, token))
    expect(await customerWireWith(centre, token).closed).toBe('4429 retryAfterMs=1200')
    await welcomed(await customerWire(centre, 'ann'))
  })

  it('starts thousands of calls: it has one, and what was said to another is still known', () => {
    const shelf = createShelf([])
    const floor = floorPlan({}, shelf)
    const [ann, eve] = [floor.customer('ann'), floor.customer('eve')]
    const sessionId = ann.start('direct', 'c1')
    for (let count = 0; count < 2_000; count += 1) eve.start('direct', `c${count}`)
    expect(floor.centre.state().sessions).toHaveLength(2)
    expect(ann.start('direct', 'c1')).toBe(sessionId)
    expect(ann.words()).toBe('started queued started')
    shelf.take()
    expect(shelf.all('answers').get('eve')).toHaveLength(16)
  })

  it('presses keys in the call of another, interrupts it, hangs it up: nothing happens', async () => {
    const centre = await open()
    const [ann, eve] = [await customerWire(centre, 'ann'), await customerWire(centre, 'eve')]
    const seat = await seatWire(centre, '1')
    ann.say({ ...startFrame, n: 1 })
    const { sessionId } = await ann.next('call/started')
    seat.say({ type: 'seat/answer', sessionId })
    await ann.next('call/accepted')
    eve.say({ type: 'call/digits', sessionId, digits: '1', n: 1 })
    eve.say({ type: 'call/hold', sessionId, held: true, n: 2 })
    eve.say({ type: 'call/hangUp', callId: 'c1', sessionId, closeBy: 'client', endStatus: 'ok', n: 3 })
    while ((await eve.next('link/ack'))['seen'] !== 3);
    ann.say({ type: 'call/digits', sessionId, digits: '9', n: 2 })
    expect(await seat.next('seat/digits')).toMatchObject({ digits: '9' })
    expect(seat.heard.filter(({ type }) => /digits|Held|ended/.test(type))).toHaveLength(1)
    expect(eve.heard.some(({ type }) => type.startsWith('call/'))).toBe(false)
  })
})

describe('a client that does not get on with it', () => {
  it.each(['/seat', '/room'])('opens %s and never says who it is: 4408', async (path) => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const silent = wire(centre, path, ['tccc.1', 'token.'], await staff(centre, 'seat'))
    await new Promise((opened) => silent.socket.once('open', opened))
    while (clock.pending() === 0) await new Promise(setImmediate)
    clock.advance(10_000)
    expect(await silent.closed).toBe('4408 nobody has joined')
  })

  it('opens /signalling and never says a word: 4408, its link is forgotten after the window', async () => {
    const clock = createVirtualClock()
    const centre = await open({}, { clock })
    const idle = clock.pending()
    const silent = await welcomed(await customerWire(centre, 'eve'))
    expect(clock.pending()).toBeGreaterThan(idle)
    clock.advance(20_000)
    expect(await silent.closed).toMatch(/^4408/)
    // The centre may hear a moment later than the customer that the socket is closed: the window counts from there.
    await eventually(() => {
      clock.advance(30_000)
      expect(clock.pending()).toBe(idle)
      return Promise.resolve()
    })
  })

  it.each([
    ['half an opening', 'GET /signalling HTTP/1.1\r\nUpgrade: websocket\r\n'],
    ['a log-in that never ends', 'POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{'],
  ])('sends %s: the socket closes in time', async (_, text) => {
    const centre = await open({}, { openingTimeoutMs: 200 })
    expect(await say(centre, text)).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })

  it('breaks its socket while it is refused: somebody hears the fault, or it would end the process', () => {
    const server = createServer()
    const staff = { hold: () => () => undefined, onSignedOut: () => undefined }
    const origins = { isOwnHost: () => true, isOwnOrigin: () => true }
    acceptUpgrades(server, { staff, origins, cookie: { visitorOf: () => undefined }, doors: {} })
    const raw = new PassThrough()
    server.emit('upgrade', { url: '/nowhere', headers: {} }, raw, Buffer.alloc(0))
    expect(() => raw.emit('error', new Error('ECONNRESET'))).not.toThrow()
  })
})

describe('a log-in that has expired', () => {
  it('resumes the call that it began, and begins no other', async () => {
    const clock = createVirtualClock()
    const centre = await open({ tokenLifeMs: 1_000, heartbeatMs: 60_000 }, { clock })
    const token = await tokenFor(centre, 'ann')
    const ann = customerWireWith(centre, token)
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 1 })
    await ann.next('call/queued')
    clock.advance(1_000)
    const again = customerWireWith(centre, token, `${String(linkId)}.2`)
    expect(await again.next('link/welcome')).toMatchObject({ resumed: true })
    expect(await customerWireWith(centre, token).closed).toMatch(/^4401/)
  })
})
