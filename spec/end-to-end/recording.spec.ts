/** A customer sends what the phone has recorded, and the people at the centre read what happened there. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { buildPhone } from '../../devtools/phone/build'
import { findings } from './axe'
import { CONFIG } from './config'
import { launch, Phone, Seat, STATIC_ROOTS } from './stage'

jest.setTimeout(90_000)

const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["pages/call/call"], "usingComponents": { "tccc-wx-sdk": "tccc-wx-sdk" } }',
  'app.js': 'App({})',
  'package.json': '{ "dependencies": { "tccc-wx-sdk": "0.1.0" } }',
  'pages/call/call.json': '{ "navigationBarTitleText": "Call" }',
  'pages/call/call.wxml': `<tccc-wx-sdk id="tcccSdk" sdk-app-id="1400000000" bind:stateChange="changed" />
<view class="phase-{{phase}}">{{phase}}</view>
<button class="call" bindtap="call">call</button>
<button class="report" bindtap="report">report</button>
<button class="share" bindtap="share">share</button>
<view class="file">{{file}}</view>
<view class="outcome">{{outcome}}</view>`,
  'pages/call/call.js': `import { login } from 'tccc-wx-sdk/login'
import { sendRecording } from 'tccc-wx-sdk/report'

Page({
  data: { phase: 'idle', outcome: '', file: '' },
  onReady() {
    this.sdk = this.selectComponent('#tcccSdk')
    wx.login({ success: ({ code }) => login({ jsCode: code }) })
  },
  changed({ detail: { phase } }) { this.setData({ phase }) },
  call() { return this.sdk.startCall({ channelId: 'direct' }) },
  share() { this.setData({ file: JSON.stringify(this.sdk.recording()) }) },
  async report() {
    try {
      const { sessionId } = await sendRecording(this.sdk.recording())
      this.setData({ outcome: 'sent ' + sessionId })
    } catch (error) { this.setData({ outcome: error.code }) }
  },
})`,
}

describe('what the phone of a customer has recorded', () => {
  const street = mkdtempSync(join(tmpdir(), 'tccc-recording-'))
  const outFolder = join(street, 'phone')
  let browser: Browser
  let centre: CallCentre

  beforeAll(async () => {
    for (const [file, text] of Object.entries(PROGRAM)) {
      mkdirSync(dirname(join(street, 'program', file)), { recursive: true })
      writeFileSync(join(street, 'program', file), text)
    }
    await buildPhone({ programFolder: join(street, 'program'), outFolder })
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    rmSync(street, { recursive: true, force: true })
  })
  afterEach(async () => {
    await centre.close({ spreadMs: 0 })
  })

  const start = async (recordings: object, tapped: 'report' | 'share') => {
    const staticRoots = { ...STATIC_ROOTS, '/phone/': outFolder }
    centre = await createCallCentre(checkConfig({ ...CONFIG, ...recordings }), { staticRoots })
    const phone = await Phone.open(await browser.newContext(), centre.url, 'en', 'page=pages/call/call')
    const seat = await Seat.open(await browser.newContext({ viewport: { width: 1280, height: 900 } }), centre)
    const screen = phone.page.frameLocator('iframe')
    await phone.isLoggedIn()
    await screen.locator('.call').click()
    await seat.sees('ringing')
    await seat.press('answer')
    await seat.sees('talking')
    await seat.press('hang-up')
    await screen.locator('.phase-ended').waitFor()
    await screen.locator(`.${tapped}`).click()
    const open = async (path: string): Promise<Page> => {
      const page = await seat.page.context().newPage()
      await page.goto(`${centre.url}${path}`)
      return page
    }
    return { screen, open }
  }
  const storyIn = async (open: (path: string) => Promise<Page>): Promise<Page> => {
    const history = await open('/history/?lang=en')
    await history.locator('summary').click()
    return history
  }

  it('is told in sentences, saved, and seen in the inspector', async () => {
    const { screen, open } = await start({ recordings: {} }, 'report')
    await screen.locator('.outcome', { hasText: 'sent ' }).waitFor()
    const history = await storyIn(open)
    await history.locator('[data-do="read-recording"]').click()
    await history.locator('.told li', { hasText: 'direct' }).first().waitFor()
    expect(await findings(history, 'en')).toEqual([])
    const saving = history.waitForEvent('download')
    await history.locator('[data-do="save-recording"]').click()
    const file = join(street, 'call.json')
    await (await saving).saveAs(file)
    const opening = history.context().waitForEvent('page')
    await history.locator('[data-do="inspector"]').click()
    const inspector = await opening
    await inspector.locator('.in-words p', { hasText: 'direct' }).first().waitFor()
    expect(await inspector.locator('.trouble').innerText()).toBe('')
  })

  it('is added by the staff as the customer has shared it', async () => {
    const { screen, open } = await start({ recordings: {} }, 'share')
    const file = screen.locator('.file', { hasText: 'recording' })
    const shared = await file.innerText()
    const history = await storyIn(open)
    const input = history.locator('[data-do="add-recording"]')
    await input.setInputFiles({ name: 'call.json', mimeType: 'application/json', buffer: Buffer.from('half a f') })
    await history.locator('.recording .trouble', { hasText: 'damaged' }).waitFor()
    expect(await findings(history, 'en')).toEqual([])
    const dataTransfer = await history.evaluateHandle((text) => {
      const held = new DataTransfer()
      held.items.add(new File([text], 'call.json', { type: 'application/json' }))
      return held
    }, shared)
    await history.locator('.drop-here').dispatchEvent('drop', { dataTransfer })
    await history.locator('.recording', { hasText: 'Added by 1001' }).waitFor()
    await history.locator('.told li', { hasText: 'direct' }).first().waitFor()
  })

  it('stays on the phone where the centre takes none, and the page is told so', async () => {
    const { screen, open } = await start({}, 'report')
    await screen.locator('.outcome', { hasText: 'RECORDINGS_OFF' }).waitFor()
    expect(await (await storyIn(open)).locator('.recording').count()).toBe(0)
  })
})
