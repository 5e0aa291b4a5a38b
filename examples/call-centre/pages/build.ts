/** Bundles the pages of the call centre: for each a folder with index.html, main.js and main.css. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const PAGES = ['workstation', 'operator', 'inspector'] as const

/** Seen from the repository's root, where every script of this project runs. */
const SOURCES = join('examples', 'call-centre', 'pages')

/**
 * Writes a folder in `outFolder` for each page, relative to the repository's root.
 * Rejects with esbuild's own report when a source does not compile.
 */
export const buildPages = async (outFolder = join('dist', 'call-centre')): Promise<void> => {
  await Promise.all(
    PAGES.map(async (page) => {
      const folder = join(outFolder, page)
      await mkdir(folder, { recursive: true })
      await copyFile(join(SOURCES, page, 'index.html'), join(folder, 'index.html'))
      await build({
        entryPoints: [join(SOURCES, page, 'main.ts'), join(SOURCES, page, 'main.css')],
        outdir: folder,
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        logLevel: 'silent',
      })
    }),
  )
}
