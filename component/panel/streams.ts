/** What the panel is told, as one stream. */
import {
  type BehaviorSubject,
  distinctUntilChanged,
  EMPTY,
  filter,
  map,
  merge,
  type Observable,
  of,
  scan,
  startWith,
  switchMap,
  timer,
} from 'rxjs'
import { isRunning, type TcccWxSdk, watchReadiness } from '../../lib/entries/index'
import type { Text } from '../../lib/entries/text'
import { type Chosen, OF_ONE_CALL, type Seen, SEEN_FIRST, type Sheet } from './view'

type Sdk = Pick<TcccWxSdk, 'session$' | 'event$' | 'sample$' | 'now'>

/** Something else is to be seen. */
export type Change = Partial<Seen> & {
  /** A second has passed. */
  readonly beat?: boolean
  /** Keys that were pressed. */
  readonly pressed?: string
  /** What is to be opened, or closed when it is open. */
  readonly toggled?: Exclude<Sheet, ''>
}

/** The keys stay open, and are shown, in the phase that they were opened for; a draft as long as its call. */
const changed = (seen: Seen, { beat, pressed = '', toggled, ...change }: Change): Seen => {
  const next = { ...seen, ...change }
  if (!isRunning(next.session)) return { ...next, ...OF_ONE_CALL }
  const isSamePhase = next.session.phase === seen.session.phase
  const sheet = toggled === seen.sheet ? '' : (toggled ?? seen.sheet)
  const stays = sheet === 'keys' ? isSamePhase : next.chosen.text
  return {
    ...next,
    volume: beat ? seen.heard : seen.volume,
    digits: isSamePhase ? (seen.digits + pressed).slice(-16) : '',
    sheet: stays ? sheet : '',
    begun: toggled === undefined ? next.begun : next.draft,
  }
}

/** Each second of a talk: the clock goes on, and it is shown how loud the customer is. */
const beats = ({ session$ }: Sdk): Observable<Change> =>
  session$.pipe(
    map(({ phase }) => phase === 'talking'),
    distinctUntilChanged(),
    switchMap((isTalking) => (isTalking ? timer(1_000, 1_000) : EMPTY)),
    map(() => ({ beat: true })),
  )

/** All that the panel can see, now and after each change. `change$`: what the customer and the page have done to it. */
export const seenIn = (
  sdk: Sdk,
  text$: Observable<readonly Text[]>,
  chosen$: BehaviorSubject<Chosen>,
  change$: Observable<Change>,
): Observable<Seen> =>
  merge<Change[]>(
    sdk.session$.pipe(map((session) => ({ session }))),
    sdk.event$.pipe(
      filter((event) => event.type === 'intent/sendDigits'),
      map(({ digits }) => ({ pressed: digits })),
    ),
    chosen$.pipe(
      switchMap((chosen) =>
        watchReadiness({ media: chosen.media === 'video' ? 'video' : 'audio' }).pipe(
          map(({ gaps }) => ({ gaps })),
          startWith({ chosen }),
        ),
      ),
    ),
    chosen$.pipe(
      map(({ text }) => text),
      distinctUntilChanged(),
      switchMap((text) => (text ? text$ : of([]))),
      map((texts) => ({ texts })),
    ),
    sdk.sample$.pipe(map(({ volume }) => (volume === undefined ? {} : { heard: volume }))),
    beats(sdk),
    change$,
  ).pipe(scan(changed, { ...SEEN_FIRST, chosen: chosen$.value }))
