/**
 * The goals, row by row. `read` takes the figure out of a row's results; `most` is the goal. `today` stands where a goal
 * is not met yet: the figure may not become worse than that. Ratios and counts may be 10 % above before the bench fails.
 */
const ours = ({ results }) => results['tccc-wx-sdk']

export const GOALS = [
  {
    row: 'b',
    what: 'load, times the RxJS floor',
    read: ({ startUp }) => ours(startUp).ratio.median,
    most: 2.1,
    today: 3.8,
  },
  {
    row: 'b',
    what: 'heap after loading, KB',
    read: ({ startUp }) => ours(startUp).heapKB.median,
    most: 250,
    today: 295,
  },
  {
    row: 'b',
    what: 'first client, ms',
    read: ({ startUp }) => startUp.clientMs.median,
    most: 2,
    today: 8,
  },
  {
    row: 'b',
    what: 'wx calls and timers at load',
    read: ({ startUp }) => startUp.atLoad.touched.length + startUp.atLoad.timers,
    most: 0,
  },
  { row: 'c', what: 'a message, warm, times JSON.parse', read: ({ warm }) => ours(warm).median, most: 1.2, today: 7 },
  { row: 'c', what: '– with --jitless', read: ({ jitless }) => ours(jitless).median, most: 2.1, today: 21 },
  { row: 'c', what: '– the first 200 of a process', read: ({ cold }) => cold.median, most: 2.7, today: 29 },
  {
    row: 'd',
    what: 'call to ringing beyond the floor, ms',
    read: ({ trips }) => trips.ringingMs - trips.floorMs,
    most: 0,
  },
  { row: 'd', what: 'frames up to ringing', read: ({ trips }) => trips.frames, most: 1 },
  { row: 'd', what: 'bytes of the start', read: ({ trips }) => trips.startBytes, most: 300 },
  {
    row: 'd',
    what: 'resume beyond one round trip, ms',
    read: ({ trips }) => trips.resumeMs - trips.resumeFloorMs,
    most: 0,
  },
  { row: 'd', what: 'hang-up until ended, ms', read: ({ trips }) => trips.hangUpMs, most: 0 },
  { row: 'e', what: 'setData calls in 60 s', read: ({ setData }) => setData.calls, most: 8 },
  { row: 'e', what: 'setData bytes', read: ({ setData }) => setData.bytes, most: 3_000 },
  { row: 'e', what: 'setData calls in a second', read: ({ setData }) => setData.most, most: 2 },
  { row: 'f', what: 'idle client, bytes', read: ({ memory }) => memory.idleBytes, most: 5_000, today: 18_500 },
  { row: 'f', what: 'client in a call, bytes', read: ({ memory }) => memory.inCallBytes, most: 8_000, today: 22_500 },
  { row: 'f', what: 'left behind by a call, bytes', read: ({ memory }) => memory.bytesPerCall, most: 4 },
  {
    row: 'h',
    what: '2,000 wait, 200 talk: p99, ms',
    read: ({ load }) => load?.rows.at(-1).p99Ms,
    most: 50,
    today: 80,
  },
  {
    row: 'h',
    what: 'messages lost, places untold',
    read: ({ load }) => load && load.gaps + load.unanswered + load.misplaced,
    most: 0,
  },
  { row: 'h', what: 'processors used', read: ({ load }) => load?.rows.at(-1).cpuShare, most: 1 },
  {
    row: 'h',
    what: '100 to 2,000 wait: growth of processor time, exponent',
    read: ({ load }) => load?.grows.cpu,
    most: 1.2,
  },
  { row: 'h', what: '– of p99, exponent', read: ({ load }) => load?.grows.p99, most: 1.2 },
]

const SLACK = 1.1

/** What a figure means: met, missed as before, or worse than it may be. `null`: not measured. */
export const verdictOf = ({ most, today = most }, figure) => {
  if (figure === undefined || Number.isNaN(figure)) return { verdict: 'not measured', fails: false }
  if (figure <= most) return { verdict: 'met', fails: false }
  const fails = figure > today * SLACK
  if (fails) return { verdict: 'WORSE', fails }
  return { verdict: today === most ? 'within 10 %' : 'missed', fails }
}
