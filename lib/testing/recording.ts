/** What a scene shows from its first frame on, letter by letter. */
import type { TestScheduler } from 'rxjs/testing'
import type { Seen } from './draw'
import type { Scene } from './scene'

export interface Recording {
  readonly sees: readonly Seen[]
  readonly sends: readonly Seen[]
}

/** A call that goes on is left after a virtual day, so that a policy that ticks for ever ends too. */
const DAY_MS = 86_400_000

/** Watches the scene from the next turn of the scheduler on. */
export const record = (scheduler: TestScheduler, scene: Scene): Recording => {
  const sees: Seen[] = []
  const sends: Seen[] = []
  const into = (seen: Seen[]) => (letter: string) => {
    if (scheduler.now() < DAY_MS) seen.push({ frame: scheduler.now(), letter })
  }
  scheduler.schedule(() => {
    const listening = scene.sends$.subscribe(into(sends))
    listening.add(scene.sees$.subscribe(into(sees)))
    scheduler.schedule(() => {
      listening.unsubscribe()
    }, DAY_MS)
  })
  return { sees, sends }
}
