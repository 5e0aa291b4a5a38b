/**
 * Bundles spec/cluster/main.ts and runs it: `npm run test:cluster -- [seconds] [seed] [customers] [words]`, 60 seconds,
 * seed 1, 200 customers and every fault unless told; `words`: only faults whose name has them. It needs redis-server and
 * nginx of Debian.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { build } from 'esbuild'
import { node } from './load-source.mjs'

/** A node is of the version that its environment says, so that two of them may stand beside each other. */
const anyVersion = {
  name: 'any version',
  setup: ({ onLoad }) =>
    onLoad({ filter: /cluster\/state-format\.ts$/ }, () => ({
      contents: 'export const stateFormat = Number(process.env.STATE_FORMAT)',
    })),
}

// Debian keeps servers where a user's path does not lead.
const env = { ...process.env, PATH: [process.env.PATH, '/usr/sbin'].join(delimiter) }
for (const [program, word] of [
  ['redis-server', '--version'],
  ['nginx', '-v'],
]) {
  if (spawnSync(program, [word], { env }).error === undefined) continue
  console.error(`${program} is not here. On Debian or Ubuntu, as root: apt-get install redis-server nginx`)
  process.exit(2)
}

const outfile = resolve('.build/cluster.cjs')
await build({
  ...node,
  entryPoints: ['spec/cluster/main.ts'],
  outfile,
  plugins: [...(node.plugins ?? []), anyVersion],
  external: ['bufferutil', 'utf-8-validate', '@node-rs/argon2', '@redis/client', 'jsonc-parser'],
})
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
})
process.exitCode = status ?? 1
