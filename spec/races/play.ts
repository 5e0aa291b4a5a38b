/** Plays a picture with the real call, and says what comes of it in the letters of the picture. */
import {
  concat,
  distinctUntilChanged,
  filter,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  skip,
  takeUntil,
  tap,
} from 'rxjs'
import type { Call } from '../../lib/entries/call'
import { type MediaWish, mediaWish } from '../../lib/call/media-wish'
import { createScene, type Marbles, type Scene, type SceneLines } from '../../lib/entries/testing'
import { USER } from '../../lib/testing/alphabet'
import { dialling } from './dialling'
import { entriesOf, OFFERS } from './entries'
import type { Fact, Output, Picture } from './picture'
import { policiesOf } from './policies'
import { askedLetter, endInWords, hangUpInWords, sessionFacts, toldLetter } from './words'

export interface Played {
  readonly call: Call
  /** To be subscribed before the first frame. They go on without a letter when the page has left. */
  readonly outputs: Readonly<Record<Output, Observable<string>>>
  /** What is known now. */
  readonly facts: () => Readonly<Record<Fact, readonly string[]>>
  /** The ends that the page was told. */
  readonly endsTold: readonly string[]
  /** Where the call listens: the hot lines of the scene. */
  readonly sources: readonly Observable<unknown>[]
}

const LEAVES = 'x'

const pageOf = ({ inputs }: Picture): string | undefined => inputs.find(({ name }) => name === 'page')?.text

const sceneLines = ({ inputs }: Picture): SceneLines => ({
  ...Object.fromEntries(
    inputs
      .filter(({ name }) => name !== 'page')
      .map(({ name, text }) => [name, name === 'policies' ? policiesOf(text) : text]),
  ),
  ...(inputs.some(({ name, text }) => name === 'seat' && /[wu]/.test(text)) ? { letters: { seat: OFFERS } } : {}),
})

/** Notes each value on its way, and lets none through. */
const noting = <Value>(values$: Observable<Value>, note: (value: Value) => void): Observable<never> =>
  values$.pipe(tap(note), ignoreElements())

const inTags = (wish: MediaWish): string => JSON.stringify({ ...wish, playUrl: '' })

const asked = ({ session$ }: Call): Observable<string> =>
  session$.pipe(
    map((session) => mediaWish(session)),
    distinctUntilChanged((before, wish) => inTags(before) === inTags(wish)),
    skip(1),
    map(askedLetter),
  )

const told = ({ tells$ }: Scene): Observable<string> =>
  tells$.pipe(
    map(toldLetter),
    filter((letter) => letter !== null),
  )

/** Within a frame, lines go in the order in which they are made: the page is the first or the last of them. */
const stage = (marbles: Marbles, picture: Picture, scene: () => Scene): [Scene, Observable<string>] => {
  const text = pageOf(picture)
  const page = (): Observable<string> =>
    text === undefined ? NEVER : marbles.hot(text, { h: 'h', r: 'r', l: 'l', j: 'j', x: LEAVES })
  if (picture.inputs[0]?.name !== 'page') return [scene(), page()]
  const page$ = page()
  return [scene(), page$]
}

export const play = (marbles: Marbles, picture: Picture): Played => {
  const [hangUps, endsTold, sources]: [string[], string[], Observable<unknown>[]] = [[], [], []]
  const hot: Marbles['hot'] = (line, letters) => {
    const source$ = marbles.hot(line, letters)
    sources.push(source$)
    return source$
  }
  const { act, startCalls } = dialling()
  const [scene, page$] = stage(marbles, picture, () => createScene({ hot }, sceneLines(picture), act))
  const { call, sends$, sent$, sees$, tells$ } = scene

  const entries = entriesOf(call, pageOf(picture))
  const acts$ = noting(page$, (letter) => {
    const intent = USER[letter]
    if (intent !== undefined) act(call, intent)
    entries.act(letter)
  })
  const ends$ = noting(tells$, ({ name, detail }) => {
    if (name === 'sessionEnded') endsTold.push(endInWords(detail))
  })
  const untilLeft = (letters$: Observable<string>): Observable<string> =>
    concat(letters$.pipe(takeUntil(page$.pipe(filter((letter) => letter === LEAVES)))), NEVER)
  return {
    call,
    outputs: {
      sends: merge(
        sends$,
        noting(sent$, (message) => hangUps.push(...hangUpInWords(message))),
      ),
      sees: untilLeft(merge(sees$, acts$, entries.shows$)),
      tells: untilLeft(merge(told(scene), ends$)),
      asks: untilLeft(asked(call)),
    },
    facts: () => ({ ...sessionFacts(call.session), startCall: startCalls, hangUp: hangUps }),
    endsTold,
    sources,
  }
}
