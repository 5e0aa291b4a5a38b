import { asyncScheduler, catchError, defer, map, type Observable, observeOn, of } from 'rxjs'
import type { CallEvent } from '../events/event'
import type { Intent } from '../events/intents'
import type { Phase } from '../session/phase'
import { nameOf, type Policy, type PolicyContext } from './policy'

const signed = (intent: Intent, policy: string, inPhase: Phase): Intent =>
  intent.type === 'intent/hangUp' ? { ...intent, policy, inPhase } : { ...intent, policy }

/**
 * What a policy asks for, one turn later: whatever the phone or the server says in the same moment goes first.
 * It is signed with the policy's name, and a hang-up with the phase it was meant for: it cannot hit the next one.
 */
export const runPolicy = (policy: Policy, context: PolicyContext, phase: () => Phase): Observable<CallEvent> => {
  const name = nameOf(policy)
  return defer(() => policy(context)).pipe(
    map((intent) => signed(intent, name, phase())),
    observeOn(asyncScheduler),
    catchError((error: unknown) => of<CallEvent>({ type: 'policy/failed', policy: name, message: String(error) })),
  )
}
