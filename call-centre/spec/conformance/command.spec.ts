/** `tccc-call-centre conformance`, as somebody with a back end of their own runs it. */
import { conformanceCommand } from '../../conformance/command'
import { type MinimalServer, serveMinimal } from './minimal-server'

jest.setTimeout(60_000)

const SHORT = { heartbeatMs: 1_000, windowMs: 1_000 }

describe('tccc-call-centre conformance', () => {
  let server: MinimalServer
  let out: string[]
  let err: string[]

  beforeEach(async () => {
    server = await serveMinimal(SHORT)
    out = []
    err = []
  })
  afterEach(() => server.close())

  const run = (...args: string[]) =>
    conformanceCommand(
      args,
      (line) => out.push(line),
      (line) => err.push(line),
    )

  it('says of each scenario that it passed, counts them, and exits with 0', async () => {
    expect(await run(server.url)).toBe(0)
    expect(out.at(-1)).toMatch(/^\d+ passed, 0 failed$/)
    expect(out.slice(0, -1).filter((line) => !line.startsWith('pass  '))).toEqual([])
    expect(err).toEqual([])
  })

  it('says in words what failed, and exits with 1: here no channel takes the call', async () => {
    expect(await run(`${server.url}/`, '--channel', 'nobody', '--js-code', 'one-1')).toBe(1)
    expect(out.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed$/)
    expect(out).toContain(
      'FAIL  starts a call once: the same callId again gets the same answer\n      the call was refused: CHANNEL_UNKNOWN',
    )
    expect(out).toContain('left out  never gives the link of one customer to another: it takes two customers')
  })

  it('says with --help how it is used, and exits with 0', async () => {
    expect(await run('--help')).toBe(0)
    expect(out.join()).toContain('tccc-call-centre conformance <ws-url>')
    expect(err).toEqual([])
  })

  it.each([
    ['no address', [], 'tccc-call-centre conformance <ws-url>'],
    ['an address that is none', ['localhost:7100'], 'tccc-call-centre conformance <ws-url>'],
    ['an option that is not known', ['ws://127.0.0.1:1', '--fast'], "Unknown option '--fast'"],
    ['a limit that is none', ['ws://127.0.0.1:1', '--limit', 'soon'], '--limit soon is no time'],
    ['nobody there', ['ws://127.0.0.1:1'], 'fetch failed'],
  ])('exits with 2 with %s', async (_, args, words) => {
    expect(await run(...args)).toBe(2)
    expect(out).toEqual([])
    expect(err.join()).toContain(words)
  })

  it('exits with 2 when the log-in is refused', async () => {
    expect(await run(server.url, '--sdk-app-id', '7')).toBe(2)
    expect(err).toEqual(['the log-in was answered with HTTP 404 SDK_APP_ID_UNKNOWN'])
  })
})
