/** What axe finds on a page, light and dark, wide and narrow. */
import { source } from 'axe-core'
import type { Page } from 'playwright-core'

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
}

interface WithAxe {
  readonly axe: { run(options: object): Promise<{ readonly violations: readonly Finding[] }> }
}

const wide = { width: 1440, height: 900 } as const
const narrow = { width: 375, height: 760 } as const

/** Each language is seen light and dark, wide and narrow; both languages together in all four looks. */
const LOOKS = {
  en: [
    { colorScheme: 'light', size: wide },
    { colorScheme: 'dark', size: narrow },
  ],
  zh: [
    { colorScheme: 'dark', size: wide },
    { colorScheme: 'light', size: narrow },
  ],
} as const

/** Runs in the page, so it must not use anything from outside of itself. */
const run = async (): Promise<readonly string[]> => {
  const { axe } = window as unknown as WithAxe
  const { violations } = await axe.run({ resultTypes: ['violations'] })
  const { clientWidth, scrollWidth } = document.documentElement
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) => `${id} ${target.join(' ')} ${failureSummary.split('\n')[1] ?? ''}`,
      ),
    ),
    ...(scrollWidth > clientWidth ? [`wider than the screen: ${scrollWidth} px`] : []),
  ]
}

/** Everything that is wrong with a page as it stands, in a frame of which axe was brought. */
export const axeFindings = (page: Page): Promise<readonly string[]> => page.evaluate(run)

/** Axe stands in each frame once, and looks into those below by itself. */
const bring = async (page: Page): Promise<void> => {
  for (const frame of page.frames()) {
    if (await frame.evaluate(() => !('axe' in window))) await frame.evaluate(source)
  }
}

/** Everything that is wrong, as sentences; each says in which look it was found. */
export const findings = async (page: Page, language: keyof typeof LOOKS): Promise<readonly string[]> => {
  await bring(page)
  const found: string[] = []
  for (const { colorScheme, size } of LOOKS[language]) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize(size)
    const wrong = await axeFindings(page)
    found.push(...wrong.map((text) => `${colorScheme} ${size.width}: ${text.trim()}`))
  }
  return found
}
