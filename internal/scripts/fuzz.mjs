/**
 * Bundles spec/fuzz and runs it: without a test runner, several times as many stories fit into a minute. `FUZZ_WORKERS`:
 * in so many processes (default 1), each with a seed of its own and its share of the stories.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

process.chdir(join(import.meta.dirname, '../..'))
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

const { FUZZ_SEED, FUZZ_WORKERS = '1' } = process.env
const seed = FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31)
const play = async (worker) => {
  const env = { ...process.env, FUZZ_WORKERS, FUZZ_SEED: worker === 0 ? String(seed) : String(Number(seed) + worker) }
  const [code] = await once(
    spawn(process.execPath, [outfile, ...process.argv.slice(2)], { env, stdio: 'inherit' }),
    'exit',
  )
  return code ?? 2
}
const codes = await Promise.all(Array.from({ length: Number(FUZZ_WORKERS) }, (_, worker) => play(worker)))
process.exit(Math.max(...codes))
