/** The settings page of the example: what the terminal of `npm start -- --lan` shows is scanned, and kept. */
import type { Browser, FrameLocator, Page } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import type { LanSettings } from '../../call-centre/server/lan/lan-words'
import { findings } from './axe'
import { eventually } from './eventually'
import { launch, STATIC_ROOTS } from './stage'

jest.setTimeout(60_000)

const CODE: LanSettings = { host: 'http://192.168.1.20:7100', sdkAppId: '1400000000', channelId: 'direct' }

describe('the settings page', () => {
  let centre: CallCentre
  let browser: Browser
  let page: Page
  let screen: FrameLocator

  beforeAll(async () => {
    centre = await createCallCentre(checkConfig(defaults), { staticRoots: STATIC_ROOTS })
    browser = await launch()
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await page.goto(`${centre.url}/phone/?lang=en&page=pages/settings/settings`)
    screen = page.frameLocator('iframe')
  })
  afterEach(() => page.close())
  afterAll(async () => {
    await browser.close()
    await centre.close()
  })

  const scan = async (text: string): Promise<void> => {
    page.once('dialog', (dialog) => void dialog.accept(text))
    await screen.getByText('Scan', { exact: true }).click()
  }
  const field = (label: string) => screen.locator(`[aria-label="${label}"] input, input[aria-label="${label}"]`).first()
  const values = async () => ({
    host: await field('Address of the call centre').inputValue(),
    sdkAppId: await field('SDKAppID').inputValue(),
    channelId: await field('Entry').inputValue(),
  })

  it('begins with the numbers of config.js, and nobody is kept out by its looks', async () => {
    await eventually(async () => {
      expect(await values()).toEqual({ host: '', sdkAppId: '1400000000', channelId: 'service' })
    })
    expect(await findings(page, 'en')).toEqual([])
  })

  it('keeps what was scanned, and the next call goes there', async () => {
    await scan(JSON.stringify(CODE))
    await eventually(async () => {
      expect(await values()).toEqual(CODE)
    })
    await screen.getByText('Save and call').click()
    // The browser's phone has that address on no white list: so it is asked for.
    await eventually(async () => {
      expect(await screen.locator('.wx-toast-title').innerText()).toBe('Host blocked')
    })
    await page.reload()
    await eventually(async () => {
      expect(await values()).toEqual(CODE)
    })
  })

  it('says when it is another code, and changes nothing', async () => {
    await scan('https://example.com')
    await eventually(async () => {
      expect(await screen.locator('.wx-toast-title').innerText()).toBe('This is not the code of npm start -- --lan')
    })
    expect(await values()).toMatchObject({ host: '' })
  })

  it('refuses an address that no phone takes, and keeps it not', async () => {
    await scan(JSON.stringify({ ...CODE, host: 'http://calls.example.com' }))
    await screen.getByText('Save and call').click()
    await eventually(async () => {
      expect(await screen.locator('.wx-toast-title').innerText()).toMatch(/^Not a host/)
    })
    await page.reload()
    await eventually(async () => {
      expect(await values()).toMatchObject({ host: '', channelId: 'service' })
    })
  })
})
