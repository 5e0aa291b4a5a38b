/** A tap that calls: whoever has not logged in yet does so first. */
import {
  catchError,
  defer,
  filter,
  map,
  merge,
  type Observable,
  of,
  startWith,
  switchMap,
  take,
  takeUntil,
  timer,
} from 'rxjs'
import { answerOf, callError, type Gap, isCallError, isRunning, type TcccWxSdk, theWx } from '../../lib/entries/index'
import { checkLogin, login } from '../../lib/entries/login'

/** A phone that never calls back: as long as the log-in itself may take. */
const LONGEST_MS = 20_000

const late = (): never => {
  throw callError('NETWORK')
}

/** A page that logs in by itself has done so. */
const loggedIn$: Observable<unknown> = defer(checkLogin).pipe(
  catchError(() =>
    merge(answerOf(theWx().login), timer(LONGEST_MS).pipe(map(late))).pipe(
      take(1),
      switchMap(({ code }) => login({ jsCode: code })),
    ),
  ),
)

/** Why it was not dialled; `null`: nothing is known of it. */
export interface Dialled {
  readonly failed: Gap['code'] | null
}

const NOTHING_KNOWN: Dialled = { failed: null }

/** It ends with the beginning of the call, which says itself how it goes on. */
export const dialled = (
  sdk: Pick<TcccWxSdk, 'session$' | 'startCall' | 'startSession'>,
  { media, channelId }: Readonly<Record<'media' | 'channelId', string>>,
): Observable<Dialled> =>
  loggedIn$.pipe(
    switchMap(() => (media === 'video' ? sdk.startSession({ channelId }) : sdk.startCall({ channelId }))),
    map(() => NOTHING_KNOWN),
    // WeChat gives no code where it reaches nobody.
    catchError((error: unknown) => of({ failed: isCallError(error) ? error.code : ('NETWORK' as const) })),
    startWith(NOTHING_KNOWN),
    takeUntil(sdk.session$.pipe(filter(isRunning))),
  )
