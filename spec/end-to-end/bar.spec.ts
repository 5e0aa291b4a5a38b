/** The bar, in a browser: a customer in a call looks at other pages, sees the call there, and goes back to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Frame } from 'playwright-core'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { buildPhone } from '../../devtools/phone/build'
import { findings } from './axe'
import { CONFIG } from './config'
import { launch, Phone, Seat, STATIC_ROOTS, voicePath } from './stage'

jest.setTimeout(90_000)

const WITH_BAR = '{ "usingComponents": { "call-bar": "tccc-wx-sdk/bar" } }'

const PROGRAM: Readonly<Record<string, string>> = {
  'app.json': '{ "pages": ["pages/call/call", "pages/order/order", "pages/goods/goods"] }',
  'app.js': 'App({})',
  'package.json': '{ "dependencies": { "tccc-wx-sdk": "0.1.0" } }',
  'pages/call/call.json': '{ "usingComponents": { "call-panel": "tccc-wx-sdk/panel" } }',
  'pages/call/call.wxml': `<call-panel id="panel" sdkAppId="1400000000" channelId="direct">
    <navigator slot="during" url="../order/order">My order</navigator>
  </call-panel>`,
  'pages/call/call.js': 'Page({})',
  'pages/order/order.json': WITH_BAR,
  'pages/order/order.wxml': '<navigator url="../goods/goods">The goods</navigator><call-bar />',
  'pages/order/order.js': 'Page({})',
  'pages/goods/goods.json': WITH_BAR,
  'pages/goods/goods.wxml': '<view>A-1029</view><call-bar />',
  'pages/goods/goods.js': 'Page({})',
}

describe('a call whose customer looks at other pages', () => {
  const street = mkdtempSync(join(tmpdir(), 'tccc-bar-'))
  let centre: CallCentre
  let customers: Browser
  let agents: Browser
  let phone: Phone
  let seat: Seat
  let screen: Frame

  beforeAll(async () => {
    const [programFolder, outFolder] = [join(street, 'program'), join(street, 'phone')]
    for (const [file, text] of Object.entries(PROGRAM)) {
      mkdirSync(dirname(join(programFolder, file)), { recursive: true })
      writeFileSync(join(programFolder, file), text)
    }
    await buildPhone({ programFolder, outFolder })
    centre = await createCallCentre(checkConfig(CONFIG), { staticRoots: { ...STATIC_ROOTS, '/phone/': outFolder } })
    customers = await launch()
    agents = await launch(voicePath('seat'))
    phone = await Phone.open(await customers.newContext({ viewport: { width: 390, height: 844 } }), centre.url)
    seat = await Seat.open(await agents.newContext(), centre)
    const found = phone.page.frames().find((frame) => frame.url().includes('screen.html'))
    if (found === undefined) throw new Error('the phone has no screen')
    screen = found
  })

  afterAll(async () => {
    await Promise.all([customers.close(), agents.close()])
    await centre.close({ spreadMs: 0 })
    rmSync(street, { recursive: true, force: true })
  })

  const tap = (text: string) => screen.locator(`text="${text}" >> visible=true`).first().click()
  const bar = () => screen.locator('[aria-label$="Back to the call"] >> visible=true')
  const press = (label: string) => screen.locator(`[aria-label^="${label}"] >> visible=true`).first().click()

  it('shows it on each of them, while the agent goes on talking', async () => {
    await press('Call')
    await seat.sees('ringing')
    await tap('My order')
    await bar().getByText('Waiting for an answer…').waitFor()
    await seat.press('answer')
    await bar().getByText('In call').waitFor()
    await screen.locator('text="00:02" >> visible=true').waitFor()
    expect(await findings(phone.page, 'en')).toEqual([])
    await tap('The goods')
    await bar().getByText('In call').waitFor()
    await seat.sees('talking')
  })

  it('leads back to the call over both of them, which goes on', async () => {
    await bar().click()
    await press('Mute')
    await screen.locator('[aria-label="Mute on"]').waitFor()
    await tap('My order')
    await screen.locator('[aria-label="Lin In call Mute on Back to the call"] >> visible=true').waitFor()
  })

  it('is gone with the call', async () => {
    await seat.press('hang-up')
    await bar().waitFor({ state: 'detached' })
    await screen.locator('text="The goods" >> visible=true').waitFor()
  })
})
