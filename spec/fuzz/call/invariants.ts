/** What holds for every call, whatever happens in whatever order. Each says what is wrong, or nothing. */
import { mediaWish } from '../../../lib/call/media-wish'
import type { Announcement } from '../../../lib/call/bind-events'
import { announce, type Transition } from '../../../lib/call/step'
import { NEXT_PHASES } from '../../../lib/call/phase'
import { isRunning, type Session } from '../../../lib/call/session'
import type { Invariant } from '../trace'
import { ASKING_INVARIANTS, asksPhone } from './asking'
import { CAMERA_INVARIANTS } from './camera'
import { each } from './each'
import { INTERRUPTION_INVARIANTS } from './interruptions'
import { ROOM_INVARIANTS } from './rooms'

const callIdOf = (session: Session): string | null => ('callId' in session ? session.callId : null)

const told = (transitions: readonly Transition[], name: Announcement['name']): readonly string[] =>
  transitions
    .flatMap((transition) => announce(transition))
    .flatMap((said) => (said.name === name && 'sessionId' in said.detail ? [said.detail.sessionId] : []))

const twice = (ids: readonly string[]): string | undefined => ids.find((id, index) => ids.indexOf(id) !== index)

const phasesFollowTheDrawing = each(({ from, to }) =>
  from.phase === to.phase || NEXT_PHASES[from.phase].includes(to.phase) ? undefined : `${from.phase} → ${to.phase}`,
)

const onlyEventsChangeTheSession: Invariant = ({ visits }) => {
  const torn = visits.flatMap((visit) => visit.filter(({ from }, index) => index > 0 && from !== visit[index - 1]?.to))
  return torn[0] && `${JSON.stringify(torn[0].event)} found another session than the event before had left`
}

const startsOnceAndBeforeAccepted: Invariant = ({ transitions }) => {
  const starts = told(transitions, 'sessionStart')
  const again = twice(starts)
  if (again !== undefined) return `${again} started twice`
  const order = transitions
    .flatMap((transition) => announce(transition))
    .filter(({ name }) => /^(acc|sessionS)/.test(name))
  const early = order.findIndex(({ name }, index) => name === 'accepted' && order[index - 1]?.name !== 'sessionStart')
  return early < 0 ? undefined : 'accepted without a sessionStart right before it'
}

const acceptedAtMostOnce: Invariant = ({ transitions }) => {
  const again = twice(told(transitions, 'accepted'))
  return again === undefined ? undefined : `${again} was accepted twice`
}

const endsAsOftenAsItStarts: Invariant = ({ transitions }) => {
  const starts = told(transitions, 'sessionStart').join()
  const ends = told(transitions, 'sessionEnded').join()
  return starts === ends ? undefined : `started: ${starts}; ended: ${ends}`
}

const nothingAfterTheEnd = each((transition) => {
  const { from, to, event } = transition
  if (from.phase !== 'ended' || callIdOf(from) !== callIdOf(to)) return undefined
  const mayBeTold =
    event.type === 'intent/aside' || event.type === 'call/aside' ? /^(aside|error|reconnect)/ : /^reconnect/
  const said = announce(transition).find(({ name }) => !mayBeTold.test(name))
  if (said !== undefined) return `${said.name} after the end`
  const beside = { line: to.line, interruption: to.interruption }
  return to.phase === 'ended' && JSON.stringify({ ...from, ...beside }) === JSON.stringify({ ...to, ...beside })
    ? undefined
    : 'a call that is over changed'
})

const sentOnlyForTheRunningSession: Invariant = ({ sent, transitions }) => {
  const stray = sent.find(({ message, session, transition }) => {
    const after = transitions[transition]
    if (message.type === 'call/start') return message.callId !== (after && callIdOf(after.to))
    if (message.type !== 'call/hangUp') {
      // What is said beside the voice may be about a call that is over.
      const mayFollow = isRunning(session) || message.type === 'call/aside'
      return !mayFollow || !('sessionId' in session) || session.sessionId !== message.sessionId
    }
    // Its own hang-up, or the answer to a session that nobody wants.
    const own = isRunning(session) && session.callId === message.callId && after?.to.phase === 'ended'
    return !own && (after?.event.type !== 'call/started' || after.event.sessionId !== message.sessionId)
  })
  return stray && `sent ${JSON.stringify(stray.message)} in ${JSON.stringify(stray.session)}`
}

/** A server that answers a call which is over is told each time; that is another matter. */
const hangsUpOnce: Invariant = ({ sent }) => {
  const own = sent.filter(
    ({ message, session }) => message.type === 'call/hangUp' && message.callId === callIdOf(session),
  )
  const again = twice(own.filter(({ session }) => isRunning(session)).map(({ message }) => JSON.stringify(message)))
  return again === undefined ? undefined : `said twice: ${again}`
}

