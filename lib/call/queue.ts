/** The one queue of a call. */
import { safely } from './safely'

export type Queue = (task: () => void) => void

/** Run to completion: what a reaction causes waits until the event that caused the reaction is done. */
export const createQueue = (): Queue => {
  const tasks: (() => void)[] = []
  let busy = false
  return (task) => {
    tasks.push(task)
    if (busy) return
    busy = true
    for (let next = tasks.shift(); next !== undefined; next = tasks.shift()) safely(next)
    busy = false
  }
}
