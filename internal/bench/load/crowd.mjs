/**
 * Customers who do nothing but wait, in a process of their own: each stands for a phone, and a thousand phones that hear of
 * their places at once must not make those wait whose latency is measured.
 */
import { fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

const leastUrgent = 10

export const startCrowd = (url) => {
  const child = fork(fileURLToPath(new URL('./crowd-process.mjs', import.meta.url)), [url])
  setPriority(child.pid, leastUrgent)
  const ask = (question) =>
    new Promise((resolve, reject) => {
      const failed = () => reject(new Error('the crowd is gone'))
      child.once('exit', failed)
      child.once('message', (answer) => {
        child.off('exit', failed)
        resolve(answer)
      })
      child.send(question)
    })
  return {
    /** When they all wait. */
    join: (count) => ask({ join: count }),
    /** `gaps`: numbers that were missing so far; `places`: what each was told last. */
    report: () => ask({ report: true }),
    close: () => child.kill(),
  }
}
