/** An agent whose talk broke has the customer call again: the next call comes to that seat, and says what was before. */
import type { Browser } from 'playwright-core'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { CONFIG } from './config'
import { launch, Phone, SALES, Seat, STATIC_ROOTS } from './stage'

jest.setTimeout(60_000)

const note = 'Wants her money back, order A-1029'

describe('a customer whose talk broke', () => {
  let browser: Browser
  let centre: CallCentre
  let phone: Phone
  let lin: Seat
  let fang: Seat

  beforeAll(async () => {
    browser = await launch()
    // A talk is broken soon, and nothing but the agent's press has the customer come first.
    const soon = { windowMs: 1_500, heartbeatMs: 500, callAgain: { ...CONFIG.callAgain, brokenWithinMs: 0 } }
    centre = await createCallCentre(checkConfig({ ...CONFIG, ...soon }), { staticRoots: STATIC_ROOTS })
    phone = await Phone.open(await browser.newContext({ viewport: { width: 390, height: 844 } }), centre.url)
    lin = await Seat.open(await browser.newContext({ viewport: { width: 320, height: 800 } }), centre)
  })
  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
  })

  /** From how many seats the next call can choose: the one that talked has been free for the shorter time. */
  const colleague = async () => {
    fang = await Seat.open(await browser.newContext(), centre, 'en', { accountId: '1002', name: 'Fang', role: 'seat' })
  }

  /** The page is scrolled down to the list of calls. */
  const isInSight = (what: string) => lin.page.locator(what).evaluate((card) => card.getBoundingClientRect().top >= 0)

  it('comes first to the seat that pressed "call again", with the earlier call and its note', async () => {
    await phone.call()
    await phone.sees('ivr')
    await phone.press(SALES)
    await lin.sees('ringing')
    await lin.press('answer')
    await lin.sees('talking')
    await colleague()
    await lin.page.locator('[data-do="notes"]').fill(note)
    await phone.page.context().setOffline(true)
    await lin.sees('ended')

    await lin.page.locator('.history [data-do="call-again"]').first().dblclick()
    const notice = lin.page.locator('.expects')
    await notice.waitFor()
    expect(await notice.innerText()).toContain('the call comes to you first')
    expect(await isInSight('.expects')).toBe(true)
    const board = await lin.page.context().newPage()
    await board.goto(`${centre.url}/operator/?lang=en`)
    const place = board.locator('[data-place]')
    await place.waitFor()
    expect(await place.innerText()).toContain('Comes to Lin')
    expect(await board.locator('[data-place] .alarm').count()).toBe(0)

    await phone.page.context().setOffline(false)
    phone = await phone.reload()
    // Whoever is expected is not asked by the menu once more.
    await phone.call()
    await lin.sees('ringing')
    expect(await fang.page.locator('[data-phase="ringing"]').count()).toBe(0)
    const earlier = lin.page.locator('.earlier')
    await earlier.waitFor()
    expect(await earlier.innerText()).toContain(note)
    await lin.page.locator('.history [data-do="call-again"]').first().click()
    await lin.page.getByText('This customer is calling now.').waitFor()
    expect(await isInSight('.trouble')).toBe(true)
    await lin.page.locator('[data-do="answer"]').dblclick()
    await lin.sees('talking')
    await place.waitFor({ state: 'detached' })
    expect(await board.locator('[data-phase="talking"]').innerText()).toContain('Lin')
    expect(await lin.page.locator('.trouble').innerText()).toBe('')
  })
})
