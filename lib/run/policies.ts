/** The policies of a call: each speaks for the user, one turn later, while what it asked for still holds. */
import {
  type BehaviorSubject,
  catchError,
  defer,
  filter,
  map,
  mergeMap,
  Observable,
  of,
  type Subscriber,
  Subscription,
  takeUntil,
  timer,
} from 'rxjs'
import { callError } from '../errors/call-error'
import type { CallEvent } from '../call/event'
import { type Intent, isIntent } from '../call/intents'
import type { Session } from '../call/session'
import { nameOf, type Policy, type PolicyContext, type Wish } from '../policies/policy'

/** A policy speaks for the user, never for the call centre or the phone. */
const wishOf = (asked: unknown): Wish => {
  if (isIntent(asked)) return asked
  const name = typeof asked === 'object' && asked !== null && 'type' in asked ? String(asked.type) : String(asked)
  throw new Error(`it asked for '${name}', which is no intent`)
}

const callIdOf = (session: Session): string | null => (session.phase === 'idle' ? null : session.callId)

const always = (): boolean => true

/** What does not say for how long it holds: a hang-up is meant for the call and the phase of now. */
const conditionOf = (intent: Intent, now: Session): ((session: Session) => boolean) =>
  intent.type === 'intent/hangUp'
    ? (session) => session.phase === now.phase && callIdOf(session) === callIdOf(now)
    : always

const signed = (intent: Intent, policy: string, { phase }: Session): Intent =>
  intent.type === 'intent/hangUp' ? { ...intent, policy, inPhase: phase } : { ...intent, policy }

/**
 * What a policy asks for, signed with its name. It waits one turn, so that what the phone or the call centre says in the
 * same moment goes first, and is dropped when it does not hold on end until then.
 */
const wishesOf = (policy: Policy, context: PolicyContext, now: () => Session): Observable<CallEvent> => {
  const name = nameOf(policy)
  const oneTurnLater = ({ holds, ...intent }: Wish): Observable<Intent> => {
    const condition = holds ?? conditionOf(intent, now())
    const turn$ = timer(0).pipe(map(() => signed(intent, name, now())))
    return condition === always
      ? turn$
      : turn$.pipe(takeUntil(context.session$.pipe(filter((session) => !condition(session)))))
  }
  return defer(() => policy(context)).pipe(
    map(wishOf),
    mergeMap(oneTurnLater),
    catchError((error: unknown) => of<CallEvent>({ type: 'policy/failed', policy: name, message: String(error) })),
  )
}

interface Use {
  readonly policy: Policy
  /** How often it was added and not taken away. */
  count: number
  acting: Subscription
}

const hear = (use: Use, wish$: Observable<CallEvent>, to: Subscriber<CallEvent>): void => {
  use.acting = wish$.subscribe((wish) => {
    to.next(wish)
  })
  to.add(use.acting)
}

export interface Policies {
  /** What they ask for; they act while it is subscribed to. */
  readonly wish$: Observable<CallEvent>
  /**
   * Adds one, which acts at once if the call lives; the returned function takes it away. One that is added twice acts
   * once, until it has been taken away twice.
   */
  readonly use: (policy: Policy) => () => void
}

export const createPolicies = (
  session$: BehaviorSubject<Session>,
  event$: Observable<CallEvent>,
  policies: readonly Policy[] = [],
): Policies => {
  const context: PolicyContext = { session$: session$.asObservable(), event$ }
  const wishes = (policy: Policy) => wishesOf(policy, context, () => session$.value)
  let uses: readonly Use[] = []
  let listener: Subscriber<CallEvent> | null = null

  const add = (policy: Policy): Use => {
    const use = { policy, count: 0, acting: Subscription.EMPTY }
    uses = uses.concat(use)
    if (listener?.closed === false) hear(use, wishes(policy), listener)
    return use
  }
  const drop = (use: Use): void => {
    use.count -= 1
    if (use.count > 0) return
    uses = uses.filter((other) => other !== use)
    use.acting.unsubscribe()
  }
  const use = (policy: Policy): (() => void) => {
    if (typeof (policy as unknown) !== 'function') throw callError('POLICIES_INVALID')
    const mine = uses.find((known) => known.policy === policy) ?? add(policy)
    mine.count += 1
    let isMine = true
    return () => {
      if (isMine) drop(mine)
      isMine = false
    }
  }

  policies.forEach(use)
  const wish$ = new Observable<CallEvent>((subscriber) => {
    listener = subscriber
    uses.forEach((use) => {
      hear(use, wishes(use.policy), subscriber)
    })
  })
  return { wish$, use }
}
