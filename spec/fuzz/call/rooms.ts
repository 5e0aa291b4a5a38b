/** What holds for media that fail, and for the rooms that are entered after it. */
import { isConnected, type Leg, type Session } from '../../../lib/call/session'
import type { Transition } from '../../../lib/call/step'
import type { Invariant } from '../trace'
import { each } from './each'

const MOST_RETRIES = 3
const STEADY_MS = 30_000

const wasSteady = (before: Leg, now: Leg, at: number): boolean =>
  before.state === 'up' && now.state !== 'up' && at - before.since >= STEADY_MS

const isAnother = (from: Session, to: Session): boolean =>
  !isConnected(from) || !isConnected(to) || from.sessionId !== to.sessionId

const begins = ({ from, to, at }: Transition): boolean =>
  isAnother(from, to) || wasSteady(from.local, to.local, at) || wasSteady(from.remote, to.remote, at)

/** A room that is not entered in time is only given up: what is done about it comes after a pause. */
const givesUp = ({ from, to }: Transition): boolean =>
  from.local.state === 'connecting' && to.local.state === 'failed' && isConnected(to) && to.room !== null

/** Counted from outside, by what is done: a room that is asked for, or a player that is made anew. */
const mendsAtMostThreeTimes: Invariant = ({ transitions }) => {
  let tries = 0
  for (const transition of transitions) {
    const { event, from, to } = transition
    if (begins(transition)) tries = 0
    if (event.type === 'media/due' && from !== to && isConnected(to) && !givesUp(transition)) tries += 1
    if (tries > MOST_RETRIES) return `tried ${String(tries)} times`
  }
  return undefined
}

/** Also a call that began without a room may be told of media, which fail. */
const leavesRoom = ({ from, to }: Transition): boolean =>
  !isAnother(from, to) && isConnected(to) && to.room === null && to.retries > from.retries

const FIRST_PAUSE_MS = 1_000

/** Two that mend would try twice as often. */
const triesWithPauses: Invariant = ({ transitions }) => {
  const times = transitions.flatMap(({ event, at }) => (event.type === 'media/due' ? [at] : []))
  const hurried = times.find((at, index) => index > 0 && at - (times[index - 1] ?? 0) < FIRST_PAUSE_MS)
  return hurried === undefined ? undefined : `tried again within a second, at ${String(hurried)}`
}

const asksOnceForARoom: Invariant = ({ sent, transitions }) => {
  const wrong = transitions.findIndex((transition, index) => {
    const asked = sent.filter((one) => one.transition === index && one.message.type === 'call/rejoin').length
    return asked !== Number(leavesRoom(transition))
  })
  return wrong < 0 ? undefined : `asked for a room wrongly by ${JSON.stringify(transitions[wrong]?.event)}`
}

/** The phone has another pusher there, of which nobody knows yet what it does. */
const aFreshRoomKnowsNothing = each(({ from, to }) => {
  if (isAnother(from, to) || !isConnected(from) || !isConnected(to)) return undefined
  if (to.room === null || JSON.stringify(to.room) === JSON.stringify(from.room)) return undefined
  const { microphone, soundMode, camera, facing } = to
  const known = [microphone, soundMode, camera, facing].some(
    ({ actual, state }) => actual !== null || state !== 'pending',
  )
  return known ? 'a switch is known in a room that is not entered yet' : undefined
})

/** What is wanted of the phone changes by the customer's wish and with the call, and by nothing else. */
const wishesOutliveTheRoom = each(({ event, from, to }) => {
  if (event.type.startsWith('intent/') || isAnother(from, to)) return undefined
  const wishes = ({ microphone, soundMode, camera, facing }: Session) =>
    [microphone, soundMode, camera, facing].map(({ desired }) => desired).join()
  return wishes(from) === wishes(to) ? undefined : `${wishes(from)} became ${wishes(to)}`
})

export const ROOM_INVARIANTS = {
  mendsAtMostThreeTimes,
  triesWithPauses,
  asksOnceForARoom,
  aFreshRoomKnowsNothing,
  wishesOutliveTheRoom,
} as const satisfies Readonly<Record<string, Invariant>>
