/**
 * call-centre/deploy/cluster without containers: its nginx, its settings of Redis, two nodes by the command of the package;
 * a call between two browsers, and the death of the node that leads.
 */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { read } from '../docs/markdown'
import { eventually } from '../end-to-end/eventually'
import { launch, Phone, Seat, voicePath } from '../end-to-end/stage'
import { openBackEnd, type BackEnd } from './back-end'
import { hearEachOther } from './hear-each-other'
import { becomes, startNode, type NodeProcess } from './node-process'
import { beforeNodes, freePort, newFolder, stopPrograms, type Proxy } from './programs'
import { startRedis, type Redis } from './redis'

jest.setTimeout(300_000)

let redis: Redis
let backEnd: BackEnd
let nodes: NodeProcess[] = []
let proxy: Proxy
let browsers: Browser[] = []

const profile = (browser: Browser | undefined): Promise<BrowserContext> => {
  if (!browser) throw new Error('there is no browser')
  return browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1280, height: 900 } })
}

const startAt = (config: string, port: number): NodeProcess => {
  const secrets = { TCCC_REDIS_URL: redis.url, TCCC_NODE_KEY: 'the key of both nodes', TCCC_CDR_PUSH_KEY: backEnd.key }
  return startNode(config, `http://127.0.0.1:${port}`, secrets)
}

const soon = (expectation: () => void, withinMs?: number): Promise<void> =>
  eventually(async () => {
    await Promise.resolve()
    expectation()
  }, withinMs)

/** As the published one, but for the addresses of this machine and a back end. */
const configFor = (port: number): string => {
  const published = JSON.parse(read('call-centre/deploy/cluster/centre.json')) as object
  const file = join(newFolder('nodes'), 'centre.json')
  const own = { publicUrl: `https://127.0.0.1:${port}`, trustProxy: ['127.0.0.1'], media: { plane: 'webrtc' } }
  writeFileSync(file, JSON.stringify({ ...published, ...own, cdrPushUrl: backEnd.url, log: { format: 'text' } }))
  return file
}

const choosePassword = async (page: Page, link: string): Promise<void> => {
  await page.goto(link)
  for (const name of ['password', 'again']) await page.locator(`input[name="${name}"]`).fill('a long way to the office')
  await page.locator('[data-do="submit"]').click()
}

const administratorLink = async (leader: NodeProcess | undefined): Promise<string> => {
  const find = () => /https:\S+\/sign-in\/#[\w-]+/.exec(leader?.said() ?? '')?.[0]
  await soon(() => {
    expect(find()).toBeDefined()
  }, 20_000)
  return find() ?? ''
}

/** The administrator makes an account, whose owner goes to work. */
const openSeat = async (link: string): Promise<Seat> => {
  const office = await (await profile(browsers[1])).newPage()
  await choosePassword(office, link)
  await office.locator('input[name="name"]').fill('Lin')
  await office.locator('input[name="accountId"]').fill('1001')
  await office.locator('[data-do="make"]').click()
  const hers = await office.locator('[data-link]').getAttribute('data-link')
  const context = await profile(browsers[1])
  const desk = await context.newPage()
  await choosePassword(desk, hers ?? '')
  await desk.waitForURL(/workstation/)
  await desk.close()
  const seat = await Seat.at(context, `https://127.0.0.1:${proxy.port}`)
  await seat.press('sign-in')
  await seat.sees('idle')
  return seat
}

beforeAll(async () => {
  redis = await startRedis()
  backEnd = await openBackEnd()
  const ports = [await freePort(), await freePort()]
  proxy = await beforeNodes(ports.map((port) => `http://127.0.0.1:${port}`))
  const config = configFor(proxy.port)
  for (const port of ports) {
    nodes.push(startAt(config, port))
    await becomes(nodes.at(-1), nodes.length === 1 ? 'leads' : 'follows')
  }
  browsers = [await launch(voicePath('customer')), await launch(voicePath('seat'))]
})

afterAll(async () => {
  for (const { child } of nodes) child.kill('SIGKILL')
  nodes = []
  await Promise.all(browsers.map((browser) => browser.close()))
  await stopPrograms()
  await backEnd.close()
})

it('says what each node is', async () => {
  const [leader, follower] = nodes
  await soon(() => {
    expect(leader?.said()).toContain('This node leads.')
  })
  expect(follower?.said()).toContain(`This node follows the one at ${leader?.url ?? ''}.`)
  for (const node of nodes) expect(node.said()).not.toContain('the key of both nodes')
})

it('carries a call whose leader is killed: voices go on, the line is lost and back, and there is one record', async () => {
  const [leader, follower] = nodes
  const seat = await openSeat(await administratorLink(leader))
  const phone = await Phone.open(
    await profile(browsers[0]),
    `https://127.0.0.1:${proxy.port}`,
    'en',
    'channelId=direct',
  )
  await phone.call()
  await seat.sees('ringing')
  await seat.press('answer')
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  await eventually(() => hearEachOther(phone, seat), 60_000)

  leader?.child.kill('SIGKILL')
  await seat.page.locator('.line-lost').waitFor()
  await eventually(async () => expect(await phone.text()).toMatch(/reconnecting/i))
  await hearEachOther(phone, seat)
  await becomes(follower, 'leads')
  await seat.page.locator('.line-up').waitFor({ timeout: 30_000 })
  await eventually(async () => expect(await phone.text()).not.toMatch(/reconnecting/i), 30_000)
  await Promise.all([phone.sees('talking'), seat.sees('talking')])
  await hearEachOther(phone, seat)

  await phone.press('Hang up')
  await Promise.all([phone.sees('ended'), seat.sees('ended')])
  await soon(() => {
    expect(backEnd.records).toHaveLength(1)
  }, 20_000)
  expect(backEnd.records[0]).toMatchObject({ signed: true, body: { EndStatusString: 'ok', HungUpSide: 'user' } })
})

it('hands over when the leader is stopped as one should', async () => {
  const [gone, leader] = nodes
  const port = Number(new URL(gone?.url ?? '').port)
  const again = startAt(configFor(proxy.port), port)
  nodes = [again, ...(leader ? [leader] : [])]
  await becomes(again, 'follows')
  leader?.child.kill('SIGTERM')
  if (leader) await once(leader.child, 'exit')
  expect(leader?.child.exitCode).toBe(0)
  await becomes(again, 'leads')
})
