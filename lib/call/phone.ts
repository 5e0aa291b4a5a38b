/** What happens to the phone around a call: the app hidden and shown, other sounds, the network. */
import type { EnvironmentEvent } from './event'
import {
  type Connected,
  type Effects,
  type Interruption,
  isAbsence,
  isAway,
  isConnected,
  NONE,
  only,
  PROBE,
  send,
  type Session,
  type Step,
  STOP_PUSHER,
  TURN_SOUND,
} from './session'
import { again, retried } from './switches'

type Reason = Interruption['reason']

/** What says more outranks what says less; whoever is away stays so when another sound is over. */
const RANKS: Readonly<Record<Reason, number>> = { audio: 0, call: 1, hidden: 2, windowClosed: 3, suspended: 3 }

const holdOf = ({ sessionId, interruption }: Connected): Effects => {
  const why = interruption === null ? ({ held: false } as const) : { held: true, reason: interruption.reason }
  return [send({ type: 'call/hold', sessionId, ...why })]
}

/** Only a seat that talks is told, and each seat that answers: an interruption may be older than the talk. */
export const holdSent = (session: Session): Effects => (session.phase === 'talking' ? holdOf(session) : NONE)

/**
 * Hidden outranks a sound that is taken away, which may end while the app is still hidden: a phone call does both. A
 * reason that has become clearer is told again.
 */
export const interrupted = (session: Session, reason: Reason, at: number): Step => {
  const { interruption } = session
  if (interruption !== null && RANKS[interruption.reason] >= RANKS[reason]) return only(session)
  const goesOn = interruption !== null && isAbsence(reason) === isAbsence(interruption.reason)
  const next: Session = { ...session, interruption: { reason, since: goesOn ? interruption.since : at } }
  return [next, holdSent(next)]
}

/** The phone may have changed its switches meanwhile, and commands fail in the background. */
const unsure = (session: Session): Session =>
  isConnected(session)
    ? {
        ...session,
        microphone: again(session.microphone),
        soundMode: again(session.soundMode),
        camera: again(session.camera),
        facing: retried(session.facing),
      }
    : session

/**
 * Ends an interruption; without one nothing is told. The seats are told of the end in every phase after the first answer,
 * also during a transfer: otherwise the next desk would show the customer as away.
 */
const uninterrupted = (session: Session): Step => {
  const back = unsure({ ...session, interruption: null })
  const isTold = session.interruption !== null && isConnected(back) && back.acceptedAt !== null
  return [back, isTold ? holdOf(back) : NONE]
}

/** The customer hears and sees again. */
const returned = (session: Session): Step => {
  const [back, told] = uninterrupted(session)
  return [back, isConnected(back) && back.room !== null ? [...told, TURN_SOUND] : told]
}

/** The seat's voice plays: whatever had taken the sound has given it back, even if nobody says so. */
export const voiceHeard = (session: Session): Step =>
  session.interruption === null || isAway(session) ? only(session) : uninterrupted(session)

/**
 * Whether a pusher has to be stopped that is gone already: its call ended in the background, where every command to a
 * media tag fails (errno 102), and not every phone lets go of the microphone with the tag.
 */
const endedAway = (session: Session): boolean =>
  session.phase === 'ended' && session.interruption !== null && session.endedAt >= session.interruption.since

/**
 * The app on show ends every interruption: that another sound is over may never be told. The socket may have died
 * meanwhile without a word.
 */
export const shown = (session: Session): Step => {
  const [back, effects] = returned(session)
  return [back, endedAway(session) ? [...effects, PROBE, STOP_PUSHER] : [...effects, PROBE]]
}

export const soundReturned = (session: Session): Step => (isAway(session) ? only(session) : returned(session))

/** On another network a socket may be dead without having said so. */
export const networkChanged = (
  session: Session,
  { connected }: Extract<EnvironmentEvent, { type: 'network/changed' }>,
): Step => (connected ? [session, [PROBE]] : only(session))
