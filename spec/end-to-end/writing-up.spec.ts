/** Who writes a talk up on a narrow page sees how long it may take and where it ends, wherever the page is scrolled to. */
import type { Browser } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { launch, Phone, Seat, STATIC_ROOTS } from './stage'

jest.setTimeout(60_000)

describe('writing a talk up, 320 px wide', () => {
  let browser: Browser
  let centre: CallCentre
  let seat: Seat

  beforeAll(async () => {
    browser = await launch()
    centre = await createCallCentre(checkConfig(defaults), { staticRoots: STATIC_ROOTS })
    seat = await Seat.open(await browser.newContext({ viewport: { width: 320, height: 480 } }), centre)
    const pocket = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const phone = await Phone.open(pocket, centre.url, 'en', 'channelId=direct')
    await phone.call()
    await seat.sees('ringing')
    await seat.press('answer')
    await seat.sees('talking')
    await seat.press('hang-up')
    await seat.sees('wrapUp')
  })
  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
  })

  /** Nothing of it is out of sight, or behind something else. */
  const isInSight = (selector: string): Promise<boolean> =>
    seat.page
      .locator(selector)
      .first()
      .evaluate((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect()
        const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
        return top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight && each.contains(above)
      })

  it.each([
    ['at the notes', '[data-do="notes"]'],
    ['at the end of the page', '.desk > main > :last-child'],
  ])('shows the time that is left, and the button that ends it, %s', async (_, place) => {
    const { page } = seat
    await page.locator(place).evaluate((each) => {
      each.scrollIntoView({ block: 'end' })
    })
    expect(await isInSight('.wrap-up .countdown')).toBe(true)
    expect(await isInSight('[data-do="wrap-up-done"]')).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  })

  it('leaves what is typed in sight, and ends with one press', async () => {
    const { page } = seat
    await page.evaluate(() => {
      scrollTo(0, document.documentElement.scrollHeight)
    })
    await page.locator('[data-do="notes"]').pressSequentially('Wants a refund.')
    expect(await isInSight('[data-do="notes"]')).toBe(true)
    await seat.press('wrap-up-done')
    await seat.sees('idle')
  })
})
