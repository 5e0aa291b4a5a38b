/** Who runs `tccc-wx-sdk init` in an empty folder ends with a call. */
import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame } from 'playwright-core'
import { add, pack } from '../package/user-project'
import { launch, Phone, Seat } from './stage'
import { start } from './start-program'

jest.setTimeout(120_000)

describe('a mini program made by init', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tccc-init-'))
  let centre: ChildProcess | undefined
  let browser: Browser | undefined
  let seat: Seat
  let screen: Frame

  beforeAll(async () => {
    add(folder, pack(), 'tccc-wx-sdk')
    const command = join(folder, 'node_modules/tccc-wx-sdk/dist/bin/tccc-wx-sdk.cjs')
    execFileSync('node', [command, 'init', folder, '--yes'])
    const { url, link, ...started } = await start(folder)
    centre = started.centre
    browser = await launch()
    seat = await Seat.open(await browser.newContext(), { url, signInLink: () => link })
    const phone = await Phone.open(await browser.newContext(), url)
    const found = phone.page.frames().find((frame) => frame.url().includes('screen.html'))
    if (found === undefined) throw new Error('the phone has no screen')
    screen = found
  })

  afterAll(async () => {
    await browser?.close()
    centre?.kill('SIGINT')
    if (centre !== undefined) await once(centre, 'exit')
    rmSync(folder, { recursive: true, force: true })
  })

  const press = (label: string) => screen.locator(`[aria-label^="${label}"]`).first().click()
  const shows = (text: string) => screen.getByText(text, { exact: true }).first().waitFor({ timeout: 10_000 })

  it('calls with its page, is answered, and hangs up', async () => {
    await press('Call')
    await shows('Menu')
    await press('1')
    await seat.sees('ringing')
    await shows('Waiting for an answer…')
    await seat.press('answer')
    await shows('In call')
    await press('Hang up')
    await shows('You have hung up')
    await seat.sees('wrapUp')
  })
})
