/** Builds the phone: a page that runs a mini program and the built package on WeChat's own component framework. */
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { compileProgram } from './build/program'
import { readSources } from './build/sources'

export interface PhoneBuild {
  readonly outFolder?: string
  readonly programFolder?: string
  /** The package as a mini program gets it. */
  readonly packageFolder?: string
}

/** Seen from the repository's root, where every script of this project runs. */
const SOURCES = join('examples', 'phone')

/**
 * Writes `index.html`, `screen.html` and what they load. Default: `dist/call-centre/phone`, with
 * `examples/mini-program` and `miniprogram_dist`. Rejects when a source is missing or does not compile.
 */
export const buildPhone = async ({
  outFolder = join('dist', 'call-centre', 'phone'),
  programFolder = join('examples', 'mini-program'),
  packageFolder = 'miniprogram_dist',
}: PhoneBuild = {}): Promise<void> => {
  const sources = await Promise.all([
    readSources(programFolder, ''),
    readSources(packageFolder, 'miniprogram_npm/tccc-wx-sdk/'),
  ])
  const program = await compileProgram(sources.flat())
  await mkdir(outFolder, { recursive: true })
  await Promise.all([
    cp(join(SOURCES, 'pages'), outFolder, { recursive: true }),
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
