/** Somebody's own mini program on the phone: a usual page, and what the phone says of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { buildPhone } from '../../devtools/phone/build'
import { eventually } from './eventually'
import { CONFIG } from './config'
import { launch, STATIC_ROOTS } from './stage'

jest.setTimeout(60_000)

const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["pages/a/a", "pages/b/b"], "usingComponents": { "tccc-wx-sdk": "tccc-wx-sdk" } }',
  'app.js': 'App({})',
  'package.json': '{ "dependencies": { "tccc-wx-sdk": "0.1.0" } }',
  'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle cx="5" cy="5" r="5"/></svg>',
  'pages/a/a.json': '{ "navigationBarTitleText": "A" }',
  'pages/a/a.wxml': `<tccc-wx-sdk id="tcccSdk" bind:sessionEnded="ended" bind:error="nobody" />
<scroll-view scroll-y="{{true}}" style="height: 40px"><view style="height: 200px">long</view></scroll-view>
<image src="../../dot.svg" bindload="loaded" /><icon type="success" /><map />
<input class="name" value="{{name}}" bindinput="typed" /><text class="said">{{name}}</text>
<switch bindchange="turned" />
<button class="ask" bindtap="ask">ask</button>
<navigator class="to-b" url="../b/b?x=1">to b</navigator>`,
  'pages/a/a.js': `Page({
  data: { name: '', log: [] },
  note(what) { this.setData({ log: [...this.data.log, what] }) },
  onShow() { this.note('show') },
  onHide() { this.note('hide') },
  typed({ detail }) { this.setData({ name: detail.value }) },
  turned({ detail }) { this.note('switch ' + detail.value) },
  loaded({ detail }) { this.note('image ' + detail.width) },
  ended({ closeBy }) {},
  async ask() {
    await wx.setStorage({ key: 'm', data: 2 })
    this.note('stored ' + wx.getStorageSync('m'))
    const { confirm } = await wx.showModal({ title: 'sure?' })
    this.note('modal ' + confirm)
    await wx.navigateTo({ url: 'nowhere' }).catch(({ errMsg }) => this.note(errMsg))
    wx.chooseImage || wx.chooseImage
  },
})`,
  'pages/b/b.json': '{ "navigationBarTitleText": "B" }',
  'pages/b/b.wxml': '<view class="b">{{x}} of {{count}}</view><button class="again" bindtap="again">again</button>',
  'pages/b/b.js': `Page({
  data: { x: '', count: 0 },
  onLoad({ x }) { this.setData({ x, count: getCurrentPages().length }) },
  again() { wx.redirectTo({ url: '/pages/b/b?x=2' }) },
})`,
  'pages/old/old.js': 'Page({})',
  'pages/old/old.wxml': '<view>',
}

describe('a usual page on the phone', () => {
  const street = mkdtempSync(join(tmpdir(), 'tccc-own-program-'))
  const folder = join(street, 'program')
  let centre: CallCentre
  let browser: Browser
  let page: Page
  let screen: FrameLocator

  beforeAll(async () => {
    for (const [file, text] of Object.entries(PROGRAM)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const outFolder = join(street, 'phone')
    await buildPhone({ programFolder: folder, outFolder })
    centre = await createCallCentre(checkConfig(CONFIG), { staticRoots: { ...STATIC_ROOTS, '/phone/': outFolder } })
    browser = await launch()
    page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage()
    await page.goto(`${centre.url}/phone/?lang=en`)
    screen = page.frameLocator('iframe')
  })

  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
    rmSync(street, { recursive: true, force: true })
  })

  const log = () =>
    page.evaluate(() => (globalThis as unknown as { phone: { pageData(): { log: string[] } } }).phone.pageData().log)

  it('has its tags, its storage and its dialogues', async () => {
    await screen.locator('.name').fill('Ann')
    await eventually(async () => {
      expect(await screen.locator('.said').innerText()).toBe('Ann')
    })
    await screen.locator('switch input').check()
    await screen.locator('.ask').click()
    await screen.locator('.wx-modal-confirm').click()
    await eventually(async () => {
      const rest = ['switch true', 'stored 2', 'modal true', 'navigateTo:fail page "pages/a/nowhere" is not found']
      expect([...(await log())].sort()).toEqual(['show', 'image 10', ...rest].sort())
    })
  })

  it('goes to another page and back', async () => {
    await screen.locator('.to-b').click()
    await eventually(async () => {
      expect(await screen.locator('.b').innerText()).toBe('1 of 2')
    })
    expect(await screen.locator('.navigation-title').innerText()).toBe('B')
    await screen.locator('.again').click()
    await eventually(async () => {
      expect(await screen.locator('.b').innerText()).toBe('2 of 2')
    })
    await screen.locator('.navigation-back').click()
    await eventually(async () => {
      expect((await log()).slice(-2)).toEqual(['hide', 'show'])
    })
    expect(await screen.locator('.navigation-title').innerText()).toBe('A')
    expect(await screen.locator('.navigation-back').isVisible()).toBe(false)
  })

  it('the page beside the phone says what is wrong, once each, and has links to the other pages', async () => {
    const told = await page.locator('.warnings li').allInnerTexts()
    expect(told.map((text) => text.split(' ').slice(0, 5).join(' '))).toEqual([
      'pages/a/a.js:9 ended reads closeBy of',
      'pages/a/a.wxml:1 bind:error names nobody, and',
      'pages/old/old.wxml:1 <view> is never closed.',
      'This phone does not play',
      'This phone has no wx.chooseImage.',
    ])
    expect(await page.locator('.pages a').allInnerTexts()).toEqual(['A', 'B'])
  })
})
