/** A picture of a page in one width and scheme, and what axe says of it. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { axeFindings } from '../axe'

interface Look {
  readonly width: number
  readonly height: number
  readonly colorScheme: 'light' | 'dark'
}

export const fit = async (page: Page, { colorScheme, ...size }: Look): Promise<void> => {
  await page.setViewportSize(size)
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
}

/** Takes the whole page into `folder`, and prints what axe finds; the answer is how much. */
export const photograph = async (page: Page, folder: string, file: string): Promise<number> => {
  await page.screenshot({ path: join(folder, file), fullPage: true })
  const found = await axeFindings(page)
  for (const sentence of found) console.log(`${file}: ${sentence}`)
  return found.length
}
