import { map } from 'rxjs'
import { hangUp } from '../events/intents'
import type { Session } from '../session/session'
import { after } from './after'
import { named, type Policy } from './policy'
import { whileSession } from './while-session'

/** Hangs up for `reason` when the session has fitted `applies` for `ms` on end. Throws a RangeError for what is no time. */
export const hangUpAfter = (
  ms: unknown,
  policyName: string,
  applies: (session: Session) => boolean,
  reason: string,
): Policy => {
  const end$ = after(ms, `ms of ${policyName}`)
  return named(policyName, ({ session$ }) =>
    session$.pipe(
      whileSession(applies, () => end$),
      map(() => hangUp(reason)),
    ),
  )
}
