import type { Observable } from 'rxjs'
import type { CallEvent } from '../call/event'
import type { Intent } from '../call/intents'
import type { Session } from '../call/session'

export interface PolicyContext {
  /** The session, replaying. */
  readonly session$: Observable<Session>
  readonly event$: Observable<CallEvent>
}

type Condition = (session: Session) => boolean

/** What a policy asks for. It is heard one turn later, if it still holds then. */
export type Wish = Intent & {
  /** From now on it holds as long as this is true. Default: a hang-up for this phase of this call, all else for ever. */
  readonly holds?: Condition
}

/** The same wish, as long as `holds` is true, too. */
export const provided = (wish: Wish, holds: Condition): Wish => {
  const before = wish.holds
  return { ...wish, holds: before === undefined ? holds : (session) => before(session) && holds(session) }
}

/**
 * An automated user: it sees what a user sees and asks for what a user could ask. It is subscribed while the call's
 * streams are; it lets go of its timers when it is unsubscribed. A policy that throws is dropped and named in the log.
 */
export interface Policy {
  (context: PolicyContext): Observable<Wish>
  /** How the end of a call names this policy in its `cause`. Default: the name of the function. */
  readonly policyName?: string
}

/** Gives a policy the name that an end's `cause` will show. */
export const named = (policyName: string, policy: (context: PolicyContext) => Observable<Wish>): Policy =>
  Object.assign((context: PolicyContext) => policy(context), { policyName })

export const nameOf = (policy: Policy): string => policy.policyName ?? (policy.name === '' ? 'policy' : policy.name)
