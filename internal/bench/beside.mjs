/** What stands beside a goal: the floor, and what the peers need for the same. Empty where nothing was measured. */
const OURS = 'tccc-wx-sdk'
const NONE = { peers: {} }

export const ours = ({ results }) => Object.entries(results).find(([name]) => name.startsWith(OURS))[1]

const isOurs = (name) => name.startsWith(OURS)
const isFloor = (name) => /^(JSON\.parse|RxJS, 26 names|object, )/.test(name)

/** As a narrow column has place for it; a way of doing it that is no peer of its own is in the long tables. */
const SHORT = {
  'RxJS map → scan → share': 'RxJS',
  'RxJS merge → scan → shareReplay': null,
  'reduce, three functions': null,
  'reduce, mitt': 'mitt',
  'reduce, eventemitter3': null,
  'xstate 5 machine': 'xstate',
  'JsSIP parser, a 200 OK': 'JsSIP',
  'trtc-wx-sdk, media only': 'trtc-wx-sdk',
  'xstate, state only': 'xstate',
  '@tencentcloud/chat, signalling only': 'chat',
  '@tencentcloud/call-engine-wx, without its wasm': 'call-engine-wx',
}

const sideBySide = (results = {}, read) => {
  const entries = Object.entries(results).filter(([name]) => !isOurs(name))
  const floor = entries.find(([name]) => isFloor(name))
  const peers = entries
    .filter((entry) => entry !== floor)
    .flatMap(([name, result]) => {
      const { [name]: short = name } = SHORT
      return short === null ? [] : [[short, read(result)]]
    })
  return { floor: floor && read(floor[1]), peers: Object.fromEntries(peers) }
}

export const touchedAtLoad = ({ atLoad }) => atLoad.touched.length + atLoad.timers

export const ofWeight =
  (unit) =>
  ({ weight }) =>
    sideBySide(weight.results, ({ [unit]: bytes }) => bytes)

export const atStart =
  (read) =>
  ({ startUp }) =>
    sideBySide(startUp.results, read)

export const ofMessage = (kind) => (measured) => sideBySide(measured[kind].results, ({ median }) => median)

export const ofTrips =
  (floor, read) =>
  ({ beside, trips }) =>
    beside ? { ...sideBySide(beside.trips, (trip) => read(trip, trips)), floor } : { ...NONE, floor }

export const ofSetData =
  (read) =>
  ({ beside }) =>
    beside ? sideBySide(beside.setData, read) : NONE

export const ofMemory =
  (read) =>
  ({ beside }) =>
    beside ? sideBySide(beside.memory, read) : NONE
