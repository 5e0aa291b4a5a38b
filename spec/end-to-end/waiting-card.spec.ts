/** The card of the wait, from the offer to the call that is next, with a real call centre and WeChat's stub. */
import { eventually } from './eventually'
import { findings } from './axe'
import { Phone } from './stage'
import { hangUp, openStreet, screenOf, shows, type Street, TURN } from './street'

jest.setTimeout(120_000)

const PAGE = 'page=pages/panel/panel&customer=dora'

describe('a customer on whose page the card of the wait stands', () => {
  let street: Street

  beforeAll(async () => {
    street = await openStreet({ page: 'pages/panel/panel?channelId={channelId}' })
  })

  afterAll(() => street.close())

  const says = (phone: Phone, text: string) => screenOf(phone).getByText(text).first().waitFor({ timeout: 10_000 })
  const press = (phone: Phone, label: string) => screenOf(phone).locator(`[aria-label^="${label}"]`).first().click()

  it('leaves by one tap, is called by a message, comes back, and is next', async () => {
    const { wechat, centre, seat, board, pocket, caller } = street
    const bob = await caller('bob')
    await seat.sees('ringing')
    await seat.press('answer')
    const carl = await caller('carl')
    await carl.next('call/queued')

    const first = await Phone.open(await pocket(), centre.url, 'en', `${PAGE}&channelId=direct`)
    await press(first, 'Call')
    await says(first, 'No need to hold the line')
    await says(first, 'come back within 5 min')
    expect(await findings(first.page, 'en')).toEqual([])
    wechat.accept('dora', TURN)
    await press(first, 'Notify me and hang up')
    await screenOf(first).locator('.wx-modal-confirm').click()
    await says(first, 'Your place is kept')
    await shows(board, '[data-state="kept"]', 'Keeps a place')
    expect(await findings(first.page, 'en')).toEqual([])
    await first.page.close()
    const eve = await caller('eve')
    await eve.next('call/queued')

    hangUp(carl, 'carl')
    await eventually(() => {
      expect(wechat.messages).toMatchObject([{ openid: 'dora', page: 'pages/panel/panel?channelId=direct' }])
      return Promise.resolve()
    })

    const opened = String(wechat.messages[0]?.page).replace('?', '&')
    const second = await Phone.open(await pocket(), centre.url, 'en', `customer=dora&page=${opened}`)
    await press(second, 'Call')
    await says(second, 'You are in the queue')
    await shows(board, '[data-phase="waiting"]', 'Place 1')
    await says(second, 'Your place')
    expect(await screenOf(second).getByText('No need to hold the line').count()).toBe(0)
    hangUp(bob, 'bob')
    await seat.sees('ringing')
    expect(await seat.page.locator('[data-phase="ringing"]').innerText()).toContain('Came back to a kept place')
    await says(second, 'Waiting for an answer…')
    await seat.press('answer')
    await says(second, 'In call')
    expect(wechat.messages).toHaveLength(1)
    await press(second, 'Hang up')
    hangUp(eve, 'eve')
  })
})
