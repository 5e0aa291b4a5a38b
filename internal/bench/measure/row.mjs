/** Runs a row in a process of its own and returns what it measured. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const row = (name, args = [], flags = []) => {
  process.stderr.write(`measuring ${[name, ...flags, ...args].join(' ')}\n`)
  const file = fileURLToPath(new URL(`../rows/${name}.mjs`, import.meta.url))
  const output = execFileSync('node', [...flags, file, ...args.map(String)], { encoding: 'utf8', stdio: 'pipe' })
  return JSON.parse(output.trim().split('\n').at(-1))
}
