import type { Observable } from 'rxjs'
import type { CallEvent } from '../events/event'
import type { Intent } from '../events/intents'
import type { Session } from '../session/session'

export interface PolicyContext {
  /** The session, replaying. */
  readonly session$: Observable<Session>
  readonly event$: Observable<CallEvent>
}

/**
 * An automated user: it sees what a user sees and asks for what a user could ask. It is subscribed while the call's
 * streams are; it lets go of its timers when it is unsubscribed. A policy that throws is dropped and named in the log.
 */
export interface Policy {
  (context: PolicyContext): Observable<Intent>
  /** How the end of a call names this policy in its `cause`. Default: the name of the function. */
  readonly policyName?: string
}

/** Gives a policy the name that an end's `cause` will show. */
export const named = (policyName: string, policy: (context: PolicyContext) => Observable<Intent>): Policy =>
  Object.assign((context: PolicyContext) => policy(context), { policyName })

export const nameOf = (policy: Policy): string => policy.policyName ?? (policy.name === '' ? 'policy' : policy.name)
