import type { Interruption, Session } from './session'

/** Hidden outranks a sound that is taken away, which may end while the app is still hidden: a phone call does both. */
export const interrupted = (session: Session, reason: Interruption['reason'], at: number): Session =>
  session.interruption === null || (reason === 'hidden' && session.interruption.reason !== 'hidden')
    ? { ...session, interruption: { reason, since: at } }
    : session

/** An audio interruption may never be reported as over; the app on show ends either kind. */
export const resumed = (session: Session, reason: Interruption['reason']): Session =>
  session.interruption !== null && (reason === 'hidden' || session.interruption.reason === reason)
    ? { ...session, interruption: null }
    : session
