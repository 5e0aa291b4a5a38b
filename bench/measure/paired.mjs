/** A machine drifts by tens of per cent between minutes, so all variants run in each block, in a new order each time. */
import { summary } from './statistics.mjs'

const shuffled = (items) => {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(Math.random() * (last + 1))
    ;[copy[last], copy[pick]] = [copy[pick], copy[last]]
  }
  return copy
}

/**
 * `variants`: by name `{ prepare(): input, run(input): number of messages }`; `prepare` is not timed. Returns by name the
 * summary of its cost per message over that of `floor`, block by block, and its nanoseconds.
 */
export const pairedBlocks = ({ variants, floor, blocks, warmUp = 5 }) => {
  const ratios = Object.fromEntries(Object.keys(variants).map((name) => [name, []]))
  const nanoseconds = Object.fromEntries(Object.keys(variants).map((name) => [name, []]))
  for (let block = -warmUp; block < blocks; block += 1) {
    const costs = {}
    for (const [name, { prepare, run }] of shuffled(Object.entries(variants))) {
      const input = prepare()
      const start = process.hrtime.bigint()
      const count = run(input)
      costs[name] = Number(process.hrtime.bigint() - start) / count
    }
    if (block < 0) continue
    for (const [name, cost] of Object.entries(costs)) {
      ratios[name].push(cost / costs[floor])
      nanoseconds[name].push(cost)
    }
  }
  return Object.fromEntries(
    Object.keys(variants).map((name) => [
      name,
      { ...summary(ratios[name]), nanoseconds: summary(nanoseconds[name]).median },
    ]),
  )
}
