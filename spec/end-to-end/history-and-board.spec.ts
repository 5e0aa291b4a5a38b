import type { Browser, Page } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { findings } from './axe'
import { launch, Phone, Seat, STATIC_ROOTS } from './stage'

jest.setTimeout(90_000)

const words = {
  en: { ended: 'Call completed by the agent', held: 'On hold', formula: 'Service level = calls answered within 0:20' },
  zh: { ended: '正常结束 坐席挂断', held: '保持中', formula: '服务水平 = 0:20 内接听的通话' },
} as const

describe.each(['en', 'zh'] as const)('a supervisor in %s', (language) => {
  let browser: Browser
  let centre: CallCentre
  let phone: Phone
  let seat: Seat

  const open = async (name: string): Promise<Page> => {
    const page = await seat.page.context().newPage()
    await page.goto(`${centre.url}/${name}/?lang=${language}`)
    return page
  }

  beforeAll(async () => {
    browser = await launch()
    centre = await createCallCentre(checkConfig(defaults), { staticRoots: STATIC_ROOTS })
    phone = await Phone.open(await browser.newContext(), centre.url, language)
    seat = await Seat.open(await browser.newContext(), centre, language)
  })
  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
  })

  it('sees a talk on hold, is asked before it ends, and finds it in the day and in the history', async () => {
    const board = await open('operator')
    await phone.call()
    await phone.sees('ivr')
    await phone.page.frameLocator('iframe').locator('.menu-row').first().click()
    await seat.sees('ringing')
    await seat.press('answer')
    await seat.sees('talking')
    await seat.press('hold')
    await board.getByText(words[language].held).waitFor()
    await board.locator('[data-do="hang-up"]').click()
    expect(await findings(board, language)).toEqual([])
    await board.locator('[data-do="keep"]').click()
    await seat.press('hang-up')
    await phone.sees('ended')
    await board.reload()
    await board.getByText(words[language].formula).waitFor()
    const figures = await board.locator('.figures dd').allInnerTexts()
    expect(figures.slice(0, 6)).toEqual(['100 %', '1', '1', '1', '1', '0'])
    expect(await findings(board, language)).toEqual([])
    const history = await open('history')
    await history.locator('summary').click()
    await history.getByText(words[language].ended).last().waitFor()
    expect(await findings(history, language)).toEqual([])
    const saving = history.waitForEvent('download')
    await history.locator('[data-do="csv"]').click()
    expect((await saving).suggestedFilename()).toBe('calls.csv')
    await history.locator('[name="words"]').fill('nobody')
    await history.locator('[data-do="search"]').click()
    await history.locator('.records').waitFor({ state: 'detached' })
  })
})
