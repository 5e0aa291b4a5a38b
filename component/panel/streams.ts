/** What the panel is told, as one stream. */
import { distinctUntilChanged, filter, map, merge, type Observable, of, scan, switchMap, take, timer } from 'rxjs'
import type { Session, TcccWxSdk } from '../../lib/entries/index'
import { watchReadiness } from '../../lib/entries/index'
import type { Text } from '../../lib/entries/text'
import { type Seen, SEEN_FIRST, type Sheet } from './view'

type Sdk = Pick<TcccWxSdk, 'session$' | 'event$' | 'sample$' | 'now'>

/** Something else is to be seen. */
export type Change = Partial<Seen> & {
  /** Keys that were pressed. */
  readonly pressed?: string
  /** What is to be opened, or closed when it is open. */
  readonly toggled?: Sheet
}

/** The keys stay open, and are shown, in the phase that they were opened for. */
const changed = (seen: Seen, { pressed = '', toggled, ...change }: Change): Seen => {
  const next = { ...seen, ...change }
  const { sheet } = seen
  if (toggled !== undefined) return { ...next, sheet: sheet === toggled ? '' : toggled }
  if (next.session.phase === seen.session.phase) return { ...next, digits: (seen.digits + pressed).slice(-16) }
  return { ...next, digits: '', sheet: sheet === 'keys' ? '' : sheet }
}

interface Beat {
  readonly volume: number
  readonly due: boolean
}

const isTalking = ({ phase }: Session): boolean => phase === 'talking'

/** Each second of a talk: how loud the customer is then. The clock goes on with it. */
const beats = ({ session$, sample$ }: Sdk): Observable<Beat> =>
  session$.pipe(
    map(isTalking),
    distinctUntilChanged(),
    switchMap((talking) =>
      talking
        ? merge(timer(1_000, 1_000), sample$).pipe(
            scan<unknown, Beat>(
              ({ volume }, heard) =>
                typeof heard === 'number'
                  ? { volume, due: true }
                  : { volume: (heard as { readonly volume?: number }).volume ?? volume, due: false },
              { volume: 0, due: false },
            ),
            filter(({ due }) => due),
          )
        : of({ volume: 0, due: true }),
    ),
  )

/** All that the panel can see, now and after each change. `change$`: what the customer and the page have done to it. */
export const seenIn = (
  sdk: Sdk,
  text$: Observable<readonly Text[]>,
  media: 'audio' | 'video',
  change$: Observable<Change>,
): Observable<Seen> =>
  sdk.session$.pipe(
    take(1),
    switchMap((first) =>
      merge<Change[]>(
        sdk.session$.pipe(map((session) => ({ session }))),
        sdk.event$.pipe(map((event) => (event.type === 'intent/sendDigits' ? { pressed: event.digits } : {}))),
        text$.pipe(map((texts) => ({ texts }))),
        beats(sdk).pipe(map(({ volume }) => ({ volume }))),
        watchReadiness({ media }).pipe(map(({ gaps }) => ({ gaps }))),
        change$,
      ).pipe(scan(changed, { ...SEEN_FIRST, session: first })),
    ),
  )
