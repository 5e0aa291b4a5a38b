/** The two ends that are pages: the workstation, and with the plane `webrtc` the phone. */
import { chromium } from 'playwright-core'
import { loadSource } from '../../scripts/load-source.mjs'
import { prepared } from './in-page.mjs'

/** The road has to see where a packet goes; a page that nobody looks at says and hears on time. */
const measured = [
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  ...['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
]

export const launch = async () => {
  const { browserPath, flags } = await loadSource('spec/end-to-end/browser.ts')
  return chromium.launch({ executablePath: await browserPath(), args: [...flags, ...measured] })
}

/** How a frame of a page is asked; `page` has the sound. */
const soundOf = (frame) => ({
  hear: () => frame.evaluate(() => window.voice.hear()),
  say: (mode) => frame.evaluate((mode) => window.voice.say(mode), mode),
  told: () => frame.evaluate(() => window.voice.told()),
  counted: () => frame.evaluate(() => window.voice.counted()),
})

const openPage = async (browser, ppm, cookies = []) => {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 900 } })
  await context.addCookies(cookies)
  await context.addInitScript(prepared(ppm))
  const page = await context.newPage()
  page.on('dialog', (dialog) => void dialog.accept())
  return page
}

const inOrder = (road, send) => {
  let last = Promise.resolve()
  return (text) => {
    last = last.then(async () => {
      const said = await road(String(text))
      if (said !== undefined) send(said)
    })
  }
}

/** `road`: what its words to the room and back go through; absent: nothing. `cookie`: of its sign-in. */
export const openDesk = async (browser, { url, cookie, ppm = 0, road }) => {
  const cookies = cookie.split('; ').map((pair) => {
    const [name, value] = pair.split(/=(.*)/)
    return { name, value, url }
  })
  const page = await openPage(browser, ppm, cookies)
  if (road) {
    await page.routeWebSocket(/\/room$/, (near) => {
      const far = near.connectToServer()
      near.onMessage(inOrder(road, (text) => far.send(text)))
      far.onMessage(inOrder(road, (text) => near.send(text)))
    })
  }
  await page.goto(`${url}/workstation/?lang=en&raw-audio`)
  await page.locator('[data-do="sign-in"]').first().click()
  await page.locator('[data-phase="idle"]').first().waitFor()
  await page.evaluate(() => window.voice.hear())
  return {
    ...soundOf(page),
    page,
    /** Answers what rings, and gives the moment of it. */
    answer: async () => {
      await page.locator('[data-phase="ringing"]').first().waitFor()
      return page.evaluate(() => {
        document.querySelector('[data-do="answer"]').click()
        return Date.now()
      })
    },
    /** The page is loaded anew in its call; what it told before is forgotten. */
    reload: async () => {
      await page.reload()
      await page.locator('[data-phase="talking"]').first().waitFor()
      await page.evaluate(() => window.voice.hear())
    },
    hangUp: async () => {
      await page.locator('[data-do="hang-up"]').first().click()
      await page.locator('[data-phase="talking"]').first().waitFor({ state: 'detached' })
    },
    close: () => page.context().close(),
  }
}

export const openPhone = async (browser, { url, ppm = 0 }) => {
  const page = await openPage(browser, ppm)
  await page.goto(`${url}/phone/?lang=en&raw-audio&channelId=direct`)
  await page.waitForFunction(() => 'phone' in window)
  const screen = page.frames().find((frame) => frame.url().includes('screen.html'))
  const sound = soundOf(screen)
  await sound.hear()
  await screen.waitForFunction(() => Object.keys(sessionStorage).some((key) => key.endsWith('tccc-wx-sdk/ticket')))
  return {
    ...sound,
    page,
    call: () => screen.locator('.main-disc-green').click(),
    close: () => page.context().close(),
  }
}
