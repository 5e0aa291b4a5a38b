import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeAll, customerWire, logIn, open, seatWire, startFrame, tokenFor, wire } from './wire'
import { createVirtualClock } from './virtual-clock'

afterEach(closeAll)

describe('a link', () => {
  it('carries a whole call as PROTOCOL.md §5 draws it', async () => {
    const centre = await open()
    const phases: string[] = []
    centre.event$.subscribe((event) => event.type === 'call' && phases.push(event.phase))
    const seat = await seatWire(centre, '1')
    const ann = await customerWire(centre, 'ann')
    ann.say({ ...startFrame, channelId: 'menu', n: 1 })
    const { sessionId } = await ann.next('call/started')
    await ann.next('call/ivr')
    ann.say({ type: 'call/digits', sessionId, digits: '1', n: 2 })
    await ann.next('call/ringing')
    seat.say({ type: 'seat/answer', sessionId })
    await ann.next('call/accepted')
    seat.say({ type: 'seat/hangUp', sessionId })
    expect(await ann.next('call/ended')).toMatchObject({ n: 6, closeBy: 'seat', endStatus: 'ok' })
    const types = 'welcome ack started ivr ack queued ringing accepted ended'
    expect(ann.heard.map(({ type }) => type.split('/')[1]).join(' ')).toBe(types)
    expect(ann.heard[0]).toMatchObject({ resumed: false, seen: 0, heartbeatMs: 10_000, windowMs: 30_000 })
    expect(ann.socket.protocol).toBe('tccc.1')
    expect(phases).toEqual(['ivr', 'waiting', 'ringing', 'talking', 'ended'])
  })

  it('answers a heartbeat at once, with a frame that begins as agreed', async () => {
    const ann = await customerWire(await open(), 'ann')
    const raw: string[] = []
    ann.socket.on('message', (data: Buffer) => raw.push(data.toString()))
    ann.say('{"type":"link/heartbeat","seen":0}')
    await ann.next('link/heartbeat')
    expect(raw.at(-1)).toBe('{"type":"link/heartbeat","seen":0}')
  })

  it('is closed with 4408 after two heartbeats of silence, not before', async () => {
    const clock = createVirtualClock()
    const ann = await customerWire(await open({}, { clock }), 'ann')
    await ann.next('link/welcome')
    clock.advance(19_999)
    ann.say('{"type":"link/heartbeat","seen":0}')
    await ann.next('link/heartbeat')
    clock.advance(19_999)
    ann.say('{"type":"link/heartbeat","seen":0}')
    await ann.next('link/heartbeat')
    clock.advance(20_000)
    expect(await ann.closed).toMatch(/^4408/)
  })

  it('takes each number once, and acknowledges it again', async () => {
    const ann = await customerWire(await open(), 'ann')
    ann.say({ ...startFrame, n: 1 })
    ann.say({ ...startFrame, callId: 'c2', n: 1 })
    await ann.next('link/ack')
    expect(await ann.next('link/ack')).toEqual({ type: 'link/ack', seen: 1 })
    expect(ann.heard.filter(({ type }) => /started|refused/.test(type))).toHaveLength(1)
  })

  it('treats a gap in the numbers as a lost line: 4400, and the link can be resumed', async () => {
    const centre = await open()
    const ann = await customerWire(centre, 'ann')
    const { linkId } = await ann.next('link/welcome')
    ann.say({ ...startFrame, n: 2 })
    expect(await ann.closed).toMatch(/^4400/)
    const again = await customerWire(centre, 'ann', `${String(linkId)}.0`)
    expect(await again.next('link/welcome')).toMatchObject({ linkId, resumed: true, seen: 0 })
  })

  it('acknowledges and ignores a type that is not known', async () => {
    const ann = await customerWire(await open(), 'ann')
    ann.say({ type: 'call/later', n: 1, more: {} })
    ann.say({ type: 'something/else' })
    ann.say({ ...startFrame, n: 2, unknownField: true })
    await ann.next('call/started')
    expect(ann.heard.filter(({ type }) => type === 'link/invalid')).toEqual([])
  })

  it('says goodbye when the call centre goes away', async () => {
    const centre = await open()
    const ann = await customerWire(centre, 'ann')
    await ann.next('link/welcome')
    await centre.close({ spreadMs: 60_000 })
    expect(await ann.next('link/goAway')).toEqual({ type: 'link/goAway', reason: 'restart', spreadMs: 60_000 })
    expect(await ann.closed).toBe('1001 spreadMs=60000')
  })
})

it('a call centre that is closed leaves no timer, whatever went on', async () => {
  const clock = createVirtualClock()
  const centre = await open({}, { clock })
  const [seat, ann] = [await seatWire(centre, '1'), await customerWire(centre, 'ann')]
  ann.say({ ...startFrame, n: 1 })
  await seat.next('seat/incoming')
  expect(clock.pending()).toBe(7)
  await centre.close()
  expect(clock.pending()).toBe(0)
  expect(await seat.closed).toMatch(/^1001/)
})

describe('the opening', () => {
  it.each([
    ['no token', [] as string[]],
    ['a token of somebody else', ['token.abc.def']],
    ['half a token', ['token.abc']],
  ])('with %s: 4401', async (_, protocols) => {
    const stranger = wire(await open(), '/signalling', ['tccc.1', ...protocols])
    expect(await stranger.closed).toMatch(/^4401/)
    expect(stranger.heard).toEqual([])
  })

  it('with a token of our own in which another customer was written: 4401', async () => {
    const centre = await open()
    const [key = '', body = '', signature = ''] = (await tokenFor(centre, 'eve')).split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...claims, userId: 'customer-ann' })).toString('base64url')
    const opened = (token: string) => wire(centre, '/signalling', ['tccc.1', `token.${token}`])
    expect(await opened(`${key}.${forged}.${signature}`).closed).toMatch(/^4401/)
    expect(await opened(`${key}.${body}.${signature}`).next('link/welcome')).toBeDefined()
  })

  it('with a token that has expired: 4401', async () => {
    const clock = createVirtualClock()
    const centre = await open({ tokenLifeMs: 1_000 }, { clock })
    const token = await tokenFor(centre, 'ann')
    clock.advance(1_000)
    expect(await wire(centre, '/signalling', ['tccc.1', `token.${token}`]).closed).toMatch(/^4401/)
  })

  it('with a token for another sdkAppId: 4403', async () => {
    const stateFolder = await mkdtemp(join(tmpdir(), 'centre-'))
    const other = await open({ sdkAppId: '1' }, { stateFolder })
    const { body } = await logIn(other, { sdkAppId: '1', jsCode: 'ann-1' })
    await other.close()
    const centre = await open({}, { stateFolder })
    expect(await wire(centre, '/signalling', ['tccc.1', `token.${body.token}`]).closed).toMatch(/^4403/)
    await centre.close()
    await rm(stateFolder, { recursive: true })
  })

  it('without version 1: 4403', async () => {
    expect(await wire(await open(), '/signalling').closed).toMatch(/^4403/)
  })

  it('when there are too many links: 4503, with a time to come back', async () => {
    const centre = await open({ maxLinks: 1 })
    await (await customerWire(centre, 'ann')).next('link/welcome')
    expect(await (await customerWire(centre, 'bob')).closed).toBe('4503 retryAfterMs=1200')
  })
})
