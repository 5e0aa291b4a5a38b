/** Row f: heap of a client, idle and in a call, and what calls leave behind. Needs --expose-gc. → JSON. */
import { createCalls, welcome } from '../measure/frames.mjs'
import { heap } from '../measure/heap.mjs'
import { openCall } from '../measure/open-call.mjs'
import { startCall } from '../measure/built.mjs'

const [clients = 2_000, calls = 100_000] = process.argv.slice(2).map(Number)

const connected = () => {
  const line = openCall()
  const watching = line.call.session$.subscribe(() => undefined)
  line.opens()
  line.receive(welcome)
  return { line, watching }
}

/** A client as a page keeps it: nothing of the bench's own socket hangs on it. */
const kept = ({ line, watching }) => ({ call: line.call, watching })

const talk = (line, { callId, frames }, until = frames.length) => {
  line.call.dispatch(startCall({ channelId: 'c-1', callId }))
  frames.slice(0, until).forEach(line.receive)
}

const perClient = (prepare) => {
  prepare()
  const before = heap()
  const all = Array.from({ length: clients }, () => kept(prepare()))
  const bytes = (heap() - before) / clients
  all.forEach(({ watching }) => watching.unsubscribe())
  return Math.round(bytes)
}

const inCall = () => {
  const client = connected()
  talk(client.line, createCalls()(1)[0], 15)
  return client
}

/**
 * The black box keeps the last calls on purpose: it is full before the count begins. From then on it goes up and down
 * within some forty calls, so what counts is the lowest of several readings.
 */
const perCall = () => {
  const { line, watching } = connected()
  const next = createCalls()
  const talkAll = (count) => {
    for (let done = 0; done < count; done += 100) next(Math.min(100, count - done)).forEach((call) => talk(line, call))
  }
  const lowest = () => {
    const readings = Array.from({ length: 12 }, () => {
      talkAll(5)
      return heap()
    })
    return Math.min(...readings)
  }
  talkAll(5_000)
  const before = lowest()
  talkAll(calls)
  const bytes = (lowest() - before) / calls
  const phase = line.call.session.phase
  watching.unsubscribe()
  return { bytes, phase }
}

const idleBytes = perClient(connected)
const inCallBytes = perClient(inCall)
const unwatched = { unsubscribe: () => undefined }
const createdBytes = perClient(() => ({ line: openCall(), watching: unwatched }))
const { bytes, phase } = perCall()
if (phase !== 'ended') throw new Error(`the calls did not take place: ${phase}`)
const timersLeft = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
console.log(
  JSON.stringify({ createdBytes, idleBytes, inCallBytes, bytesPerCall: Number(bytes.toFixed(2)), phase, timersLeft }),
)
process.exit(0)