const localEndIsTold: Invariant = ({ sent, transitions }) => {
  const silent = transitions.findIndex(({ event, from, to }, index) => {
    if (!isRunning(from) || to.phase !== 'ended' || asksPhone(from) || /^call|^line\/up/.test(event.type)) return false
    return !sent.some(({ message, transition }) => transition === index && message.type === 'call/hangUp')
  })
  return silent < 0 ? undefined : `${JSON.stringify(transitions[silent]?.event)} ended a call and nobody was told`
}

const silentInTheMomentOfTheEnd = each(({ to }) => {
  const { pushUrl, playUrl, microphone } = mediaWish(to)
  return to.phase === 'ended' && (pushUrl !== '' || playUrl !== '' || microphone)
    ? 'media go on after the end'
    : undefined
})

const muteHolds: Invariant = ({ transitions }) => {
  let voice = true
  for (const { event, from, to } of transitions) {
    if (callIdOf(from) !== callIdOf(to)) voice = true
    if (event.type === 'intent/mute' && isRunning(from)) voice = false
    if (event.type === 'intent/unmute' && isRunning(from)) voice = true
    const wish = mediaWish(to)
    if (wish.pushUrl !== '' && wish.microphone !== voice)
      return `the customer wants voice ${String(voice)}, the phone does not`
    if (isRunning(to) && (to.microphone.desired === 'on') !== voice)
      return `the customer wants voice ${String(voice)}, the session ${to.microphone.desired}`
    if (to.microphone.state === 'applied' && to.microphone.actual !== to.microphone.desired)
      return 'applied, but it is not'
  }
  return undefined
}

const othersDoNotConcern = each(({ event, from, to }) => {
  if (!event.type.startsWith('call/')) return undefined
  const own =
    'sessionId' in event && !('callId' in event)
      ? 'sessionId' in from && event.sessionId === from.sessionId
      : 'callId' in event && event.callId === callIdOf(from)
  return own || from === to ? undefined : 'a message about something else changed this call'
})

const sameWhenNothingChanges = each(({ from, to }) =>
  from !== to && JSON.stringify(from) === JSON.stringify(to) ? 'a new object that says the same' : undefined,
)

const policiesComeLast = each(({ event, from, to }) =>
  event.type === 'intent/hangUp' && event.policy !== undefined && from !== to && event.inPhase !== from.phase
    ? `${event.policy} meant ${String(event.inPhase)} and hit ${from.phase}`
    : undefined,
)

const timesAreTrue = each(({ from, to, at }) => {
  if (from.phase === 'ended' || to.phase !== 'ended') return undefined
  if (to.endedAt !== at) return 'endedAt is not the time of the end'
  const seconds = to.acceptedAt === null ? 0 : Math.floor((at - to.acceptedAt) / 1000)
  return to.end.duration === seconds
    ? undefined
    : `duration ${String(to.end.duration)}, but it took ${String(seconds)} s`
})

const pageSeesWhatHappens: Invariant = ({ transitions, visits }) => {
  let next = 0
  for (const { event, to } of visits.flat()) {
    const found = transitions.findIndex((inside, index) => index >= next && inside.event === event && inside.to === to)
    if (found < 0) return `the page saw ${JSON.stringify(event)} out of order`
    next = found + 1
  }
  return undefined
}

const replaysTheTruth: Invariant = ({ glances }) =>
  glances.some(({ got, truth }) => got.length !== 1 || got[0] !== truth)
    ? 'a late look at session$ was not the truth'
    : undefined

const nothingIsLeft: Invariant = ({ left }) => {
  const [rest] = Object.entries(left).filter(([, count]) => count !== 0)
  return rest && `left behind: ${rest[0]} ${String(rest[1])}`
}

export const CALL_INVARIANTS = {
  phasesFollowTheDrawing,
  onlyEventsChangeTheSession,
  startsOnceAndBeforeAccepted,
  acceptedAtMostOnce,
  endsAsOftenAsItStarts,
  nothingAfterTheEnd,
  sentOnlyForTheRunningSession,
  hangsUpOnce,
  localEndIsTold,
  ...ASKING_INVARIANTS,
  silentInTheMomentOfTheEnd,
  muteHolds,
  ...CAMERA_INVARIANTS,
  ...ROOM_INVARIANTS,
  othersDoNotConcern,
  sameWhenNothingChanges,
  ...INTERRUPTION_INVARIANTS,
  policiesComeLast,
  timesAreTrue,
  pageSeesWhatHappens,
  replaysTheTruth,
  nothingIsLeft,
} as const satisfies Readonly<Record<string, Invariant>>
