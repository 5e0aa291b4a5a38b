/** `commits.mjs <candidate>`: how fast it keeps what a busy call centre keeps, and how it is read at the start. → JSON. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { quantile } from '../measure/statistics.mjs'
import { candidates } from './candidates.mjs'

const [name, commits = '5000', records = '10000'] = process.argv.slice(2)
const folder = mkdtempSync(resolve('.build/stores-'))
const text = (bytes) => 'x'.repeat(bytes)

const bytesOf = (path) => {
  if (!statSync(path).isDirectory()) return statSync(path).size
  return readdirSync(path).reduce((sum, entry) => sum + bytesOf(join(path, entry)), 0)
}

try {
  let store = await candidates[name](folder)
  for (let done = 0; done < Number(records); done += 100) {
    await store.commit(Array.from({ length: 100 }, (_, at) => [`record ${done + at}`, text(1_500)]))
  }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const took = []
  delay.enable()
  const begin = performance.now()
  for (let done = 0; done < Number(commits); done += 1) {
    const before = performance.now()
    // A message of a call: two links and a session.
    await store.commit([
      [`link ${done % 200}`, text(600)],
      [`seatLink ${done % 200}`, text(600)],
      [`session ${done % 200}`, text(700)],
    ])
    took.push(performance.now() - before)
  }
  const wallMs = performance.now() - begin
  delay.disable()
  await store.close()
  const opening = performance.now()
  store = await candidates[name](folder)
  const openMs = performance.now() - opening
  await store.close()
  console.log(
    JSON.stringify({
      name,
      perSecond: Math.round((Number(commits) * 1_000) / wallMs),
      p50Ms: quantile(took, 0.5),
      p99Ms: quantile(took, 0.99),
      worstMs: Math.max(...took),
      heldUpMs: delay.max / 1e6,
      openMs,
      diskMB: bytesOf(folder) / 1e6,
    }),
  )
} finally {
  rmSync(folder, { recursive: true })
}
