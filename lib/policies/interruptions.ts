/** Policies for a customer who is away, or whose sound the phone has taken. */
import {
  concat,
  distinctUntilChanged,
  EMPTY,
  filter,
  first,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  takeUntil,
} from 'rxjs'
import { type Intent, mute, unmute } from '../call/intents'
import { isAway, isRunning, type Session } from '../call/session'
import { limit } from './limits'
import { named, type Policy, type PolicyContext } from './policy'

/**
 * Hangs up when the app has been hidden for `ms` (default 0). Lets go when it is shown again. Throws a RangeError for
 * what is no time.
 */
export const hangUpWhenHidden = limit('hangUpWhenHidden', 0, isAway, 'the app was hidden')

const isTaken = (session: Session): boolean => isRunning(session) && session.interruption !== null && !isAway(session)

/**
 * Hangs up when a phone call, an alarm or another app has had the sound for `ms` (default 60,000). Lets go when the
 * sound is given back. Throws a RangeError for what is no time.
 */
export const interruptionGrace = limit('interruptionGrace', 60_000, isTaken, 'the interruption took too long')

/**
 * Mutes when a running call comes to fit `applies`, and unmutes when it fits no more. A customer who was muted before,
 * or who has touched the switch meanwhile, keeps it as it is.
 */
const muteWhile = (applies: (session: Session) => boolean, context: PolicyContext): Observable<Intent> => {
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

/**
 * Mutes while the app is hidden or another sound has the phone, so that nobody is overheard, and unmutes afterwards.
 * Lets go of a customer who was muted before, or who touches the switch meanwhile.
 */
export const muteWhileInterrupted = (): Policy =>
  named('muteWhileInterrupted', (context) => muteWhile(({ interruption }) => interruption !== null, context))

export interface BackgroundGraceOptions {
  /** Default 120,000. */
  readonly ms?: number
  /** What the seat hears until then: `keep` the voice (the default), or `mute` it. */
  readonly meanwhile?: 'keep' | 'mute'
}

const isHidden = (session: Session): boolean => isRunning(session) && isAway(session)

const backgroundLimit = limit('backgroundGrace', 120_000, isHidden, 'the app was in the background for too long')

/**
 * Hangs up when a call has been in the background for `ms`; with `meanwhile: 'mute'`, mutes it there and unmutes it
 * afterwards. Lets go when the app is shown again. Throws a RangeError for what is no time.
 */
export const backgroundGrace = ({ meanwhile = 'keep', ...time }: BackgroundGraceOptions = {}): Policy => {
  const end = backgroundLimit(time)
  return named('backgroundGrace', (context) =>
    merge(end(context), meanwhile === 'mute' ? muteWhile(isHidden, context) : EMPTY),
  )
}
