/** The name of this tab's desk: it outlives a reload, and no two tabs have the same one. */
import { recall, remember } from './memory'

/** The page before a reload gives its claim up at once, but not before this one runs. */
const TRIES = 5
const PAUSE_MS = 100

/** A lock is held as long as the page lives; a browser without locks takes every claim. */
const claim = (name: string): Promise<boolean> =>
  'locks' in navigator
    ? new Promise((answer) => {
        void navigator.locks.request(`desk ${name}`, { ifAvailable: true }, (lock) => {
          answer(lock !== null)
          return lock === null ? undefined : new Promise(() => undefined)
        })
      })
    : Promise.resolve(true)

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

/** A tab that was duplicated has the memory of the other one: it is a desk of its own, and forgets what is not its. */
export const deskName = async (): Promise<string> => {
  const kept = recall('desk')
  for (let tries = 0; kept !== null && tries < TRIES; tries += 1) {
    if (await claim(kept)) return kept
    await pause()
  }
  const fresh = crypto.randomUUID()
  await claim(fresh)
  remember('desk', fresh)
  remember('wishes', null)
  return fresh
}
