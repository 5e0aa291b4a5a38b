/** What a scene shows from its first frame on, letter by letter, and what it has left when it was over. */
import { map } from 'rxjs'
import type { TestScheduler } from 'rxjs/testing'
import type { ClientMessage } from '../signalling/messages'
import type { Seen } from './draw'
import type { Scene } from './scene'

export interface Recording {
  readonly sees: readonly Seen[]
  readonly sends: readonly Seen[]
  readonly sent: readonly ClientMessage[]
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
  const keep =
    <Value>(list: Value[]) =>
    (value: Value) => {
      if (scheduler.now() < DAY_MS) list.push(value)
    }
  const letterOf = (letter: string): Seen => ({ frame: scheduler.now(), letter })
  scheduler.schedule(() => {
    const listening = scene.sent$.subscribe(keep(sent))
    listening.add(scene.sends$.pipe(map(letterOf)).subscribe(keep(sends)))
    listening.add(scene.sees$.pipe(map(letterOf)).subscribe(keep(sees)))
    scheduler.schedule(() => {
      listening.unsubscribe()
    }, DAY_MS)
  })
  return { sees, sends, sent, listening: scene.listening }
}
