/**
 * Bundles spec/cluster/main.ts and runs it: `npm run test:cluster -- [seconds] [seed] [customers]`, 60 seconds,
 * seed 1 and 200 customers unless told. It needs redis-server and nginx of Debian.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { build } from 'esbuild'
import { node } from './load-source.mjs'

const outfile = resolve('.build/cluster.cjs')
await build({
  ...node,
  entryPoints: ['spec/cluster/main.ts'],
  outfile,
  external: ['bufferutil', 'utf-8-validate', '@node-rs/argon2', '@redis/client', 'jsonc-parser'],
})
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Debian keeps servers where a user's path does not lead.
  env: { ...process.env, PATH: [process.env.PATH, '/usr/sbin'].join(delimiter) },
})
process.exitCode = status ?? 1
