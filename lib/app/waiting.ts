/** Waiting without holding the line, as an entry of its own: a call whose page offers it not loads nothing of it. PROTOCOL.md §4.4. */
import {
  combineLatest,
  connect,
  distinctUntilChanged,
  EMPTY,
  exhaustMap,
  ignoreElements,
  map,
  merge,
  type Observable,
  Subject,
  switchMap,
  tap,
} from 'rxjs'
import type { CallEvent } from '../call/event'
import { fits } from '../link/codec'
import { duration, id, optional, record, type ValueOf } from '../link/shapes'
import { askForMessages, canAskForMessages } from '../wx/subscribe'
import { announce, type AsideSdk, type Body, knownIn, saidIn } from './asides'

const offered = record({ turn: id, reminder: optional(id), backWithinMs: duration })
const kept = record({ backWithinMs: duration })

/** What a customer who waits can do, or has done. */
export type WaitingOffer =
  /** The customer may leave. `refused`: the messages were not allowed, and so the call waits on. */
  | { readonly state: 'offered'; readonly backWithinMs: number; readonly refused: boolean }
  /** The call centre was told, and has yet to answer. */
  | { readonly state: 'leaving'; readonly backWithinMs: number }
  /** The call is over, and the place is kept: the customer will be called, and has so long then to come back. */
  | { readonly state: 'kept'; readonly backWithinMs: number }
  /** There was a place, and the time to come back is over: this call waits as any other. */
  | { readonly state: 'gone' }

export interface Waiting {
  /**
   * What to show, now and after each change; `null`: nothing. The call centre offers only while it is subscribed to, and only
   * where the phone has subscription messages.
   */
  readonly offer$: Observable<WaitingOffer | null>
  /**
   * Takes the offer: asks the customer for the messages, and leaves when the one that calls was allowed. Call it first thing
   * in a tap, or WeChat does not ask. Without an offer it does nothing.
   */
  readonly leave: () => void
}

/** `templates`: of the messages, the one that calls first. */
interface Known {
  readonly offer: WaitingOffer | null
  readonly templates: readonly string[]
}

interface Refused {
  readonly type: 'refused'
}

const NOTHING: Known = { offer: null, templates: [] }

const answered = (known: Known, body: Body): Known => {
  const { offer, kept: place, gone } = body
  if (fits(offered, offer)) {
    const { turn, reminder, backWithinMs } = offer as ValueOf<typeof offered>
    const templates = reminder === undefined ? [turn] : [turn, reminder]
    return { offer: { state: 'offered', backWithinMs, refused: false }, templates }
  }
  if (fits(kept, place)) return { ...known, offer: { state: 'kept', ...(place as ValueOf<typeof kept>) } }
  return gone === true ? { ...known, offer: { state: 'gone' } } : known
}

const heard = (known: Known, event: CallEvent | Refused): Known => {
  const { offer } = known
  if (event.type === 'refused')
    return offer?.state === 'offered' && !offer.refused ? { ...known, offer: { ...offer, refused: true } } : known
  // The call rings: what the centre was told of leaving came too late.
  if (event.type === 'call/ringing')
    return offer?.state === 'leaving' ? { ...known, offer: { ...offer, state: 'offered', refused: false } } : known
  const said = saidIn(event, 'waiting')
  if (said === null) return known
  if (!said.isOurs) return answered(known, said.body)
  if (said.body['leave'] !== true || offer?.state !== 'offered') return known
  return { ...known, offer: { state: 'leaving', backWithinMs: offer.backWithinMs } }
}

/** An offer is for who waits; it is there again when a ring comes to nothing. */
const shownIn = ({ session$ }: AsideSdk, known$: Observable<Known>): Observable<Known> =>
  combineLatest([known$, session$.pipe(map(({ phase }) => phase))]).pipe(
    map(([known, phase]) => {
      const isOfTheWait = known.offer?.state === 'offered' || known.offer?.state === 'leaving'
      return isOfTheWait && phase !== 'waiting' ? NOTHING : known
    }),
    distinctUntilChanged(),
  )

/** Waiting without holding, of the calls of `sdk`, the component: `const { offer$, leave } = waiting(sdk)`. */
export const waiting = (sdk: AsideSdk): Waiting => {
  const tap$ = new Subject<void>()
  const refused$ = new Subject<Refused>()
  const leaving = ({ offer, templates }: Known): Observable<never> =>
    offer?.state !== 'offered'
      ? EMPTY
      : tap$.pipe(
          // WeChat refuses a second question while its first one is open, and the customer answers that one.
          exhaustMap(() => askForMessages(templates)),
          tap((allowed) => {
            const leaves = allowed.some((id) => id === templates[0])
            if (allowed.length > 0) sdk.aside('waiting', leaves ? { allowed, leave: true } : { allowed })
            if (!leaves) refused$.next({ type: 'refused' })
          }),
          ignoreElements(),
        )
  const known$ = knownIn(sdk, merge(sdk.event$, refused$), heard, NOTHING)
  const offer$ = shownIn(sdk, known$).pipe(
    connect((shown$) => merge(shown$.pipe(switchMap(leaving)), shown$.pipe(map(({ offer }) => offer)))),
  )
  return {
    offer$: merge(offer$, canAskForMessages() ? announce(sdk, 'waiting') : EMPTY),
    leave: () => {
      tap$.next()
    },
  }
}
