/** Bundles the pages of the call centre: for each a folder with index.html, main.js and main.css. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const DESK = join('call-centre', 'desk')

interface Page {
  readonly name: string
  /** Until the page itself says it, in the language of its reader. */
  readonly title: string
  /** The folder of its source, seen from the repository's root, where every script of this project runs. */
  readonly source: string
}

const PAGES: readonly Page[] = [
  { name: 'sign-in', title: 'Sign in', source: join(DESK, 'sign-in') },
  { name: 'accounts', title: 'Accounts', source: join(DESK, 'accounts') },
  { name: 'workstation', title: 'Workstation', source: join(DESK, 'workstation') },
  { name: 'operator', title: 'Operator', source: join(DESK, 'operator') },
  { name: 'history', title: 'Calls', source: join(DESK, 'history') },
  { name: 'inspector', title: 'Inspector', source: join('devtools', 'inspector', 'page') },
]

/**
 * Writes a folder in `outFolder` for each page, relative to the repository's root.
 * Rejects with esbuild's own report when a source does not compile.
 */
export const buildPages = async (outFolder = join('call-centre', 'dist')): Promise<void> => {
  const blank = await readFile(join(DESK, 'shared', 'page.html'), 'utf8')
  await Promise.all(
    PAGES.map(async ({ name, title, source }) => {
      const folder = join(outFolder, name)
      await mkdir(folder, { recursive: true })
      await writeFile(join(folder, 'index.html'), blank.replace('<title>', `<title>${title}`))
      await build({
        entryPoints: [join(source, 'main.ts'), join(source, 'main.css')],
        outdir: folder,
        bundle: true,
        minify: true,
        format: 'esm',
        // What is imported later is a file of its own.
        splitting: true,
        target: 'es2022',
        logLevel: 'silent',
      })
    }),
  )
}
