/** One customer's calls: sources in, one queue, one stream of transitions out. */
import { asyncScheduler, BehaviorSubject, map, merge, Observable, share, Subject, Subscription } from 'rxjs'
import { createRecorder } from './black-box/recorder'
import type { Recording } from './black-box/recording'
import { callError } from './errors/call-error'
import type { CallEvent, EnvironmentEvent, MediaEvent } from './events/event'
import { hangUp, type Intent } from './events/intents'
import type { Policy, PolicyContext } from './policies/policy'
import { runPolicy } from './policies/run-policy'
import { reduce } from './session/reduce'
import { idle, isRunning, type Session } from './session/session'
import type { Transition } from './session/transition'
import type { Link } from './signalling/link'
import { messagesFor } from './signalling/outbox'

export interface CallPorts {
  readonly link: Link
  /** What the media tags report. */
  readonly media$: Observable<MediaEvent>
  /** What the phone reports. */
  readonly environment$: Observable<EnvironmentEvent>
}

export interface CallOptions {
  /** Policies in force from the beginning. Default: none. */
  readonly policies?: readonly Policy[]
}

export interface Call {
  /** The session now, and after each change. Replays the latest value, an end included. Never errors. */
  readonly session$: Observable<Session>
  /** Every event as it was handled, also one that changed nothing. */
  readonly event$: Observable<CallEvent>
  /** Every event with the session before and after it. */
  readonly transition$: Observable<Transition>
  /** The latest value of `session$`. */
  readonly session: Session
  /** What policies see: `session$` and `event$` for those who watch a call but do not keep it alive. */
  readonly context: PolicyContext
  /** Asks for something. Throws NOT_ATTACHED while nobody subscribes to a stream of this call. */
  dispatch(intent: Intent): void
  /** Lets a policy act for the user, until the returned function is called. */
  use(policy: Policy): () => void
  /** The last 2,000 events or 256 KiB of them, as JSON without secrets; `tccc-wx-sdk/black-box` replays it. */
  recording(): Recording
}

/**
 * The streams share one lifetime: the first subscriber opens the line; when the last one leaves, a running call is
 * hung up and nothing is left behind.
 */
export const createCall = (ports: CallPorts, options: CallOptions = {}): Call => {
  const state$ = new BehaviorSubject<Session>(idle)
  const transitions$ = new Subject<Transition>()
  const events$ = transitions$.pipe(map(({ event }) => event))
  const policies = new Map<Policy, Subscription>()
  const recorder = createRecorder()
  const tasks: (() => void)[] = []
  let busy = false
  let lifetime = Subscription.EMPTY

  /** Run to completion: what a reaction causes waits until the event that caused the reaction is done. */
  const run = (task: () => void) => {
    tasks.push(task)
    if (busy) return
    busy = true
    try {
      for (let next = tasks.shift(); next !== undefined; next = tasks.shift()) next()
    } finally {
      busy = false
    }
  }

  const step = (event: CallEvent) => {
    const from = state$.value
    const at = asyncScheduler.now()
    const transition = { event, from, to: reduce(from, event, at), at }
    messagesFor(transition).forEach((message) => {
      ports.link.send(message)
    })
    if (needsProbe(event)) ports.link.probe()
    if (transition.to !== from) state$.next(transition.to)
    transitions$.next(transition)
  }

  const enqueue = (event: CallEvent) => {
    run(() => {
      step(event)
    })
  }

  const context: PolicyContext = { session$: state$.asObservable(), event$: events$ }

  const startPolicy = (policy: Policy) => {
    const running = runPolicy(policy, context, () => state$.value.phase).subscribe(enqueue)
    policies.set(policy, running)
    lifetime.add(running)
  }

  const open = () => {
    lifetime = new Subscription()
    lifetime.add(transitions$.subscribe(recorder.take))
    policies.forEach((_, policy) => {
      startPolicy(policy)
    })
    const line$ = ports.link.open({ inCall: () => isRunning(state$.value) })
    lifetime.add(merge(ports.environment$, ports.media$, line$).subscribe(enqueue))
  }

  const close = () => {
    lifetime.unsubscribe()
  }

  /**
   * Everything that a call holds on to, from the first subscriber to the last. It opens and closes in the queue: who
   * leaves and comes back inside of a callback finds the old line closed before the new one opens.
   */
  const alive$ = new Observable<never>(() => {
    run(open)
    return () => {
      enqueue(hangUp('left'))
      enqueue({ type: 'line/closed' })
      run(close)
    }
  }).pipe(share())

  const use = (policy: Policy) => {
    policies.get(policy)?.unsubscribe()
    policies.set(policy, Subscription.EMPTY)
    if (!lifetime.closed) startPolicy(policy)
    return () => {
      policies.get(policy)?.unsubscribe()
      policies.delete(policy)
    }
  }
  options.policies?.forEach(use)

  return {
    session$: merge(state$, alive$),
    event$: merge(events$, alive$),
    transition$: merge(transitions$, alive$),
    get session() {
      return state$.value
    },
    context,
    dispatch: (intent) => {
      if (lifetime.closed) throw callError('NOT_ATTACHED')
      run(() => {
        if (!lifetime.closed) step(intent)
      })
    },
    use,
    recording: recorder.recording,
  }
}

/** After a suspension, or on a new network, a socket may be dead without having said so. */
const needsProbe = (event: CallEvent): boolean =>
  event.type === 'app/shown' || (event.type === 'network/changed' && event.connected)

export type { Recorded, Recording } from './black-box/recording'
export { callError, type CallError, isCallError } from './errors/call-error'
export type { ErrorCode } from './errors/codes'
export type { CallEvent, EnvironmentEvent, LineEvent, MediaEvent } from './events/event'
export {
  hangUp,
  type Intent,
  mute,
  notify,
  sendDigits,
  setSoundMode,
  type SoundMode,
  startCall,
  unmute,
} from './events/intents'
export type { CloseBy, EndStatus, IvrKey, MediaKind, Room, Seat, ServerMessage } from './events/messages'
export { type MediaWish, mediaWish } from './media/media-wish'
export type { Policy, PolicyContext } from './policies/policy'
export { END_STATUS_CODES, type End } from './session/end'
export { NEXT_PHASES, type Phase, PHASE_LETTERS } from './session/phase'
export { reduce } from './session/reduce'
export { isConnected, isRunning, type Session } from './session/session'
export type { Transition } from './session/transition'
export type { Link } from './signalling/link'
export type { ClientMessage, LinkFrame } from './signalling/messages'
export { reconnectDelay, type ReconnectContext, type ReconnectDelay } from './signalling/reconnect-delay'
export { createLink, type LinkOptions } from './signalling/resumable-link'
export type { OpenSocket, Socket, SocketEvent } from './signalling/socket'
