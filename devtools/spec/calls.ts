/** Recordings of calls between marble lines. */
import { TestScheduler } from 'rxjs/testing'
import { readRecording } from '../black-box/read-recording'
import type { Recording } from '../../lib/entries/call'
import { createScene, type SceneLines } from '../../lib/entries/testing'

const MINUTE = 60_000

/** Plays the scene for `ms` virtual milliseconds and hands on its recording as JSON does. */
export const recordingOf = (lines: SceneLines, ms = 10 * MINUTE): Recording => {
  const scheduler = new TestScheduler(() => undefined)
  let json = ''
  scheduler.run(({ hot, flush }) => {
    const scene = createScene({ hot }, lines)
    scheduler.schedule(() => {
      const watching = scene.sees$.subscribe()
      scheduler.schedule(() => {
        json = JSON.stringify(scene.call.recording())
        watching.unsubscribe()
      }, ms)
    })
    flush()
  })
  return readRecording(json)
}
