import { createLine } from './line'
import type { Session, Stage } from './session'

export type WaitingSession = Session & { stage: Extract<Stage, { phase: 'waiting' }> }

export function isWaiting(session: Session): session is WaitingSession {
  return session.stage.phase === 'waiting'
}

/** Who waits, and who of them has yet to hear of a place. */
export interface Queue {
  /** Longest first. */
  readonly line: readonly WaitingSession[]
  /** Have heard of no place in this wait. */
  readonly untold: ReadonlySet<WaitingSession>
  /** Have heard of a place that has changed since: who moved first comes first, and of one move those in front. */
  readonly moved: ReadonlySet<WaitingSession>
  /** 1 is next. */
  placeOf(session: WaitingSession): number
  /** Keeps a place for a call: behind all others, unless it has one. */
  reserve(session: Session): void
  join(session: WaitingSession): void
  leave(session: WaitingSession): void
  /** The customer is told this place now. */
  told(session: WaitingSession, place: number): void
  /** What the customer was told has never arrived. */
  unheard(session: WaitingSession): void
}

export function createQueue(): Queue {
  const line = createLine<WaitingSession>()
  const untold = new Set<WaitingSession>()
  const moved = new Set<WaitingSession>()
  const forget = (session: WaitingSession): void => {
    untold.delete(session)
    moved.delete(session)
  }
  /** All from `index` on have another place than before. */
  const move = (index: number): void => {
    for (let at = index; at < line.members.length; at += 1) {
      const session = line.members[at]
      if (session && !untold.has(session)) moved.add(session)
    }
  }
  return {
    ...{ line: line.members, untold, moved, reserve: line.reserve },
    placeOf: (session) => line.indexOf(session) + 1,
    join(session) {
      if (session.stage.position === undefined) untold.add(session)
      move(line.enter(session))
    },
    leave(session) {
      const index = line.leave(session)
      forget(session)
      if (index >= 0) move(index)
    },
    told(session, place) {
      forget(session)
      session.stage.position = place
    },
    unheard(session) {
      forget(session)
      delete session.stage.position
      untold.add(session)
    },
  }
}
