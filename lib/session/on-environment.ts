import { isConnected, type Interruption, type Session } from './session'
import { again, retried } from './wanted'

type Reason = Interruption['reason']

/** What says more outranks what says less; whoever is away stays so when another sound is over. */
const RANKS: Readonly<Record<Reason, number>> = { audio: 0, call: 1, hidden: 2, windowClosed: 3, suspended: 3 }

const isAbsence = (reason: Reason): boolean => RANKS[reason] >= RANKS.hidden

/** Whether the customer does not see the app: nothing that is done to the media tags then is certain. */
export const isAway = ({ interruption }: Session): boolean => interruption !== null && isAbsence(interruption.reason)

/** Hidden outranks a sound that is taken away, which may end while the app is still hidden: a phone call does both. */
export const interrupted = (session: Session, reason: Reason, at: number): Session => {
  const { interruption } = session
  if (interruption === null) return { ...session, interruption: { reason, since: at } }
  if (RANKS[interruption.reason] >= RANKS[reason]) return session
  const since = isAbsence(reason) === isAbsence(interruption.reason) ? interruption.since : at
  return { ...session, interruption: { reason, since } }
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

/** The app on show ends every interruption: that another sound is over may never be told. */
export const shown = (session: Session): Session => unsure({ ...session, interruption: null })

export const soundReturned = (session: Session): Session =>
  isAway(session) ? session : unsure({ ...session, interruption: null })
