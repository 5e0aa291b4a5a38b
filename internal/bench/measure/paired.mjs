/**
 * A machine drifts by tens of per cent between minutes, so all variants run in each block, in a new order each time. What
 * counts is the processor time of this process: on a busy machine the clock on the wall measures the others.
 */
import { summary } from './statistics.mjs'

const shuffled = (items) => {
  const copy = [...items]
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(Math.random() * (last + 1))
    ;[copy[last], copy[pick]] = [copy[pick], copy[last]]
  }
  return copy
}

/** Nanoseconds of processor time for each of the messages that `run` says it handled. */
const costOf = ({ prepare, run }) => {
  const input = prepare()
  const before = process.cpuUsage()
  const count = run(input)
  const { user, system } = process.cpuUsage(before)
  return ((user + system) * 1000) / count
}

/**
 * `variants`: by name `{ prepare(): input, run(input): number of messages }`; `prepare` is not timed. Returns by name the
 * summary of its cost over that of `floor`, block by block, and its median nanoseconds.
 */
export const pairedBlocks = ({ variants, floor, blocks, warmUp = 5 }) => {
  const rows = []
  for (let block = -warmUp; block < blocks; block += 1) {
    const costs = Object.fromEntries(
      shuffled(Object.entries(variants)).map(([name, variant]) => [name, costOf(variant)]),
    )
    if (block >= 0) rows.push(costs)
  }
  const describe = (name) => ({
    ...summary(rows.map((costs) => costs[name] / costs[floor])),
    nanoseconds: summary(rows.map((costs) => costs[name])).median,
  })
  return Object.fromEntries(Object.keys(variants).map((name) => [name, describe(name)]))
}
