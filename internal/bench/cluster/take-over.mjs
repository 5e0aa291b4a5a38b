/** How long a take-over takes: `npm run test:cluster` with one fault over and over, read off what it prints. */
import { spawnSync } from 'node:child_process'
import { quantile } from '../measure/statistics.mjs'

const line = /: led after (\d+) ms; back after \d+ lines: p50 \d+ ms, p95 (\d+) ms, longest (\d+) ms/g

/** Throws when something was lost or done twice, or when nothing was taken over. */
export const measureTakeOver = (fault, seconds) => {
  process.stderr.write(`measuring for ${seconds} s: ${fault}\n`)
  const args = ['internal/scripts/test-cluster.mjs', String(seconds), '1', '200', fault]
  const { status, stdout } = spawnSync('node', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  if (status !== 0) throw new Error(stdout)
  const times = [...stdout.matchAll(line)].map((found) => found.slice(1).map(Number))
  if (times.length === 0)
    throw new Error(`No take-over in what the test printed, so there is nothing to measure:\n${stdout}`)
  const of = (column) => times.map((each) => each[column])
  return {
    fault,
    times: times.length,
    ledMs: quantile(of(0), 0.5),
    backMs: quantile(of(1), 0.5),
    longestMs: Math.max(...of(2)),
  }
}
