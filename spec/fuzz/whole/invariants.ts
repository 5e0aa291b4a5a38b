/** What holds between a customer's pages, the call centre and its seats, whatever happens to them. */
import { isConnected, isRunning, type Session } from '../../../lib/entries/call'
import type { Invariant } from '../trace'
import type { Told } from './page'
import type { WholeTrace } from './play-whole'

type WholeInvariant = Invariant<WholeTrace>

const text = (value: unknown): string => JSON.stringify(value)

const callIdOf = (session: Session): string => ('callId' in session ? session.callId : 'none')

/** What a page was told of each of its calls. */
const byCall = (told: readonly Told[]): ReadonlyMap<string, readonly Told[]> => {
  const calls = new Map<string, Told[]>()
  for (const one of told) {
    const callId = callIdOf(one.session)
    calls.set(callId, [...(calls.get(callId) ?? []), one])
  }
  return calls
}

const eachCall =
  (fault: (told: readonly Told[], callId: string) => string | undefined): WholeInvariant =>
  ({ told }) =>
    told
      .flatMap((page) => [...byCall(page)])
      .map(([callId, ofCall]) => (callId === 'none' ? undefined : fault(ofCall, callId)))
      .find((found) => found !== undefined)

const count = (told: readonly Told[], name: string): number => told.filter((one) => one.name === name).length

const acceptedAtMostOnce = eachCall((told, callId) =>
  count(told, 'accepted') > 1 ? `${callId} was accepted ${String(count(told, 'accepted'))} times` : undefined,
)

const endedAtMostOnce = eachCall((told, callId) =>
  count(told, 'sessionEnded') > 1 ? `${callId} ended ${String(count(told, 'sessionEnded'))} times` : undefined,
)

/** What is told of the line and the phone goes on; of the call, nothing does. */
const OF_A_CALL = ['sessionStart', 'accepted', 'sessionEnded']

const nothingAfterTheEnd = eachCall((told, callId) => {
  const end = told.findIndex(({ name }) => name === 'sessionEnded')
  const late = told.slice(end + 1).find(({ name }) => OF_A_CALL.includes(name))
  return end >= 0 && late !== undefined ? `${callId} was told ${late.name} after its end` : undefined
})

/** A call that was begun is over, or runs still. */
const everyStartHasItsEnd: WholeInvariant = ({ rest }) => {
  for (const { isAttached, session, told } of rest.pages) {
    for (const [callId, ofCall] of byCall(isAttached ? told : [])) {
      const began = ofCall.some(({ name }) => name === 'sessionStart')
      const isOver = ofCall.some(({ name }) => name === 'sessionEnded')
      const runs = isRunning(session) && callIdOf(session) === callId
      if (began && !isOver && !runs) return `${callId} was begun and never told to have ended`
    }
  }
  return undefined
}

const noneDialsForEver: WholeInvariant = ({ rest }) =>
  rest.pages.some(({ isAttached, session }) => isAttached && session.phase === 'dialling')
    ? 'the customer dials for ever'
    : undefined

const bothSidesAgreeAtRest: WholeInvariant = ({ rest }) => {
  const mine = rest.pages.flatMap(({ isAttached, session }) =>
    isAttached && isConnected(session) ? [[session.sessionId, session.phase === 'talking']] : [],
  )
  const theirs = rest.centre.sessions.map(({ sessionId, phase }) => [sessionId, phase === 'talking'])
  return text([...mine].sort()) === text([...theirs].sort())
    ? undefined
    : `the pages are in ${text(mine)}, the centre in ${text(theirs)}`
}

const bothSidesAgreeOnAGoodLine: WholeInvariant = ({ differences: [first] }) => first

const noSeatTalksToNobody: WholeInvariant = ({ rest }) => {
  const talks = rest.pages.flatMap(({ isAttached, session }) =>
    isAttached && session.phase === 'talking' ? [session.sessionId] : [],
  )
  const seat = rest.desks.find(({ talking }) => talking !== null && !talks.includes(talking))
  return seat === undefined ? undefined : `a seat is in ${String(seat.talking)}, the customers in ${text(talks)}`
}

/** Nobody rings any more at rest: whoever asks has somebody there, who knows it, and the centre says the same. */
const aConsultHasItsTwo: WholeInvariant = ({ rest }) => {
  const asked = rest.centre.sessions.flatMap((session) => (session.asked ? [session.sessionId] : []))
  const asking = rest.desks.flatMap(({ asks, talking }) => (asks ? [talking] : []))
  const advising = rest.desks.flatMap(({ advises }) => (advises === null ? [] : [advises]))
  const all = [asked, asking, advising].map((ids) => text(ids))
  return new Set(all).size === 1 ? undefined : `asked are ${all.join(', by desks that ask ')}`
}

/** Each desk knows whether its customer is on hold. */
const theHoldIsKnown: WholeInvariant = ({ rest }) => {
  const held = (sessionId: string | null): boolean =>
    rest.centre.sessions.some((session) => session.sessionId === sessionId && session.held === 'seat')
  const desk = rest.desks.find(({ talking, held: believed }) => talking !== null && held(talking) !== believed)
  return desk === undefined ? undefined : `a desk says ${desk.held ? 'held' : 'not held'} of ${String(desk.talking)}`
}

