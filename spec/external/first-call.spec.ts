/**
 * The guide "From an empty server to the first call of a customer", followed in an empty folder: its own command lines, read
 * off the page, nginx and coturn, stubs of WeChat and of the company's back end, and browsers for everybody.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createWeChatStub, type WeChatStub } from '../../call-centre/stubs/wechat/wechat-stub'
import { commandLines } from '../docs/markdown'
import { eventually } from '../end-to-end/eventually'
import { launch, Phone, Seat, voicePath } from '../end-to-end/stage'
import { keepConnections, measureGap } from '../end-to-end/voice-gap'
import { openBackEnd, type BackEnd } from './back-end'
import { hearEachOther } from './hear-each-other'
import { stopPrograms } from './programs'
import { Server } from './server'
import { switchedOn } from './unit'

jest.setTimeout(300_000)

/** From before the death of the process until both ends are back in the room of the next one. */
const GAP_MS = 40_000
/** A busy machine loses a packet in a hundred, and looks for them late. */
const [LOST_MS, LONGEST_MS] = [GAP_MS / 100, 500]
const UNIT = '/etc/systemd/system/tccc-call-centre.service'
const CONFIG = '/etc/tccc/centre.json'
const appId = 'wx4f4bc4dec97d474b'
const wechatSecret = randomBytes(16).toString('hex')
const passwords = { admin: 'a long way to the office', lin: 'a short way to the desk' }

const lines = commandLines('docs/call-centre/first-call.md')
/** What the lines of a section have printed. */
const typeSection = async (section: number): Promise<string> => {
  expect(lines[section]).not.toEqual([])
  let said = ''
  for (const line of lines[section] ?? []) said += await server.type(line)
  return said
}

let server: Server
let wechat: WeChatStub
let backEnd: BackEnd
let customers: Browser
let agents: Browser
let office: Page
let seat: Seat

interface Configuration {
  readonly media: { readonly webrtc: object }
}

const config = (): Configuration => JSON.parse(server.read(CONFIG)) as Configuration

const profile = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } })

const statusOf = async (path: string): Promise<number> => (await office.request.get(`${server.url}${path}`)).status()

const choosePassword = async (page: Page, link: string, password: string): Promise<void> => {
  await page.goto(link)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('input[name="again"]').fill(password)
  await page.locator('[data-do="submit"]').click()
}

const call = async (prepare = (): void => undefined): Promise<Phone> => {
  const phone = await Phone.open(await profile(customers), server.url, 'en', 'channelId=direct')
  await phone.run(prepare)
  await phone.call()
  await seat.sees('ringing')
  await seat.press('answer')
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  return phone
}

beforeAll(async () => {
  // The phone in the browser makes codes of its own: what stands before the hyphen names the customer.
  const ownerOf = (code: string) => `openid-${code.split('-')[0] ?? ''}`
  wechat = await createWeChatStub({ appId, secret: wechatSecret, ownerOf })
  backEnd = await openBackEnd()
  server = await Server.open()
  customers = await launch(voicePath('customer'))
  agents = await launch(voicePath('seat'))
  office = await (await profile(agents)).newPage()
})

afterAll(async () => {
  await stopPrograms()
  await Promise.all([customers.close(), agents.close()])
  await Promise.all([wechat.close(), backEnd.close()])
})

it('1. installs the package', async () => {
  await typeSection(1)
  expect(await server.type('npx tccc-call-centre --help')).toContain('--config <file>')
})

it('2. configures it', async () => {
  expect(await typeSection(2)).toContain(`${CONFIG} is good.`)
})

it('3. has a proxy and a relay, and nothing behind the proxy', async () => {
  await typeSection(3)
  expect(await statusOf('/healthz')).toBe(502)
})

it('4. starts', async () => {
  await typeSection(4)
  await eventually(async () => {
    await Promise.resolve()
    expect(server.centre.log()).toMatch(/PASS[^]*any code is taken/)
  }, 30_000)
  expect([await statusOf('/healthz'), await statusOf('/readyz')]).toEqual([200, 200])
})

