/** Bundles spec/fuzz and runs it: without a test runner, several times as many stories fit into a minute. */
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

process.chdir(join(import.meta.dirname, '..'))
const outfile = resolve('.build/fuzz/main.cjs')
await build({
  entryPoints: ['spec/fuzz/main.ts'],
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  outfile,
  logLevel: 'warning',
})
createRequire(import.meta.url)(outfile)
