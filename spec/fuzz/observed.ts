/** Whether somebody still listens inside of a call, where no port can count it. */
import { type Observable, Subject } from 'rxjs'
import type { PolicyContext } from '../../lib/policies/policy'

const isObserved = (stream$: Observable<unknown>): boolean => {
  for (let at: unknown = stream$; typeof at === 'object' && at !== null; at = Reflect.get(at, 'source')) {
    if (at instanceof Subject) return at.observed
  }
  throw new Error('a stream without a source')
}

/** How many of the two streams that everything in a call hangs on are listened to. */
export const observed = ({ session$, event$ }: PolicyContext): number =>
  [session$, event$].filter((stream$) => isObserved(stream$)).length
