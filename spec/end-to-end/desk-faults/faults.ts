/** What happens to the seat's end in the middle of a talk. Each resolves when the fault is over. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Seat } from '../stage'
import type { Scene } from './scene'

const CRASH_MS = 5_000
const AWAY_MS = 2_500

const takesOver = async (page: Seat): Promise<Seat> => {
  await page.press('sign-in')
  await page.press('take-over')
  return page
}

export const FAULTS = {
  cut: async ({ tunnel }) => {
    tunnel.leave()
    await Promise.resolve()
  },
  swallowed: async ({ tunnel }) => {
    tunnel.enter()
    await pause(AWAY_MS)
    tunnel.leave()
  },
  reload: async ({ seat }) => {
    await seat.page.reload()
  },
  kill: async (scene) => {
    const { page } = scene.seat
    const cdp = await page.context().newCDPSession(page)
    const crashed = page.waitForEvent('crash', { timeout: CRASH_MS })
    // Its answer never comes: the tab is gone.
    void cdp.send('Page.crash').catch(() => undefined)
    await crashed
    scene.seat = await takesOver(await scene.openPage())
    void page.close().catch(() => undefined)
  },
  frozen: async ({ seat: { page } }) => {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Debugger.enable')
    const stands = new Promise((paused) => cdp.once('Debugger.paused', paused))
    await cdp.send('Debugger.pause')
    await stands
    await pause(AWAY_MS)
    await cdp.send('Debugger.resume')
    await cdp.detach()
  },
  twoTabs: async (scene) => {
    const { page } = scene.seat
    scene.seat = await takesOver(await scene.openPage())
    await page.locator('.sign-in').waitFor({ timeout: 5_000 })
    const { liveTracks, connections } = await page.evaluate(() =>
      (window as unknown as { workstation: { audit(): Readonly<Record<string, number>> } }).workstation.audit(),
    )
    if (liveTracks !== 0 || connections !== 0) throw new Error('the page that was taken over has a microphone open')
    await page.close()
  },
} as const satisfies Readonly<Record<string, (scene: Scene) => Promise<void>>>

export type FaultName = keyof typeof FAULTS

export const FAULT_NAMES = Object.keys(FAULTS) as readonly FaultName[]
