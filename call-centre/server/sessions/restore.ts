import type { Desk, Floor } from './floor'
import { waitForKey } from './ivr'
import { isWaiting } from './queue'
import { waitForAnswer } from './ringing'
import { signOut } from './seats'
import type { Session } from './session'

/** A call as it is stored: JSON leaves functions out. */
type KeptSession = Omit<Session, 'line' | 'passed' | 'stopTimer'> & { readonly passed: readonly string[] }

type KeptDesk = Omit<Desk, 'stopWaiting'>

/** Goes on with what was kept: no customer and no seat is here yet, each has the window to come back. */
export function restore(floor: Floor): void {
  for (const [seatId, kept] of floor.shelf.all('desk') as ReadonlyMap<string, KeptDesk>) {
    const stopWaiting = floor.later(floor.config.windowMs, () => {
      signOut(floor, seatId)
    })
    floor.desks.set(seatId, { ...kept, stopWaiting })
  }
  for (const [sessionId, kept] of floor.shelf.all('session') as ReadonlyMap<string, KeptSession>) {
    const passed = new Set(kept.passed)
    const session: Session = { ...kept, line: 'lost', passed, stopTimer: () => undefined }
    floor.sessions.set(sessionId, session)
    goOn(floor, session)
  }
  standInLine(floor)
}

/** Who rings or talks has a place to come back to. */
function standInLine({ sessions, queue }: Floor): void {
  const queued = [...sessions.values()].filter(({ queuedAt }) => queuedAt !== undefined)
  for (const session of queued.sort((a, b) => (a.queuedAt ?? 0) - (b.queuedAt ?? 0))) {
    queue.reserve(session)
    if (isWaiting(session)) queue.join(session)
  }
}

function goOn(floor: Floor, session: Session): void {
  const leftMs = Math.max(0, (session.timerAt ?? 0) - floor.clock.now())
  if (session.stage.phase === 'ivr') waitForKey(floor, session, leftMs)
  if (session.stage.phase === 'ringing') waitForAnswer(floor, session, leftMs)
}
