import { config } from 'rxjs'
import { createQueue } from '../lib/call/queue'

it('a task that throws is reported later; those behind it run, and the queue is free again', async () => {
  const run = createQueue()
  const done: string[] = []
  const reported = new Promise((resolve) => {
    config.onUnhandledError = resolve
  })
  const fault = new Error('oh')
  run(() => {
    run(() => done.push('behind'))
    throw fault
  })
  run(() => done.push('after'))
  expect(done).toEqual(['behind', 'after'])
  await expect(reported).resolves.toBe(fault)
  config.onUnhandledError = null
})
