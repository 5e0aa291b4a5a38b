import { closeAll, customerWire, logIn, open, seatWire, startFrame, wire } from './wire'

afterEach(closeAll)

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

describe('a hostile client', () => {
  it.each([
    ['no JSON', '{'],
    ['no object', '[1]'],
    ['null', 'null'],
    ['no type', '{"n":1}'],
    ['too deep', `{"type":"x","b":${deep(17)}}`],
    ['too long', JSON.stringify({ type: 'x', text: 'é'.repeat(33_000) })],
    ['a heartbeat without its number', '{"type":"link/heartbeat"}'],
    ['an acknowledgement of what was never sent', '{"type":"link/ack","seen":5}'],
    ['digits that are none', '{"type":"call/digits","sessionId":"s","digits":"abc","n":1}'],
    ['a number below one', '{"type":"call/start","callId":"c1","channelId":"direct","media":"audio","n":0}'],
  ])('sends %s: it is told so, and the link goes on', async (_, frame) => {
    const ann = await customerWire(await open(), 'ann')
    ann.say(frame)
    const { reason } = await ann.next('link/invalid')
    expect(reason).toEqual(expect.any(String))
    ann.say({ ...startFrame, n: frame.includes('call/digits') ? 2 : 1 })
    await ann.next('call/started')
  })

  it('sends binary: it is told so', async () => {
    const ann = await customerWire(await open(), 'ann')
    await ann.next('link/welcome')
    ann.socket.send(Buffer.from('{"type":"link/heartbeat","seen":0}'))
    expect(await ann.next('link/invalid')).toMatchObject({ reason: 'frames are text' })
  })

  it('goes on sending rubbish: 4400', async () => {
    const ann = await customerWire(await open(), 'ann')
    for (let count = 0; count < 5; count += 1) ann.say('rubbish')
    expect(await ann.closed).toMatch(/^4400/)
    expect(ann.heard.filter(({ type }) => type === 'link/invalid')).toHaveLength(5)
  })

  it('sends a frame beyond all measure: the socket closes, the others go on', async () => {
    const centre = await open()
    const [ann, bob] = [await customerWire(centre, 'ann'), await customerWire(centre, 'bob')]
    ann.say('x'.repeat(600_000))
    expect(await ann.closed).toMatch(/^1009/)
    bob.say({ ...startFrame, n: 1 })
    await bob.next('call/started')
  })

  it('never acknowledges: its link is given up', async () => {
    const ann = await customerWire(await open(), 'ann')
    await ann.next('link/welcome')
    for (let n = 1; n <= 600; n += 1) ann.say({ ...startFrame, channelId: 'nowhere', callId: `c${n}`, n })
    expect(await ann.closed).toBe('4400 nothing is acknowledged')
  })

  it('names somebody else’s session: nothing happens', async () => {
    const centre = await open()
    const [ann, mallory] = [await customerWire(centre, 'ann'), await customerWire(centre, 'eve')]
    ann.say({ ...startFrame, n: 1 })
    const { sessionId } = await ann.next('call/started')
    const hangUp = { type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok' }
    mallory.say({ ...hangUp, sessionId, n: 1 })
    mallory.say({ ...hangUp, n: 2 })
    await mallory.next('link/ack')
    await mallory.next('link/ack')
    ann.say({ ...startFrame, callId: 'c2', n: 2 })
    expect(await ann.next('call/refused')).toMatchObject({ code: 'CALL_IN_PROGRESS' })
  })

  it('knocks at the seat’s door with rubbish: it is refused', async () => {
    const centre = await open()
    const seat = wire(centre, '/seat')
    seat.say('rubbish')
    seat.say({ type: 'seat/answer', sessionId: 'x' })
    seat.say({ type: 'seat/signIn', seatId: '../etc', name: 'x' })
    await seat.next('seat/refused')
    expect(await seat.next('seat/refused')).toMatchObject({ command: 'seat/answer', message: 'Sign in first.' })
    expect(await seat.next('seat/refused')).toMatchObject({ command: 'seat/signIn' })
    await seatWire(centre, '1')
  })

  it.each(['/seat', '/operator'])('opens %s from a page of another origin: 403', async (path) => {
    const centre = await open()
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1.evil.example',
      'http://localhost@evil.example',
    ]) {
      expect(await wire(centre, path, [], { origin }).closed).toBe('1006')
    }
    const own = wire(centre, path, [], { origin: centre.url })
    await new Promise((opened) => own.socket.once('open', opened))
  })

  it('logs in with rubbish, with a code twice, for another centre, too often', async () => {
    const centre = await open({ maxLoginsPerMinute: 2 })
    const good = { sdkAppId: '1400000000', jsCode: 'ann-1' }
    expect(await logIn(centre, null)).toMatchObject({ status: 404, body: { code: 'SDK_APP_ID_UNKNOWN' } })
    expect(await logIn(centre, { ...good, sdkAppId: '2' })).toMatchObject({ status: 404 })
    expect(await logIn(centre, { ...good, jsCode: '' })).toMatchObject({
      status: 400,
      body: { code: 'JS_CODE_INVALID' },
    })
    const first = await logIn(centre, good)
    expect(first.body.token).toMatch(/^[A-Za-z0-9\-_.]+$/)
    expect(await logIn(centre, good)).toMatchObject({ status: 400, body: { code: 'JS_CODE_INVALID' } })
    expect((await logIn(centre, { ...good, jsCode: 'ann-2' })).body.userId).toBe(first.body.userId)
    expect(await logIn(centre, { ...good, jsCode: 'ann-3' })).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_REQUESTS' },
    })
  })
})