/** Who ended it is told alike on both sides, but where the line was lost and both had to decide alone. */
const closeByIsTheFirstCause: WholeInvariant = ({ told, rest, endedAtMs }) => {
  for (const { name, detail, session, atMs } of told.flat()) {
    if (name !== 'sessionEnded' || session.phase !== 'ended' || session.line.state !== 'up') continue
    if (session.end.error === 'NETWORK_LOST') continue
    const record = rest.centre.records.find(({ sessionId }) => sessionId === session.sessionId)
    if (record === undefined || record.endStatus === 'clientTimeout') continue
    const { closeBy } = detail as { readonly closeBy: string }
    // A hang-up and the centre's own end may cross on the way.
    const crossed = Math.abs((endedAtMs.get(record.sessionId) ?? 0) - atMs) < 200 || closeBy === 'client'
    if (record.closeBy !== closeBy && !crossed) {
      return `the page was told ${closeBy}, the record says ${record.closeBy} of ${record.sessionId}`
    }
  }
  return undefined
}

const oneRecordForEachSession: WholeInvariant = ({ rest }) => {
  const ids = rest.centre.records.map(({ sessionId }) => sessionId)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  return twice === undefined ? undefined : `${twice} has two records`
}

/** What the page is told of the length of its call is how long it was, whatever was done to the clock. */
const durationsAreTrue: WholeInvariant = (trace) =>
  eachCall((told, callId) => {
    const accepted = told.find(({ name }) => name === 'accepted')
    const ended = told.find(({ name }) => name === 'sessionEnded')
    if (ended === undefined) return undefined
    const { duration } = ended.detail as { readonly duration: number }
    const lastedMs = accepted === undefined ? 0 : ended.atMs - accepted.atMs
    const isTrue = Math.abs(duration - Math.floor(lastedMs / 1_000)) * 1_000 <= trace.clockErrorMs
    return isTrue
      ? undefined
      : `${callId} lasted ${String(lastedMs)} ms, and was told to have lasted ${String(duration)} s`
  })(trace)

/** No step of a clock makes a record longer or shorter. */
const recordsAreTrue: WholeInvariant = ({ rest }) => {
  const record = rest.centre.records.find(({ durationMs }) => durationMs < 0 || durationMs > 3_000_000)
  return record === undefined ? undefined : `${record.sessionId} took ${String(record.durationMs)} ms`
}

const noKeyIsHeardTwice: WholeInvariant = ({ keys, rest }) => {
  const heard = rest.desks.reduce((sum, desk) => sum + desk.keys, 0)
  return heard > keys ? `${String(heard)} keys were heard, ${String(keys)} were pressed` : undefined
}

const whoCallsAtTheEndIsAnswered: WholeInvariant = ({ lastCall }) =>
  lastCall === 'dialling' || lastCall === 'ended' ? `a call on a good line is ${lastCall} after two seconds` : undefined

const muteIsKept: WholeInvariant = ({ wishes, rest }) => {
  const lost = rest.pages.find(({ isAttached, session, enableMic, pushUrl }) => {
    const wish = isRunning(session) ? wishes.get(session.callId) : undefined
    return isAttached && wish !== undefined && pushUrl !== '' && enableMic !== wish
  })
  return lost === undefined
    ? undefined
    : `the microphone is ${lost.enableMic ? 'open' : 'closed'}, and was wished otherwise`
}

/** The app is on show at the end, and its sound is back. */
const theSeatKnowsThatTheCustomerIsBack: WholeInvariant = ({ rest }) =>
  rest.desks.some(({ talking, away }) => talking !== null && away) ? 'a desk says that its customer is away' : undefined

const aCallThatIsOverHasNoMicrophone: WholeInvariant = ({ rest }) =>
  rest.pages.some(({ session, pushUrl }) => !isRunning(session) && pushUrl !== '')
    ? 'the microphone is open after the call'
    : undefined

const oneSocketForTheApp: WholeInvariant = ({ sockets }) =>
  sockets.most > 1 ? `${String(sockets.most)} sockets at once` : undefined

const MOST_IN_TEN_SECONDS = 40

const noStorm: WholeInvariant = ({ sockets: { times } }) => {
  const crowd = times.findIndex((at, index) => (times[index + MOST_IN_TEN_SECONDS] ?? Infinity) - at < 10_000)
  return crowd < 0 ? undefined : `more than ${String(MOST_IN_TEN_SECONDS)} openings in ten seconds`
}

const theLineComesBack: WholeInvariant = ({ rest }) => {
  const page = rest.pages.find(({ isAttached, session }) => isAttached && session.line.state !== 'up')
  return page === undefined ? undefined : `the network is good, but the line is ${text(page.session.line)}`
}

const nothingIsLeft: WholeInvariant = ({ left }) => {
  const some = Object.entries(left).filter(([, number]) => number !== 0)
  return some.length === 0 ? undefined : `left behind: ${text(Object.fromEntries(some))}`
}

export const WHOLE_INVARIANTS = {
  acceptedAtMostOnce,
  endedAtMostOnce,
  nothingAfterTheEnd,
  everyStartHasItsEnd,
  noneDialsForEver,
  bothSidesAgreeAtRest,
  bothSidesAgreeOnAGoodLine,
  noSeatTalksToNobody,
  aConsultHasItsTwo,
  theHoldIsKnown,
  closeByIsTheFirstCause,
  oneRecordForEachSession,
  durationsAreTrue,
  recordsAreTrue,
  noKeyIsHeardTwice,
  whoCallsAtTheEndIsAnswered,
  muteIsKept,
  theSeatKnowsThatTheCustomerIsBack,
  aCallThatIsOverHasNoMicrophone,
  oneSocketForTheApp,
  noStorm,
  theLineComesBack,
  nothingIsLeft,
} as const satisfies Readonly<Record<string, WholeInvariant>>
