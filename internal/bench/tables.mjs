/** The tables of a run, as rows of cells, the first row the heading; what was not measured is left out. */
import { figure } from './measure/figure.mjs'

const OURS = 'tccc-wx-sdk'
const cells = (...values) => values.map((value) => (typeof value === 'number' ? figure(value) : (value ?? '–')))
const besideCell = (peers, { nameOf }) => {
  const named = Object.entries(peers).map(([name, value]) => `${nameOf(name)} ${figure(value)}`)
  return named.join(' · ') || '–'
}

const goals = ({ figures }, words, language) =>
  figures.map(({ row, what, goal, floor, peers, figure: ours, verdict }) =>
    cells(row, what[language], `≤ ${figure(goal)}`, floor, besideCell(peers, words), ours, words.verdict(verdict)),
  )

const rowsOf = (results, read) => Object.entries(results).map(([name, result]) => cells(name, ...read(result, name)))
const pick =
  (...names) =>
  (result) =>
    names.map((name) => result[name])

const BUILDERS = {
  weights: ({ weight }) => weight && rowsOf(weight.results, pick('min', 'gz')),
  start: ({ startUp }) =>
    rowsOf(startUp.results, ({ loadMs, heapKB, clientMs }) => [loadMs.median, heapKB, clientMs.median]),
  messages: ({ warm, jitless, cold }) =>
    rowsOf(warm.results, ({ median }, name) => [median, jitless.results[name].median, cold.results[name].median]),
  trips: ({ trips, beside }) =>
    beside &&
    rowsOf(
      { [OURS]: { ...trips, bytes: trips.startBytes }, ...beside.trips },
      pick('registeredMs', 'ringingMs', 'frames', 'bytes', 'hangUpMs'),
    ),
  setData: ({ setData, beside }) =>
    beside && rowsOf({ [OURS]: setData, ...beside.setData }, pick('calls', 'bytes', 'most')),
  memory: ({ memory, beside }) =>
    beside && rowsOf({ [OURS]: memory, ...beside.memory }, pick('createdBytes', 'idleBytes', 'inCallBytes')),
  load: ({ load }) =>
    load?.rows.map(({ waiting, p50Ms, p99Ms, cpuShare, residentMB }) =>
      cells(String(waiting), p50Ms, p99Ms, `${Math.round(cpuShare * 100)} %`, String(Math.round(residentMB))),
    ),
}

export const tablesOf = (results, words, language) => {
  const others = Object.entries(BUILDERS).flatMap(([name, build]) => {
    const rows = build(results.measured)
    return rows ? [[words[name], ...rows.map(([first, ...rest]) => [words.nameOf(first), ...rest])]] : []
  })
  return [[words.goals, ...goals(results, words, language)], ...others]
}
