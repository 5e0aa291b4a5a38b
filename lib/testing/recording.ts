/** What a scene shows from its first frame on, letter by letter, and what it has left when it was over. */
import { distinctUntilChanged, filter, map } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'
import type { End } from '../call/session'
import type { ClientMessage } from '../link/messages'
import type { Seen } from './draw'
import type { Scene } from './scene'

export interface Recording {
  readonly sees: readonly Seen[]
  readonly sends: readonly Seen[]
  readonly sent: readonly ClientMessage[]
  /** The ends of the calls. */
  readonly ends: readonly End[]
  /** The sources that the call still listens to after it was left. */
  readonly listening: () => number
}

/** A call that goes on is left after a virtual day, so that a policy that ticks for ever ends too. */
export const DAY_MS = 86_400_000

/** Watches the scene from the next turn of the scheduler on. */
export const record = (scheduler: TestScheduler, scene: Scene): Recording => {
  const sees: Seen[] = []
  const sends: Seen[] = []
  const sent: ClientMessage[] = []
  const ends: End[] = []
  const keep =
    <Value>(list: Value[]) =>
    (value: Value) => {
      if (scheduler.now() < DAY_MS) list.push(value)
    }
  const letterOf = (letter: string): Seen => ({ frame: scheduler.now(), letter })
  scheduler.schedule(() => {
    const listening = scene.sent$.subscribe(keep(sent))
    listening.add(scene.sends$.pipe(map(letterOf)).subscribe(keep(sends)))
    const end$ = scene.call.context.session$.pipe(
      filter((session) => session.phase === 'ended'),
      map(({ end }) => end),
      distinctUntilChanged(),
    )
    listening.add(end$.subscribe(keep(ends)))
    listening.add(scene.sees$.pipe(map(letterOf)).subscribe(keep(sees)))
    scheduler.schedule(() => {
      listening.unsubscribe()
    }, DAY_MS)
  })
  return { sees, sends, sent, ends, listening: scene.listening }
}
