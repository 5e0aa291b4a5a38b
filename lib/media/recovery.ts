/** What the media tags need beside their attributes: a stop that arrives, and a route that comes back. */
import { EMPTY, filter, map, type Observable, switchMap, take, timer } from 'rxjs'
import { isAway } from '../session/on-environment'
import { isConnected, type Session } from '../session/session'
import type { Transition } from '../session/transition'

/** So long after the return a phone has taken its sound up again; NetEase's NECallKit waits as long. */
const SETTLED_MS = 200
const TURNED_MS = 100

const hasMedia = (session: Session): boolean => isConnected(session) && session.room !== null

/**
 * Whether a pusher has to be stopped that is gone already: its call ended in the background, where every command to a
 * media tag fails (errno 102), and not every phone lets go of the microphone with the tag.
 */
export const mustStop = ({ event, from, to }: Transition): boolean =>
  event.type === 'app/shown' &&
  to.phase === 'ended' &&
  from.interruption !== null &&
  to.endedAt >= from.interruption.since

const isBack = ({ event, to }: Transition): boolean =>
  (event.type === 'app/shown' || event.type === 'audio/resumed') && hasMedia(to) && !isAway(to)

/**
 * After a phone call, an alarm or the background the sound may have lost its way, and an attribute that is set to what
 * it was does nothing: the sound mode is turned to the other one for a moment (`true`), and back (`false`). Of the
 * microphone nothing is turned: who is muted stays so at every moment.
 */
export const turns = (transition$: Observable<Transition>): Observable<boolean> =>
  transition$.pipe(
    filter((transition) => isBack(transition) || transition.to.phase === 'ended'),
    switchMap((transition) => (isBack(transition) ? timer(SETTLED_MS, TURNED_MS).pipe(take(2)) : EMPTY)),
    map((turn) => turn === 0),
  )
