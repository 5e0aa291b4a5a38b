/** The pictures of the README: one call in each language, seen from all sides. Run it by `npm run screenshots`. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import defaults from '../../call-centre/call-centre.json'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { type CallCentre, createCallCentre } from '../../call-centre/server/create-call-centre'
import { launch, Phone, Seat, signIn, STATIC_ROOTS } from './stage'

type Language = 'en' | 'zh'

const WORDS = { en: { mute: 'Mute', hangUp: 'Hang up' }, zh: { mute: '静音', hangUp: '挂断' } } as const
const PHONE = { width: 378, height: 604 }
const DESK = { width: 1175, height: 620 }
/** Long enough for a clock that shows something. */
const TALK_MS = 3_000

const dataUrl = (picture: Buffer): string => `data:image/png;base64,${picture.toString('base64')}`

const keep = (name: string, picture: Buffer): Promise<void> =>
  writeFile(join(__dirname, '../../docs/images', `${name}.png`), picture)

/** A phone and a page of the desk side by side. */
const sideBySide = async (browser: Browser, phone: Buffer, desk: Buffer): Promise<Buffer> => {
  const page = await browser.newPage({ viewport: { width: 1660, height: 680 } })
  await page.setContent(`<style>
    body { display: flex; gap: 30px; margin: 30px; background: #dfe5e3; }
    img { display: block; border-radius: 8px; box-shadow: 0 6px 24px rgb(20 40 30 / 18%); }
    img:first-child { border: 8px solid #17211c; border-radius: 34px; }
  </style><img src="${dataUrl(phone)}"><img src="${dataUrl(desk)}">`)
  const picture = await page.screenshot()
  await page.close()
  return picture
}

const sized = async (page: Page, size: { readonly width: number; readonly height: number }): Promise<Buffer> => {
  await page.setViewportSize(size)
  // Nothing looks as if it were pointed at.
  await page.mouse.move(0, 0)
  return page.screenshot()
}

/** The page of an agent who opens a link: a password is to be chosen, on a phone and at the desk. */
const photographSignIn = async (browser: Browser, centre: CallCentre, language: Language): Promise<void> => {
  const page = await browser.newPage()
  const link = new URL(centre.firstAdministratorLink() ?? '')
  await page.goto(`${link.origin}${link.pathname}?lang=${language}${link.hash}`)
  await page.locator('[data-form="choice"]').waitFor()
  const pictures = [await sized(page, PHONE), await sized(page, DESK)] as const
  await keep(`sign-in-${language}`, await sideBySide(browser, ...pictures))
  await page.close()
}

const photograph = async (browser: Browser, language: Language): Promise<void> => {
  const centre = await createCallCentre(checkConfig(defaults), { staticRoots: STATIC_ROOTS })
  await photographSignIn(browser, centre, language)
  const words = WORDS[language]
  // The page lets nobody add a style; for a picture we do.
  const pocket = await browser.newContext({ viewport: PHONE, bypassCSP: true })
  await signIn(pocket, centre)
  const phone = await Phone.open(pocket, centre.url, language)
  // What makes trouble on purpose is no part of what a customer sees.
  await phone.page.addStyleTag({ content: '.panel-open { display: none }' })
  const seat = await Seat.open(await browser.newContext(), centre, language)
  const beside = async (page: Page, name: string) => {
    const opened = await page.context().newPage()
    await opened.goto(`${centre.url}/${name}/?lang=${language}`)
    return opened
  }
  const operator = await beside(seat.page, 'operator')
  const inspector = await beside(phone.page, 'inspector')
  const talk = async () => {
    await phone.call()
    await phone.sees('ivr')
    await phone.page.frameLocator('iframe').locator('.menu-row').first().click()
    await seat.sees('ringing')
    await seat.press('answer')
    await phone.sees('talking')
    await pause(TALK_MS)
  }
  await talk()
  await phone.press(words.mute)
  await phone.press(words.mute)
  await phone.press(words.hangUp)
  await phone.sees('ended')
  if (language === 'en') {
    await inspector.setViewportSize({ width: 1280, height: 900 })
    await keep('inspector-en', await inspector.screenshot({ fullPage: true }))
  }
  await seat.press('wrap-up-done')
  await talk()
  const pictures = [await sized(phone.page, PHONE), await sized(seat.page, DESK)] as const
  await keep(`call-${language}`, await sideBySide(browser, ...pictures))
  await keep(`operator-${language}`, await sized(operator, { width: 1000, height: 480 }))
  await Promise.all([phone.page.context().close(), seat.page.context().close()])
  await centre.close({ spreadMs: 0 })
}

const main = async (): Promise<void> => {
  const browser = await launch()
  await photograph(browser, 'en')
  await photograph(browser, 'zh')
  await browser.close()
}

void main()
