/** Bundles spec/faults/main.ts and runs it: `npm run faults`. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { build } from 'esbuild'

const outfile = resolve('.build/faults.cjs')
await build({
  entryPoints: ['spec/faults/main.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['bufferutil', 'utf-8-validate', '@node-rs/argon2', 'jsonc-parser'],
  logLevel: 'warning',
})
process.exitCode = spawnSync(process.execPath, [outfile], { stdio: 'inherit' }).status ?? 1
