/** The page that is ready, in a browser: a customer calls with it and sees every phase of a real call. */
import type { Frame } from 'playwright-core'
import { eventually } from './eventually'
import { findings } from './axe'
import { look, watching } from './picture'
import { CONFIG } from './config'
import { openStage, recordsOf, type Stage } from './stage'

jest.setTimeout(90_000)

const RATED = { Score: 4, Scale: 5, Tags: ['态度友好 Friendly'], Comment: 'At last' }

describe('a customer whose page is call-panel', () => {
  let stage: Stage
  let screen: Frame

  beforeAll(async () => {
    stage = await openStage({
      config: { rating: { ...CONFIG.rating, scale: 5, shortestTalkMs: 0, againAfterMs: 0, recordWaitsMs: 60_000 } },
      phoneQuery: 'page=pages/panel/panel',
    })
    const found = stage.phone.page.frames().find((frame) => frame.url().includes('screen.html'))
    if (found === undefined) throw new Error('the phone has no screen')
    screen = found
  })

  afterAll(() => stage.close())

  const shows = (text: string) => screen.getByText(text, { exact: true }).first().waitFor({ timeout: 10_000 })
  const press = (label: string) => screen.locator(`[aria-label^="${label}"]`).first().click()
  const expectNothingOf = async () => {
    expect(await findings(stage.phone.page, 'en')).toEqual([])
  }

  it('logs in with the tap that calls, and chooses in the menu', async () => {
    await shows('Customer service')
    await expectNothingOf()
    await press('Call')
    await shows('Menu')
    await expectNothingOf()
    await press('1')
    await stage.seat.sees('ringing')
    await shows('Waiting for an answer…')
  })

  it('talks: the clock goes, mute and loudspeaker say how they stand', async () => {
    await stage.seat.press('answer')
    await shows('In call')
    await shows('00:02')
    await press('Mute')
    await screen.locator('[aria-label="Mute on"]').waitFor()
    await expectNothingOf()
    await press('Mute on')
    await press('Speaker on')
    await screen.locator('[aria-label="Speaker "]').waitFor()
  })

  it('writes and reads', async () => {
    await press('Text')
    await screen.locator('input').fill('Order A-1029')
    await press('Send')
    await shows('Order A-1029')
    await eventually(async () => {
      expect(await screen.locator('input').inputValue()).toBe('')
    })
    await press('Text on')
  })

  it('hangs up, and may call again', async () => {
    await press('Hang up')
    await shows('You have hung up')
    await screen.locator('[aria-label="Call again"]').waitFor()
    await expectNothingOf()
  })

  it('rates the call, once, and is thanked', async () => {
    await shows('您对这次通话满意吗？ How was this call?')
    await press('4 of 5')
    await press('态度友好 Friendly')
    await screen.locator('[aria-label="态度友好 Friendly chosen"]').waitFor()
    await screen.locator('input').fill('At last')
    await expectNothingOf()
    await screen.locator('[aria-label="Send rating"]').dblclick()
    await shows('谢谢您的评价。 Thank you.')
    await expectNothingOf()
    await eventually(async () => {
      const [record] = await recordsOf(stage.centre)
      expect(record?.['Rating']).toEqual(RATED)
    })
  })
})

describe('the same page with pictures', () => {
  let stage: Stage

  beforeAll(async () => {
    stage = await openStage({ phoneQuery: 'page=pages/panel/panel&media=video&channelId=direct' })
  })

  afterAll(() => stage.close())

  const moves = (selector: string) =>
    eventually(async () => {
      expect((await stage.phone.run(look, watching(selector))).changes).toBeGreaterThan(2)
    }, 10_000)

  it('shows the agent large and the customer small, and the other way round after a tap', async () => {
    const { phone, seat } = stage
    await phone.press('Call')
    await seat.sees('ringing')
    await seat.press('answer')
    await seat.sees('talking')
    await moves('[class*="large"] live-player video')
    await moves('[class*="small"] live-pusher video')
    await phone.page.frameLocator('iframe').locator('[class*="small"]').click()
    await moves('[class*="large"] live-pusher video')
    await moves('[class*="small"] live-player video')
  })
})
