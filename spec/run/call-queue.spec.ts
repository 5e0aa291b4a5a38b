import { config } from 'rxjs'
import { hangUp, mute } from '../../lib/entries/call'
import { world } from './ports'

it('a subscriber that throws is reported later; what waits behind it happens, and the queue is free again', async () => {
  const here = world()
  const reported = new Promise((resolve) => {
    config.onUnhandledError = resolve
  })
  const fault = new Error('oh')
  const done: string[] = []
  here.call.event$.subscribe(({ type }) => {
    if (type !== 'call/started') return
    here.call.dispatch(mute())
    throw fault
  })
  here.call.event$.subscribe(({ type }) => done.push(type))
  here.reach('ivr')
  here.call.dispatch(hangUp())
  expect(done).toEqual(['intent/startCall', 'call/started', 'intent/mute', 'intent/hangUp'])
  await expect(reported).resolves.toBe(fault)
  config.onUnhandledError = null
})
