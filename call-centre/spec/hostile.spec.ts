import { closeAll, customerWire, deskWire, logIn, open, seatWire, staff, startFrame, wire } from './wire'

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
    ['a start that is too long', JSON.stringify({ ...startFrame, n: 1, text: 'x'.repeat(66_000) })],
    ['a start that is too deep', JSON.stringify({ ...startFrame, n: 1, deep: JSON.parse(deep(17)) as unknown })],
    ['a heartbeat without its number', '{"type":"link/heartbeat"}'],
    ['an acknowledgement of what was never sent', '{"type":"link/ack","seen":5}'],
    ['digits that are none', '{"type":"call/digits","sessionId":"s","digits":"abc","n":1}'],
    ['a number below one', '{"type":"call/start","callId":"c1","channelId":"direct","media":"audio","n":0}'],
  ])('sends %s: it is told so, and the link goes on', async (_, frame) => {
    const ann = await customerWire(await open(), 'ann')
    ann.say(frame)
    const { reason } = await ann.next('link/invalid')
    expect(reason).toEqual(expect.any(String))
    const isTaken = frame.startsWith('{"type":"call/') && frame.includes('"n":1')
    ann.say({ ...startFrame, n: isTaken ? 2 : 1 })
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
    const seat = await deskWire(centre, '1')
    seat.say('rubbish')
    seat.say({ type: 'seat/answer', sessionId: 'x' })
    seat.say({ type: 'seat/signIn', desk: '../etc' })
    await seat.next('link/invalid')
    expect(await seat.next('seat/refused')).toMatchObject({ command: 'seat/answer', code: 'SIGN_IN_FIRST' })
    expect((await seat.next('link/invalid'))['reason']).toContain('seat/signIn')
    await seatWire(centre, '1')
  })

  it.each(['/seat', '/operator'])('opens %s from a page of another origin: 403', async (path) => {
    const centre = await open()
    const cookie = await staff(centre, 'supervisor')
    for (const origin of [
      'https://evil.example',
      'null',
      'http://127.0.0.1.evil.example',
      'http://localhost@evil.example',
      'http://127.0.0.1:1',
    ]) {
      expect(await wire(centre, path, [], { ...cookie, origin }).closed).toBe('1006')
    }
    const own = wire(centre, path, [], { ...cookie, origin: centre.url })
    await new Promise((opened) => own.socket.once('open', opened))
  })

  it('logs in with rubbish, with a code twice, for another centre, too often', async () => {
    const centre = await open({ maxLoginsPerMinute: 2 })
    const good = { sdkAppId: '1400000000', jsCode: 'ann-1' }
    expect(await logIn(centre, null)).toMatchObject({ status: 400, body: { code: 'BODY_INVALID' } })
    expect(await logIn(centre, { jsCode: 'ann-1' })).toMatchObject({ status: 400, body: { code: 'BODY_INVALID' } })
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
      body: { code: 'TOO_MANY_REQUESTS', retryAfterMs: expect.any(Number) as number },
    })
  })

  it('logs in with too much or with what is no JSON: each has a code of its own', async () => {
    const { url } = await open()
    const post = async (body: string) => {
      const response = await fetch(`${url}/login`, { method: 'POST', body })
      return { status: response.status, ...((await response.json()) as { readonly code: string }) }
    }
    const good = JSON.stringify({ sdkAppId: '1400000000', jsCode: 'ann-1' })
    expect(await post('x'.repeat(65_537))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' })
    expect(await post('{')).toMatchObject({ status: 400, code: 'BODY_INVALID' })
    expect(await post(good + ' '.repeat(65_536 - good.length))).toMatchObject({ status: 200 })
  })
})
