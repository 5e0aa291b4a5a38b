/** What becomes of so many frames, answers and entries: `'taken'` up to the limit. */
import { createAudit } from '../server/accounts/audit'
import { limits } from '../server/limits'
import { createPace } from '../server/signalling/pace'
import { createShelf, noShelf } from '../server/state/shelf'
import { floorPlan } from './floor-plan'
import { createVirtualClock } from './virtual-clock'

export const framesAt = (frames: number, passedMs: number): string => {
  const clock = createVirtualClock()
  const pace = createPace(clock)
  for (let count = 0; count < limits.frameBurst && passedMs > 0; count += 1) pace.allows()
  clock.advance(passedMs)
  const allowed = Array.from({ length: frames }, () => pace.allows())
  return allowed.every(Boolean) ? 'taken' : 'refused'
}

export const answersKept = (customers: number, each: number): string => {
  const shelf = createShelf([])
  const { customer } = floorPlan({}, shelf)
  const first = customer('first')
  first.start('nowhere', 'c0')
  for (let count = 1; count < each; count += 1) first.start('nowhere', `c${count}`)
  for (let count = 1; count < customers; count += 1) customer(`c${count}`).start('nowhere')
  shelf.take()
  const kept = shelf.all('answers').get('first') as readonly (readonly [string])[] | undefined
  return kept?.some(([callId]) => callId === 'c0') ? 'taken' : 'forgotten'
}

export const auditKept = (count: number, deed: 'signIn' | 'signInRefused'): string => {
  const audit = createAudit(noShelf, createVirtualClock())
  for (let by = 1; by <= count; by += 1) audit.note({ deed, by: String(by) })
  return audit.entries().some(({ by }) => by === '1') ? 'taken' : 'forgotten'
}
