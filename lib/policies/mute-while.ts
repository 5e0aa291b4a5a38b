import { concat, distinctUntilChanged, filter, first, map, type Observable, of, switchMap, takeUntil } from 'rxjs'
import { type Intent, mute, unmute } from '../events/intents'
import { isRunning, type Session } from '../session/session'
import type { PolicyContext } from './policy'

/**
 * Mutes when a running call comes to fit `applies`, and unmutes when it fits no more. A customer who was muted before,
 * or who has touched the switch meanwhile, keeps it as it is.
 */
export const muteWhile = (applies: (session: Session) => boolean, context: PolicyContext): Observable<Intent> => {
  const { session$, event$ } = context
  const fits = (session: Session) => isRunning(session) && applies(session)
  const touched$ = event$.pipe(
    filter((event) => event.type === 'intent/mute' || event.type === 'intent/unmute'),
    filter(({ policy }) => policy === undefined),
  )
  const restored$ = session$.pipe(
    first((session) => !fits(session)),
    map(unmute),
    takeUntil(touched$),
  )
  return session$.pipe(
    distinctUntilChanged((before, now) => fits(before) === fits(now)),
    filter((session) => fits(session) && session.microphone.desired === 'on'),
    switchMap(() => concat(of(mute()), restored$)),
  )
}