it('5. has an administrator and an agent, who choose their passwords and sign in by them', async () => {
  const [link = ''] = /https:\S+\/sign-in\/#[\w-]+/.exec(server.centre.log()) ?? []
  await choosePassword(office, link, passwords.admin)
  await office.locator('input[name="name"]').fill('Lin')
  await office.locator('input[name="accountId"]').fill('1001')
  await office.locator('[data-do="make"]').click()
  const hers = await office.locator('[data-link]').getAttribute('data-link')
  const context = await profile(agents)
  const desk = await context.newPage()
  await choosePassword(desk, hers ?? '', passwords.lin)
  await desk.waitForURL(/workstation/)
  await context.clearCookies()
  await desk.goto(`${server.url}/workstation/`)
  await desk.locator('input[name="accountId"]').fill('1001')
  await desk.locator('input[name="password"]').fill(passwords.lin)
  await desk.locator('[data-do="submit"]').click()
  await desk.locator('[data-do="sign-in"]').first().waitFor()
  await desk.close()
  seat = await Seat.at(context, server.url)
})

it('6. keeps every word of PROTOCOL.md through the proxy, and carries a call from a browser', async () => {
  const address = server.url.replace('https', 'wss')
  expect(await server.type(`npx tccc-call-centre conformance ${address} --channel direct`)).toMatch(
    /\d+ passed, 0 failed\n$/,
  )
  await seat.press('sign-in')
  await seat.sees('idle')
  const phone = await call()
  await pause(2_000)
  await eventually(() => hearEachOther(phone, seat), 60_000)
  await phone.press('Hang up')
  await seat.sees('ended')
})

it('7. logs customers in by WeChat, and tells the back end', async () => {
  const media = { plane: 'webrtc', webrtc: { ...config().media.webrtc, relayOnly: true } }
  const more = { media, wechat: { appId, apiUrl: wechat.apiUrl }, cdrPushUrl: backEnd.url }
  server.write(CONFIG, JSON.stringify({ ...config(), ...more }, null, 2))
  server.write('/etc/tccc/secrets/wechat', `${wechatSecret}\n`)
  server.write('/etc/tccc/secrets/records', `${backEnd.key}\n`)
  server.write(UNIT, ['wechat', 'cdrPushUrl'].reduce(switchedOn, server.read(UNIT)))
  await typeSection(7)
  await eventually(async () => {
    await Promise.resolve()
    expect(server.centre.log()).toMatch(/Customers log in by WeChat, as users of wx\w+\.\s*$/)
  }, 20_000)
})

it('9. carries the first call of a customer over the relay alone, which outlives the death of the process, up to its record', async () => {
  await seat.page.locator('.line-up').waitFor({ timeout: 20_000 })
  await seat.page.evaluate(keepConnections)
  const phone = await call(keepConnections)
  expect(wechat.asked).toContain('/sns/jscode2session')
  await pause(2_000)
  await eventually(() => hearEachOther(phone, seat), 60_000)
  expect(server.turnSaid).toMatch(/ALLOCATE processed, success/)

  const gaps = Promise.all([phone.run(measureGap, GAP_MS), seat.page.evaluate(measureGap, GAP_MS)])
  await server.centre.stop('SIGKILL')
  await seat.page.locator('.line-lost').waitFor()
  await eventually(() => hearEachOther(phone, seat), 60_000)
  await server.centre.start()
  await seat.page.locator('.line-up').waitFor({ timeout: 20_000 })
  await eventually(async () => expect(await statusOf('/readyz')).toBe(200), 20_000)
  // Neither end has made another connection, and what is missing is what is missing at any time.
  for (const { connections, missingMs, longestMs } of await gaps) {
    expect(connections).toBe(1)
    expect(missingMs).toBeLessThan(LOST_MS)
    expect(longestMs).toBeLessThan(LONGEST_MS)
  }
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  await eventually(() => hearEachOther(phone, seat), 60_000)

  await phone.press('Hang up')
  await Promise.all([phone.sees('ended'), seat.sees('ended')])
  await eventually(async () => {
    await Promise.resolve()
    expect(backEnd.records).toHaveLength(1)
  }, 20_000)
  expect(backEnd.records[0]).toMatchObject({
    signed: true,
    body: { EndStatusString: 'ok', HungUpSide: 'user', Callee: 'direct', SeatUser: { UserId: '1001' } },
  })
  const text = JSON.stringify(backEnd.records) + server.centre.log()
  for (const secret of [wechatSecret, 'openid-', ...Object.values(passwords)]) expect(text).not.toContain(secret)
})
