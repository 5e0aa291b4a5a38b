import type { Shelf } from '../state/shelf'
import { awaitOverflow, priorityOf, type Desk, type Floor } from './floor'
import { waitForKey } from './ivr'
import type { Place } from './place'
import { awaitPlace } from './places'
import { isWaiting } from './queue'
import { awaitAsked } from './asking'
import { awaitRating } from './rating'
import { consultOf } from './asked'
import { waitForAnswer } from './ringing'
import type { Session } from './session'
import { offerLater } from './waiting'
import { limitWrapUp } from './wrap-up'

/** A call as it is stored: JSON leaves functions out. */
type KeptSession = Omit<Session, 'line' | 'passed' | 'stopTimer'> & { readonly passed: readonly string[] }

/** Version 0.1.0 said only since when a seat was free. */
type KeptDesk = Omit<Desk, 'line' | 'since'> & ({ readonly since: number } | { readonly freeSince: number })

/**
 * Where the clock of a centre goes on: what was left of a deadline is left of it, however long no process ran and however
 * the machine's clock was set meanwhile. Undefined: nothing was kept. Version 0.1.0 kept no moment of its own.
 */
export function lastMoment(shelf: Shelf): number | undefined {
  const kept = shelf.all('clock').get('now')
  if (typeof kept === 'number') return kept
  const sessions = [...(shelf.all('session') as ReadonlyMap<string, KeptSession>).values()]
  return sessions.length === 0 ? undefined : Math.max(Date.now(), ...sessions.map(({ since }) => since))
}

/** Goes on with what was kept: no customer and no seat is here yet, each has the window of its link to come back. */
export function restore(floor: Floor): void {
  for (const [seatId, kept] of floor.shelf.all('desk') as ReadonlyMap<string, KeptDesk>) {
    floor.desks.set(seatId, { ...kept, line: 'lost', since: 'since' in kept ? kept.since : kept.freeSince })
  }
  for (const [sessionId, kept] of floor.shelf.all('session') as ReadonlyMap<string, KeptSession>) {
    const passed = new Set(kept.passed)
    const session: Session = { ...kept, line: 'lost', passed, stopTimer: () => undefined }
    floor.sessions.set(sessionId, session)
    goOn(floor, session)
  }
  for (const [userId, kept] of floor.shelf.all('place') as ReadonlyMap<string, Place>)
    floor.places.set(userId, { ...kept })
  standInLine(floor)
  for (const desk of floor.desks.values()) limitWrapUp(floor, desk)
  for (const [sessionId, until] of floor.shelf.all('ratingAwaited') as ReadonlyMap<string, number>) {
    awaitRating(floor, sessionId, until)
  }
}

/** Who rings or talks has a place to come back to. */
function standInLine(floor: Floor): void {
  const { sessions, places, queue } = floor
  const queued = [...sessions.values()].filter(({ queuedAt }) => queuedAt !== undefined)
  const since = (member: Session | Place): number =>
    'state' in member ? member.since : (member.cameBack?.since ?? member.queuedAt ?? 0)
  for (const member of [...queued, ...places.values()].sort((a, b) => since(a) - since(b))) {
    queue.reserve(member, 'state' in member ? member.priority : priorityOf(floor, member))
    if ('state' in member) {
      if (member.state !== 'gone') queue.away.enter(member)
      awaitPlace(floor, member)
    } else if (isWaiting(member)) {
      queue.join(member)
      awaitOverflow(floor, member)
      offerLater(floor, member)
    }
  }
}

function goOn(floor: Floor, session: Session): void {
  const leftMs = Math.max(0, (session.timerAt ?? 0) - floor.clock.now())
  if (session.stage.phase === 'ivr') waitForKey(floor, session, leftMs)
  if (session.stage.phase === 'ringing') waitForAnswer(floor, session, leftMs)
  if (consultOf(session)?.state === 'ringing') awaitAsked(floor, session, leftMs)
}
