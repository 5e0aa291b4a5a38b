/**
 * `npm run screenshots:states -- [words]`: every state of workstation, board and history in both languages, light and dark,
 * 320, 430 and 1440 px wide, into `.build/screenshots`, each asked by axe. With words: the states whose name has them.
 */
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { source } from 'axe-core'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { launch } from '../stage'
import type { Gallery } from './page'
import { fit, photograph } from './photograph'
import { PAGES, type PageName } from './states'

interface WithGallery {
  readonly gallery: Gallery
}

const ROOT = join(__dirname, '../..')
const OUT = join(ROOT, '.build/screenshots')
const WIDTHS = [320, 430, 1440]
const LANGUAGES = ['en', 'zh'] as const
const SCHEMES = ['light', 'dark'] as const

const bundled = async (path: string): Promise<string> => {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(ROOT, path)], bundle: true, write: false, format: 'iife', logLevel: 'warning' },
    tsconfig: join(ROOT, 'call-centre/desk/tsconfig.json'),
  })
  return outputFiles[0]?.text ?? ''
}

const gather = async (page: Page, name: PageName, words: string): Promise<number> => {
  const states = await page.evaluate((of) => (window as unknown as WithGallery).gallery.names(of), name)
  let wrong = 0
  for (const state of states.filter((each) => `${name} ${each}`.includes(words))) {
    for (const language of LANGUAGES) {
      const shown = [name, state, language] as const
      await page.evaluate((of) => {
        ;(window as unknown as WithGallery).gallery.show(...of)
      }, shown)
      for (const width of WIDTHS) {
        for (const colorScheme of SCHEMES) {
          await fit(page, { width, height: 900, colorScheme })
          wrong += await photograph(page, OUT, `${name}-${state}-${language}-${width}-${colorScheme}.png`)
        }
      }
    }
  }
  return wrong
}

const main = async (): Promise<void> => {
  const words = process.argv[2] ?? ''
  if (words === '') await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const script = await bundled('spec/end-to-end/gallery/page.ts')
  const browser = await launch()
  let wrong = 0
  for (const name of PAGES) {
    const page = await browser.newPage()
    const style = await bundled(`call-centre/desk/${name}/main.css`)
    await page.setContent(`<!doctype html><html lang="en"><head><title>${name}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
      </head><body></body></html>`)
    await page.addStyleTag({ content: style })
    await page.addScriptTag({ content: script })
    await page.evaluate(source)
    wrong += await gather(page, name, words)
    await page.close()
  }
  await browser.close()
  console.log(wrong === 0 ? 'axe finds nothing' : `${wrong} findings`)
  process.exitCode = wrong === 0 ? 0 : 1
}

void main()
