import { catchError, defer, filter, map, mergeMap, type Observable, of, timer } from 'rxjs'
import type { CallEvent } from '../events/event'
import { type Intent, isIntent } from '../events/intents'
import type { Session } from '../session/session'
import { nameOf, type Policy, type PolicyContext } from './policy'
import { takeTurn } from './turn'

const callIdOf = (session: Session): string | null => (session.phase === 'idle' ? null : session.callId)

/** A policy speaks for the user, never for the call centre or the phone. */
const intentOf = (asked: unknown): Intent => {
  if (isIntent(asked)) return asked
  const name = typeof asked === 'object' && asked !== null && 'type' in asked ? String(asked.type) : String(asked)
  throw new Error(`it asked for '${name}', which is no intent`)
}

const signed = (intent: Intent, policy: string, { phase }: Session): Intent =>
  intent.type === 'intent/hangUp' ? { ...intent, policy, inPhase: phase } : { ...intent, policy }

/** One turn later; a hang-up only if it is still the same call. */
const later = (intent: Intent, session: () => Session): Observable<Intent> => {
  const callId = callIdOf(session())
  return timer(0).pipe(
    filter(() => intent.type !== 'intent/hangUp' || callIdOf(session()) === callId),
    map(() => intent),
  )
}

/**
 * What a policy asks for, signed with its name: one turn later, unless it has waited in `whilePhase` or `whileSession`.
 * A hang-up is signed with the phase it was meant for, so that no waiting makes it hit the next one.
 */
export const runPolicy = (policy: Policy, context: PolicyContext, session: () => Session): Observable<CallEvent> => {
  const name = nameOf(policy)
  return defer(() => policy(context)).pipe(
    map((asked) => signed(intentOf(asked), name, session())),
    mergeMap((intent) => (takeTurn() ? of(intent) : later(intent, session))),
    catchError((error: unknown) => of<CallEvent>({ type: 'policy/failed', policy: name, message: String(error) })),
  )
}
