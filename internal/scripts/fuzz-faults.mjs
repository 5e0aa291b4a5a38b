/**
 * `npm run fuzz:faults`: plants one fault after the other in the SDK or the call centre, and lets random stories look for
 * it. Each must be seen within so many stories; the last line is `N passed, N failed`.
 */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { faults } from './whole-faults.mjs'

process.chdir(join(import.meta.dirname, '../..'))
const seed = process.env.FUZZ_SEED ?? '1'
const stories = process.env.FUZZ_STORIES ?? '4000'
const run = promisify(execFile)

const planted = ({ file, from, to }) => {
  const whole = readFileSync(file, 'utf8')
  if (whole.split(from).length !== 2) throw new Error(`${file} does not hold exactly once: ${from}`)
  const contents = whole.replace(from, () => to)
  return {
    name: 'planted',
    setup: ({ onLoad }) =>
      onLoad({ filter: /[.]ts$/ }, ({ path }) => (path === resolve(file) ? { contents, loader: 'ts' } : undefined)),
  }
}

/** The invariant that a story broke, or what it threw; empty when none did. */
const seek = async (name, plugins) => {
  const outfile = resolve(`.build/fuzz/${name}.cjs`)
  await build({
    entryPoints: ['spec/fuzz/whole/seek.ts'],
    ...{ bundle: true, platform: 'node', target: 'node20', format: 'cjs', packages: 'external', logLevel: 'error' },
    outfile,
    plugins,
  })
  const { stdout } = await run(process.execPath, [outfile, seed, stories], { timeout: 600_000 })
  return stdout.trim()
}

const asked = process.argv.slice(2)
const chosen = faults.filter(({ what }) => asked.length === 0 || asked.some((words) => what.includes(words)))
const plans = chosen.map((fault) => ({ fault, plugin: planted(fault) }))
const found = await seek('untouched', [])
if (found !== '') {
  console.error(`The stories must find nothing before anything is planted, and found ${found}.`)
  process.exit(2)
}
let missed = 0
const queue = plans.entries()
const work = async () => {
  for (const [index, { fault, plugin }] of queue) {
    const broken = await seek(`fault-${index}`, [plugin])
    if (broken === '') missed += 1
    console.log(broken === '' ? `NOT SEEN  ${fault.what}` : `seen      ${fault.what}: ${broken}`)
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
console.log(`${plans.length - missed} passed, ${missed} failed`)
process.exit(missed === 0 ? 0 : 1)
