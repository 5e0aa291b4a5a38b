import { mkdirSync, mkdtempSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync, type StdinOptions } from 'esbuild'
import { dependencies } from '../package.json'

/** A folder from which Node finds what the call centre depends on. */
export function folderFor(name: string): string {
  const above = resolve(__dirname, '../../.build/call-centre-specs')
  mkdirSync(above, { recursive: true })
  return mkdtempSync(join(above, `${name}-`))
}

/** Builds a program of the server as the package is built. */
export function bundle(program: string | StdinOptions, outfile: string): void {
  const entry = typeof program === 'string' ? { entryPoints: [program] } : { stdin: program }
  buildSync({ ...entry, bundle: true, platform: 'node', external: Object.keys(dependencies), outfile })
}
