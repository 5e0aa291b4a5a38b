/** What a page of another origin can do with the pages of the call centre in a real browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { launch, signIn, STATIC_ROOTS } from './stage'

jest.setTimeout(60_000)

const PAGES = ['/phone/', '/phone/screen.html', '/sign-in/']
const STAFF_PAGES = ['/workstation/', '/operator/', '/history/', '/inspector/', '/accounts/']

describe('the pages of the call centre', () => {
  let browser: Browser
  let foreign: Server
  let origin: string
  let framed = ''
  const centres: CallCentre[] = []

  const open = async (frameAncestors: readonly string[] = []): Promise<CallCentre> => {
    const config = checkConfig({ ...defaults, frameAncestors })
    const centre = await createCallCentre(config, { staticRoots: STATIC_ROOTS })
    centres.push(centre)
    return centre
  }

  beforeAll(async () => {
    browser = await launch()
    foreign = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<iframe src="${framed}"></iframe>`)
    })
    await new Promise<void>((listening) => foreign.listen(0, '127.0.0.1', listening))
    origin = `http://127.0.0.1:${String((foreign.address() as AddressInfo).port)}`
  })
  afterAll(async () => {
    await browser.close()
    await Promise.all(centres.map((centre) => centre.close()))
    foreign.closeAllConnections()
    foreign.close()
  })

  const inFrame = async (url: string): Promise<string> => {
    framed = url
    const page = await browser.newPage()
    await page.goto(origin, { waitUntil: 'load' })
    const shown = page.frames()[1]?.url() ?? ''
    await page.close()
    return shown
  }

  it.each([...PAGES, ...STAFF_PAGES])('%s is not shown in a frame of another origin', async (path) => {
    const { url } = await open()
    expect(await inFrame(url + path)).toMatch(/^chrome-error:/)
  })

  it('are shown in a frame of an origin that is listed', async () => {
    const { url } = await open([origin])
    for (const path of PAGES) expect(await inFrame(url + path)).toBe(url + path)
    // A frame of others brings no cookie.
    for (const path of STAFF_PAGES) expect(await inFrame(url + path)).toContain(`${url}/sign-in/`)
  })

  it.each([...PAGES, ...STAFF_PAGES])('%s does nothing that its own policy forbids', async (path) => {
    const centre = await open()
    const { url } = centre
    const context = await browser.newContext()
    if (STAFF_PAGES.includes(path)) await signIn(context, centre, { accountId: 'a', name: 'A', role: 'administrator' })
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) refused.push(message.text())
    })
    await page.goto(url + path, { waitUntil: 'networkidle' })
    await context.close()
    expect(refused).toEqual([])
  })
})
