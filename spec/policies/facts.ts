/** Marble lines for what is no phase: the microphone that the customer wants, and what the page is told. */
import { distinctUntilChanged, filter, map, merge, NEVER, type Observable, skip } from 'rxjs'
import { createScene, type Marbles, type Scene, type SceneLines } from '../../lib/entries/testing'

/** Plays the scene and shows one view of it; the view never completes, as a call does not. */
const view = (scene: Scene, view$: Observable<string>): Observable<string> =>
  merge(view$, scene.sees$.pipe(filter(() => false)), NEVER)

/** `u` on, `m` off, from the first change on. */
export const microphone = (marbles: Marbles, lines: SceneLines): Observable<string> => {
  const scene = createScene(marbles, lines)
  const wish$ = scene.call.context.session$.pipe(
    map(({ microphone: { desired } }) => (desired === 'on' ? 'u' : 'm')),
    distinctUntilChanged(),
    skip(1),
  )
  return view(scene, wish$)
}

/** The topics of the notices. */
export const notices = (marbles: Marbles, lines: SceneLines): Observable<string> => {
  const scene = createScene(marbles, lines)
  const topic$ = scene.tells$.pipe(
    filter((told) => told.name === 'notice'),
    map(({ detail }) => detail.topic),
  )
  return view(scene, topic$)
}

/** The phases, as `toSee` has them, without an end to virtual time: `callMarbles` plays one day. */
export const phases = (marbles: Marbles, lines: SceneLines): Observable<string> =>
  merge(createScene(marbles, lines).sees$, NEVER)
