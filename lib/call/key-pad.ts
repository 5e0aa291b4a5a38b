/** Presses keys one by one, no faster than an IVR can hear them. */
import {
  concat,
  concatMap,
  distinctUntilChanged,
  EMPTY,
  filter,
  map,
  type Observable,
  Subject,
  Subscription,
  switchMap,
  take,
  timer,
} from 'rxjs'
import type { CallEvent } from '../events/event'
import type { Intent } from '../events/intents'
import { isConnected, type Session } from '../session/session'
import type { Machine } from './machine'

type Digits = Extract<Intent, { type: 'intent/sendDigits' }>

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

/** What has not been pressed when the call ends is dropped. */
const paced = (session$: Observable<Session>, digits$: Observable<Digits>): Observable<Intent> => {
  const key$ = digits$.pipe(
    concatMap(keysOf),
    concatMap((key) => press(session$, key)),
  )
  return session$.pipe(
    map((session) => (isConnected(session) ? session.sessionId : null)),
    distinctUntilChanged(),
    switchMap((sessionId) => (sessionId === null ? EMPTY : key$)),
  )
}

export class KeyPad {
  private digits$: Subject<Digits> | null = null
  private lifetime = Subscription.EMPTY
  private pacing = Subscription.EMPTY

  constructor(private readonly machine: Machine) {}

  begin(lifetime: Subscription): void {
    this.lifetime = lifetime
  }

  /** Enqueues what is asked for; several keys come one after the other. */
  readonly ask = (event: CallEvent): void => {
    if (event.type !== 'intent/sendDigits') this.machine.enqueue(event)
    // In the queue: who presses a key as soon as the menu is there may have seen it before this has.
    else {
      this.machine.run(() => {
        this.hear(event)
      })
    }
  }

  private hear(digits: Digits): void {
    const { session$, enqueue } = this.machine
    // Most calls press no key: the first one of a lifetime begins.
    const digits$ = (this.digits$ ??= new Subject<Digits>())
    if (this.pacing.closed) {
      this.pacing = paced(session$, digits$).subscribe(enqueue)
      this.lifetime.add(this.pacing)
    }
    digits$.next(digits)
  }
}
