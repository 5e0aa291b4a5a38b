/** The sign-in page in a browser: each of its forms, by keyboard, and what axe finds on it. */
import type { Browser, Page } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { findings } from './axe'
import { launch, STATIC_ROOTS } from './stage'

jest.setTimeout(90_000)

const PASSWORD = 'correct horse battery'

describe.each(['en', 'zh'] as const)('the sign-in in %s', (language) => {
  let browser: Browser
  let centre: CallCentre
  let page: Page
  let link: string

  beforeAll(async () => {
    browser = await launch()
    centre = await createCallCentre(checkConfig(defaults), { staticRoots: STATIC_ROOTS })
    link = centre.firstAdministratorLink() ?? ''
    page = await browser.newPage()
  })

  afterAll(async () => {
    await browser.close()
    await centre.close({ spreadMs: 0 })
  })

  const opens = async (path: string) => {
    // A page that differs by what stands behind the # only would not be loaded.
    await page.goto('about:blank')
    await page.goto(new URL(path.replace('#', `?lang=${language}#`), centre.url).href)
  }
  const sees = (form: string) => page.locator(`[data-form="${form}"]`).waitFor()
  const types = async (fields: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(fields)) await page.locator(`input[name="${name}"]:visible`).fill(value)
    await page.keyboard.press('Enter')
  }
  const isToldOfTrouble = () => page.locator('[role="alert"]:not(:empty)').waitFor()
  const leadsTo = (path: string) => page.waitForURL((url) => url.pathname === path)
  const expectNothing = async () => {
    expect(await findings(page, language)).toEqual([])
  }

  it('opens by the first administrator’s link, once, where a password is chosen', async () => {
    await opens(link)
    await sees('choice')
    await expectNothing()
    await types({ password: PASSWORD, again: 'another' })
    await isToldOfTrouble()
    await expectNothing()
    await types({ password: PASSWORD, again: PASSWORD })
    await leadsTo('/accounts/')
  })

  it('says that a link is used up', async () => {
    await opens(link)
    await sees('void')
    await expectNothing()
  })

  it('shows who is signed in, and lets the password be changed', async () => {
    await opens('/sign-in/#')
    await sees('signed-in')
    await expectNothing()
    await page.locator('[data-do="change"]').click()
    await sees('change')
    await expectNothing()
    await types({ old: PASSWORD, password: `${PASSWORD} staple`, again: `${PASSWORD} staple` })
    await page.locator('[role="status"]').waitFor()
  })

  it('asks whoever signed out for the password, and says that a wrong one is wrong', async () => {
    await page.locator('[data-do="sign-out"]').click()
    await sees('password')
    await expectNothing()
    await types({ accountId: 'admin', password: PASSWORD })
    await isToldOfTrouble()
    await expectNothing()
  })

  it('leads to the page that was asked for', async () => {
    await opens('/operator/#')
    await sees('password')
    await types({ accountId: 'admin', password: `${PASSWORD} staple` })
    await leadsTo('/operator/')
  })
})
