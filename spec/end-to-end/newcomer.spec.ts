/** Who follows README.zh-CN.md in an empty folder ends with a call. WeChat's compiler sees the same: check:wechat. */
import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { eventually } from './eventually'
import { launch, Phone, Seat } from './stage'
import { start } from './start-program'

jest.setTimeout(120_000)

const root = join(__dirname, '../..')

describe.each([
  ['README.zh-CN.md', '呼叫', '挂断'],
  ['README.md', 'Call', 'Hang up'],
])('a newcomer with %s', (page, call, hangUp) => {
  const street = mkdtempSync(join(tmpdir(), 'tccc-newcomer-'))
  let centre: ChildProcess | undefined
  let browser: Browser | undefined
  let seat: Seat
  let phone: Phone

  beforeAll(async () => {
    const command = ['internal/checks/newcomer/main.mjs', street, page]
    const folder = execFileSync('node', command, { cwd: root, encoding: 'utf8' }).trim()
    const { url, link, ...started } = await start(folder)
    centre = started.centre
    browser = await launch()
    seat = await Seat.open(await browser.newContext(), { url, signInLink: () => link })
    phone = await Phone.open(await browser.newContext(), url)
  })

  afterAll(async () => {
    await browser?.close()
    centre?.kill('SIGINT')
    if (centre !== undefined) await once(centre, 'exit')
    rmSync(street, { recursive: true, force: true })
  })

  it('calls, is answered, and hangs up', async () => {
    await phone.isLoggedIn()
    await phone.tap(call)
    await seat.sees('ringing')
    await seat.press('answer')
    await seat.sees('talking')
    await eventually(async () => {
      expect(await phone.run(() => document.querySelectorAll('live-pusher').length)).toBe(1)
    })
    await phone.tap(hangUp)
    // The built-in configuration gives the agent time to write the talk up.
    await seat.sees('wrapUp')
  })
})
