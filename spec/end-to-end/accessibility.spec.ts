import type { Browser, Page } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { findings } from './axe'
import { launch, Phone, Seat, signIn, STATIC_ROOTS } from './stage'

jest.setTimeout(90_000)

describe.each(['en', 'zh'] as const)('the pages in %s', (language) => {
  let browser: Browser
  let centre: CallCentre
  let phone: Phone
  let seat: Seat
  let operator: Page
  let inspector: Page

  /** A page beside the phone or the workstation, in the same browser profile. */
  const open = async (beside: Page, name: string): Promise<Page> => {
    const page = await beside.context().newPage()
    await page.goto(`${centre.url}/${name}/?lang=${language}`)
    return page
  }

  beforeAll(async () => {
    browser = await launch()
    centre = await createCallCentre(checkConfig(defaults), { staticRoots: STATIC_ROOTS })
    const pocket = await browser.newContext()
    await signIn(pocket, centre, { accountId: '1002', name: 'Mei', role: 'administrator' })
    phone = await Phone.open(pocket, centre.url, language)
    seat = await Seat.open(await browser.newContext(), centre, language)
    operator = await open(seat.page, 'operator')
    inspector = await open(phone.page, 'inspector')
  })

  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
  })

  const expectNothing = async (pages: Readonly<Record<string, Page>>) => {
    const found = await Promise.all(
      Object.entries(pages).map(async ([name, page]): Promise<readonly string[]> => {
        const wrong = await findings(page, language)
        return wrong.map((text) => `${name} ${text}`)
      }),
    )
    expect(found.flat()).toEqual([])
  }

  const onPhone = (selector: string) => phone.page.frameLocator('iframe').locator(selector).first()

  it('before a call', async () => {
    const [startWork, accounts] = [await open(phone.page, 'workstation'), await open(phone.page, 'accounts')]
    await expectNothing({ phone: phone.page, workstation: seat.page, startWork, accounts, operator, inspector })
    await Promise.all([startWork.close(), accounts.close()])
  })

  it('with the panel of the sound, while the microphone is tried', async () => {
    await seat.press('sound')
    await seat.press('check')
    await seat.page.locator('[data-heard]').waitFor()
    await expectNothing({ sound: seat.page })
    await seat.press('check')
    await seat.press('sound')
  })

  it('with the panel that makes trouble', async () => {
    await phone.page.locator('.panel-open').click()
    await expectNothing({ panel: phone.page })
    await phone.page.keyboard.press('Escape')
  })

  it('in the menu, with its keypad, called by keyboard', async () => {
    await seat.press('rest')
    await phone.isLoggedIn()
    await onPhone('.main').focus()
    await phone.page.keyboard.press('Enter')
    await phone.sees('ivr')
    await expectNothing({ phone: phone.page })
    await onPhone('.tool:nth-child(2)').click()
    await expectNothing({ keypad: phone.page, operator, inspector })
    await onPhone('.tool:nth-child(2)').click()
  })

  it('in the queue', async () => {
    await onPhone('.menu-row').click()
    await phone.sees('waiting')
    await expectNothing({ phone: phone.page, workstation: seat.page, operator, inspector })
  })

  it('while it rings', async () => {
    await seat.press('online')
    await seat.sees('ringing')
    await phone.sees('ringing')
    await expectNothing({ phone: phone.page, workstation: seat.page, operator })
  })

  it('while they talk, answered by keyboard', async () => {
    await seat.page.locator('[data-do="answer"]').focus()
    await seat.page.keyboard.press('Enter')
    await phone.sees('talking')
    await seat.sees('talking')
    await expectNothing({ phone: phone.page, workstation: seat.page, operator, inspector })
  })

  it('afterwards', async () => {
    await seat.press('hang-up')
    await phone.sees('ended')
    await expectNothing({ phone: phone.page, workstation: seat.page, operator, inspector })
  })
})
