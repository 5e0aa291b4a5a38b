/** What takes its time: keys that come one after the other, and the sound mode that is turned and turned back. */
import {
  type BehaviorSubject,
  concat,
  concatMap,
  EMPTY,
  exhaustMap,
  filter,
  map,
  type Observable,
  startWith,
  switchMap,
  take,
  takeUntil,
  timer,
} from 'rxjs'
import type { Intent } from '../call/intents'
import { isConnected, type Session } from '../call/session'
import type { Transition } from '../call/step'

export type Digits = Extract<Intent, { type: 'intent/sendDigits' }>

/** From key to key. A tone and the pause after it need 40 ms each to be heard (ITU-T Q.24); this leaves room for both. */
const PACE_MS = 200

const keysOf = (intent: Digits): readonly Digits[] => intent.digits.split('').map((digits) => ({ ...intent, digits }))

const pause$ = timer(PACE_MS).pipe(switchMap(() => EMPTY))

/** When the line can take it: what is pressed while it is lost comes afterwards, at the same pace. */
const press = (session$: Observable<Session>, key: Digits): Observable<Intent> =>
  concat(
    session$.pipe(
      filter(({ line }) => line.state !== 'reconnecting'),
      take(1),
      map(() => key),
    ),
    pause$,
  )

const sessionIdOf = (session: Session): string | null => (isConnected(session) ? session.sessionId : null)

/** The keys of all `digits$`, one after the other. What has not been pressed when the call ends is dropped. */
export const pressed = (digits$: Observable<Digits>, session$: BehaviorSubject<Session>): Observable<Intent> =>
  digits$.pipe(
    exhaustMap((first) => {
      const sessionId = sessionIdOf(session$.value)
      if (sessionId === null) return EMPTY
      return digits$.pipe(
        startWith(first),
        concatMap(keysOf),
        concatMap((key) => press(session$, key)),
        takeUntil(session$.pipe(filter((session) => sessionIdOf(session) !== sessionId))),
      )
    }),
  )

/** So long after the return a phone has taken its sound up again; NetEase's NECallKit waits as long. */
const SETTLED_MS = 200
const TURNED_MS = 100

const turnsSound = ({ effects }: Transition): boolean => effects.some(({ type }) => type === 'turnSound')

/**
 * After a phone call, an alarm or the background the sound may have lost its way, and an attribute that is set to what
 * it was does nothing: the sound mode is turned to the other one for a moment (`true`), and back (`false`). Of the
 * microphone nothing is turned: who is muted stays so at every moment.
 */
export const turns = (transition$: Observable<Transition>): Observable<boolean> =>
  transition$.pipe(
    filter((transition) => turnsSound(transition) || transition.to.phase === 'ended'),
    switchMap((transition) => (turnsSound(transition) ? timer(SETTLED_MS, TURNED_MS).pipe(take(2)) : EMPTY)),
    map((turn) => turn === 0),
  )
