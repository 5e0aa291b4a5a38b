/** One customer's calls: sources in, one queue, one stream of transitions out. */
import { EMPTY, map, type Observable, type Subscription } from 'rxjs'
import { Recorder } from './black-box/recorder'
import type { Recording } from './black-box/recording'
import { ActingPolicies } from './call/acting-policies'
import { type AskReadiness, gate } from './call/gate'
import { KeyPad } from './call/key-pad'
import { Life } from './call/life'
import { Machine } from './call/machine'
import { listen } from './call/sources'
import { callError } from './errors/call-error'
import type { Advice, CallEvent, EnvironmentEvent, MediaEvent } from './events/event'
import { type Intent, isIntent } from './events/intents'
import { mending } from './media/mending'
import { withStatusCodes } from './media/with-status-codes'
import type { Policy, PolicyContext } from './policies/policy'
import { runPolicy } from './policies/run-policy'
import { adviceIn } from './quality/advice-in'
import { assess } from './quality/assess'
import type { Sample } from './quality/sample'
import { isRunning, type Session } from './session/session'
import type { Transition } from './session/transition'
import type { Link } from './signalling/link'
import type { StatusCodes } from './status-codes/status-codes'

export interface CallPorts {
  readonly link: Link
  /** What the media tags report. */
  readonly media$: Observable<MediaEvent>
  /** What the phone reports. */
  readonly environment$: Observable<EnvironmentEvent>
  /** Asked before each call is dialled. Default: nothing is asked, and the call centre hears of a call at once. */
  readonly readiness?: AskReadiness
  /** What the media tags measure. Default: nothing, and then nothing is advised. */
  readonly sample$?: Observable<Sample>
}

export interface CallOptions {
  /** Policies in force from the beginning. Default: none. */
  readonly policies?: readonly Policy[]
  /** Asked at each code that a media tag tells, so that it may change while the call goes on. Default: nothing. */
  readonly statusCodes?: () => StatusCodes
  /** Whether media that failed are tried again in their time. Default true; `false` for a replay, which says when. */
  readonly mends?: boolean
}

export interface Call {
  /** The session now, and after each change. Replays the latest value, an end included. Never errors. */
  readonly session$: Observable<Session>
  /** Every event as it was handled, also one that changed nothing. */
  readonly event$: Observable<CallEvent>
  /** Every event with the session before and after it. */
  readonly transition$: Observable<Transition>
  /** What the people should know about their media, now and after each change; empty: all is well. */
  readonly advice$: Observable<readonly Advice[]>
  /** The latest value of `session$`. */
  readonly session: Session
  /** What policies see: `session$` and `event$` for those who watch a call but do not keep it alive. */
  readonly context: PolicyContext
  /** Asks for something. Throws NOT_ATTACHED while nobody subscribes to a stream of this call, or INTENT_INVALID. */
  dispatch(intent: Intent): void
  /** Lets a policy act for the user, until the returned function is called. */
  use(policy: Policy): () => void
  /** The last 2,000 events or 256 KiB of them, as JSON without secrets; `tccc-wx-sdk/black-box` replays it. */
  recording(): Recording
}

/** The line, the phone and the clock, while `lifetime` lasts. */
const listenTo = (ports: CallPorts, options: CallOptions, machine: Machine, lifetime: Subscription): void => {
  const { link, readiness, environment$, sample$ } = ports
  const { statusCodes, mends = true } = options
  const { session$, transition$, enqueue } = machine
  const media$ = statusCodes === undefined ? ports.media$ : withStatusCodes(ports.media$, statusCodes)
  const quality$ = sample$ === undefined ? EMPTY : assess(sample$, transition$)
  const openLine = () => link.open({ inCall: () => isRunning(machine.session()) })
  if (readiness !== undefined) lifetime.add(gate(readiness, session$).subscribe(enqueue))
  if (mends) lifetime.add(mending(session$).subscribe(enqueue))
  listen({ openLine, media$, environment$, quality$, transition$ }, lifetime, enqueue)
}

/**
 * The streams share one lifetime: the first subscriber opens the line; when the last one leaves, a running call is
 * hung up and nothing is left behind.
 */
export const createCall = (ports: CallPorts, options: CallOptions = {}): Call => {
  const machine = new Machine(ports.link, ports.readiness !== undefined)
  const { session$, transition$ } = machine
  const event$ = transition$.pipe(map(({ event }) => event))
  const context = { session$, event$ }
  const recorder = new Recorder()
  const keyPad = new KeyPad(machine)
  const policies = new ActingPolicies((policy) => runPolicy(policy, context, () => machine.session()), keyPad.ask)
  const life = new Life(machine, (lifetime) => {
    lifetime.add(
      transition$.subscribe((transition) => {
        recorder.take(transition)
      }),
    )
    keyPad.begin(lifetime)
    policies.begin(lifetime)
    listenTo(ports, options, machine, lifetime)
  })
  options.policies?.forEach((policy) => policies.use(policy))

  return {
    session$: life.watched(session$),
    event$: life.watched(event$),
    transition$: life.watched(transition$),
    // Not many ask, so it is made when they do.
    get advice$() {
      return life.watched(adviceIn(session$))
    },
    get session() {
      return machine.session()
    },
    context,
    dispatch: (intent) => {
      if (!life.isWatched()) throw callError('NOT_ATTACHED')
      if (!isIntent(intent)) throw callError('INTENT_INVALID')
      keyPad.ask(intent)
    },
    use: (policy) => policies.use(policy),
    recording: () => recorder.recording(),
  }
}

export type { Recorded, Recording } from './black-box/recording'
export type { AskReadiness, Obstacle } from './call/gate'
export { callError, type CallError, isCallError } from './errors/call-error'
export type { ErrorCode } from './errors/codes'
export type {
  Advice,
  CallEvent,
  EnvironmentEvent,
  LineEvent,
  MediaEvent,
  PhoneEvent,
  QualityEvent,
  Switches,
} from './events/event'
export {
  disableCamera,
  enableCamera,
  type Facing,
  hangUp,
  type Intent,
  mute,
  notify,
  sendDigits,
  setSoundMode,
  type SoundMode,
  startCall,
  switchCamera,
  unmute,
} from './events/intents'
export type { CloseBy, EndStatus, IvrKey, MediaKind, Room, Seat, ServerMessage } from './events/messages'
export { type MediaWish, mediaWish } from './media/media-wish'
export type { Policy, PolicyContext } from './policies/policy'
export { END_STATUS_CODES, type End } from './session/end'
export { isAway } from './session/on-environment'
export { NEXT_PHASES, type Phase, PHASE_LETTERS } from './session/phase'
export { adviceIn } from './quality/advice-in'
export type { Sample } from './quality/sample'
export { isUnknownStatus } from './session/is-unknown-status'
export { reduce } from './session/reduce'
export { isConnected, isRunning, type Session } from './session/session'
export type { Transition } from './session/transition'
export type { Link } from './signalling/link'
export type { ClientMessage, LinkFrame } from './signalling/messages'
export { reconnectDelay, type ReconnectContext, type ReconnectDelay } from './signalling/reconnect-delay'
export type { PlayerMeaning } from './status-codes/player-codes'
export type { PusherMeaning } from './status-codes/pusher-codes'
export type { StatusCodes } from './status-codes/status-codes'
export { createLink, type LinkOptions } from './signalling/resumable-link'
export type { OpenSocket, Socket, SocketEvent } from './signalling/socket'
