import { createLog, noteIn } from '../server/observe/log'
import { createWeChatStub } from '../stubs/wechat/wechat-stub'
import { closeAll, customerWireWith, logIn, open, recordsOf, seatWire, startFrame } from './wire'

afterEach(closeAll)

const appId = 'wx4f4bc4dec97d474b'
const secret = 'the-secret-of-the-app'
const phoneNumber = '10000000000'

/** What a log has written, a line each. */
const memory = () => {
  const lines: string[] = []
  return { lines, destination: { write: (line: string) => void lines.push(line) } }
}

it('names a call from the tap to the record in each line, and holds no secret and no phone number', async () => {
  const wechat = await createWeChatStub({ appId, secret })
  const { lines, destination } = memory()
  const log = createLog('debug', destination)
  const centre = await open(
    { wechat: { appId, apiUrl: wechat.apiUrl } },
    {
      secrets: (name) => (name === 'TCCC_WECHAT_SECRET' ? secret : undefined),
      log: (line) => {
        log.warn(line)
      },
    },
  )
  centre.event$.subscribe(noteIn(log))

  const jsCode = wechat.code('openid-of-ann')
  const mobileCode = wechat.phoneCode(phoneNumber)
  const { encryptedData: dataEnv, iv: dataIv } = wechat.encrypt('openid-of-ann', { nickName: 'Ann' })
  const { body } = await logIn(centre, { sdkAppId: '1400000000', jsCode, mobileCode, dataEnv, dataIv })
  const { token, userId } = body as { readonly token: string; readonly userId: string }
  const seat = await seatWire(centre, '1')
  const ann = customerWireWith(centre, token)
  ann.say({ ...startFrame, callId: 'the-tap', n: 1 })
  const { sessionId } = await seat.next('seat/incoming')
  seat.say({ type: 'seat/answer', sessionId, n: 2 })
  await ann.next('call/accepted')
  ann.say({ type: 'call/hangUp', callId: 'the-tap', closeBy: 'client', endStatus: 'ok', n: 2 })
  await seat.next('seat/ended')
  await wechat.close()

  const told = lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  const calls = told.filter(({ msg }) => msg === 'call')
  expect(calls.map(({ phase }) => phase)).toEqual(['ivr', 'waiting', 'ringing', 'talking', 'ended'])
  const [record] = (await recordsOf(centre)) as readonly object[]
  expect(record).toMatchObject({ CallId: 'the-tap', SessionId: sessionId, Caller: userId })
  for (const call of calls) expect(call).toMatchObject({ callId: 'the-tap', sessionId, userId, level: 'info' })
  expect(calls.at(-1)).toMatchObject({ end: { endStatus: 'ok', closeBy: 'client' } })
  expect(told.find(({ msg }) => msg === 'log-in')).toMatchObject({ result: 'ok', userId })
  expect(told.every(({ time }) => /^\d{4}-\d\d-\d\dT.*Z$/.test(String(time)))).toBe(true)
  for (const private_ of [
    token,
    secret,
    jsCode,
    mobileCode,
    phoneNumber,
    'openid-of-ann',
    'Ann',
    dataEnv,
    'session_key',
  ]) {
    expect(lines.join('')).not.toContain(private_)
  }
})

it('writes over what must never be written, should it be handed over all the same', () => {
  const { lines, destination } = memory()
  const log = createLog('info', destination)
  log.info({ token: 'aaa', headers: { authorization: 'bbb', cookie: 'ccc' }, session: { password: 'ddd' } }, 'x')
  expect(lines.join('')).not.toMatch(/aaa|bbb|ccc|ddd/)
  expect(lines.join('')).toContain('[secret]')
})
