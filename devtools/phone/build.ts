/** Builds the phone: a page that runs a mini program and the built package on WeChat's own component framework. */
import { cp, mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { checkProgram } from './build/checked'
import { compileProgram } from './build/program'
import { readSources } from './build/sources'

export interface PhoneBuild {
  readonly outFolder?: string
  readonly programFolder?: string
  /** The package as a mini program gets it. */
  readonly packageFolder?: string
}

/** Seen from the repository's root, where every script of this project runs. */
const SOURCES = join('devtools', 'phone')

/** Pictures, and the folders that may hold some. */
const isShown = async (file: string): Promise<boolean> =>
  /[.](png|jpe?g|gif|svg|webp)$/i.test(file) ||
  (!/(^|[/\\])(node_modules|miniprogram_npm|[.]\w[^/\\]*)$/.test(file) && (await stat(file)).isDirectory())

/**
 * Writes `index.html`, `screen.html` and what they load. Default: `call-centre/dist/phone`, with
 * `examples/mini-program` and `miniprogram_dist`. Rejects when a source is missing or does not compile.
 */
export const buildPhone = async ({
  outFolder = join('call-centre', 'dist', 'phone'),
  programFolder = join('examples', 'mini-program'),
  packageFolder = 'miniprogram_dist',
}: PhoneBuild = {}): Promise<void> => {
  const sources = await Promise.all([
    readSources(programFolder, ''),
    readSources(packageFolder, 'miniprogram_npm/tccc-wx-sdk/'),
  ])
  const program = await compileProgram(sources.flat(), checkProgram(programFolder))
  await mkdir(outFolder, { recursive: true })
  await Promise.all([
    cp(join(SOURCES, 'pages'), outFolder, { recursive: true }),
    cp(programFolder, join(outFolder, 'program'), { recursive: true, filter: isShown }),
    writeFile(join(outFolder, 'program.js'), program.script),
    writeFile(join(outFolder, 'program.css'), program.styles),
    build({
      entryPoints: { screen: join(SOURCES, 'screen.ts'), frame: join(SOURCES, 'frame.ts') },
      outdir: outFolder,
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      logLevel: 'silent',
    }),
  ])
}
