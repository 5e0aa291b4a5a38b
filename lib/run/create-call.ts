/** One customer's calls: sources in, one queue, one stream of transitions out. */
import {
  asyncScheduler,
  BehaviorSubject,
  defer,
  EMPTY,
  merge,
  Observable,
  scan,
  Subject,
  type Subscription,
} from 'rxjs'
import { callError } from '../errors/call-error'
import { type Effect, idle, isRunning, type Session } from '../call/session'
import type { Advice, CallEvent } from '../call/event'
import { hangUp, type Intent, isIntent } from '../call/intents'
import { type Transition, transitionOf } from '../call/step'
import type { Link } from '../link/gateway'
import type { Policy, PolicyContext } from '../policies/policy'
import { Recorder } from '../recording/recorder'
import type { Recording } from '../recording/recording'
import { adviceIn, assess } from './assess'
import { type Digits, pressed } from './paced'
import { createPolicies } from './policies'
import type { CallOptions, CallPorts } from './ports'
import { failed, heard, lineEvents, mediaDues, phoneAnswers, withStatusCodes } from './sources'
import { whileWatched } from './while-watched'

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
  /** Lets a policy act for the user, until the returned function is called. Throws POLICIES_INVALID for what is no policy. */
  use(policy: Policy): () => void
  /** The last 2,000 events or 256 KiB of them, as JSON without secrets; `tccc-wx-sdk/black-box` replays it. */
  recording(): Recording
}

/** Before anything has happened. */
const BEFORE: Pick<Transition, 'to'> = { to: idle }

/** What a row cannot read, of a gateway that checks nothing, must not take the call with it. */
const advance =
  (now: () => number) =>
  ({ to }: typeof BEFORE, event: CallEvent): Transition => {
    const at = now()
    try {
      return transitionOf(to, event, at)
    } catch (error) {
      return transitionOf(to, failed('step', error), at)
    }
  }

/** A turn of the lifetime, in its place among the events. */
type Turn = () => void

/** One queue: a reaction never overtakes what caused it. A turn takes its place among the events, and is none. */
const oneByOne = (input$: Observable<CallEvent | Turn>): Observable<CallEvent> =>
  new Observable((out) => {
    const waiting: (CallEvent | Turn)[] = []
    let isBusy = false
    return input$.subscribe((input) => {
      waiting.push(input)
      if (isBusy) return
      isBusy = true
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        if (typeof next === 'function') next()
        else out.next(next)
      }
      isBusy = false
    })
  })

/** The whole of a call: what is merged while somebody watches, the one queue, the one step, and what is read off it. */
const streamsOf = (ports: CallPorts, options: CallOptions) => {
  const { link, readiness, media$, sample$, environment$, now = () => asyncScheduler.now() } = ports
  const input$ = new Subject<CallEvent | Turn>()
  const digits$ = new Subject<Digits>()
  const session$ = new BehaviorSubject<Session>(idle)
  const transition$ = new Subject<Transition>()
  const effect$ = new Subject<Effect>()
  // Who reacts in a time of its own, policies above all, sees it when those who show the call have been told.
  const settled$ = new BehaviorSubject<Session>(idle)
  const event$ = new Subject<CallEvent>()
  const policies = createPolicies(settled$, event$.asObservable(), options.policies)

  const source$ = defer(() =>
    merge(
      policies.wish$,
      readiness === undefined ? EMPTY : phoneAnswers(readiness, settled$),
      options.mends === false ? EMPTY : mediaDues(settled$),
      heard('environment', environment$),
      heard('media', withStatusCodes(media$, options.statusCodes)),
      sample$ === undefined ? EMPTY : heard('media', assess(sample$, transition$, now)),
      lineEvents(() => link.open({ inCall: () => isRunning(session$.value) }), event$),
    ),
  )
  const step$ = input$.pipe(oneByOne, scan<CallEvent, Transition, typeof BEFORE>(advance(now), BEFORE))
  return { input$, digits$, source$, step$, session$, transition$, effect$, settled$, event$, policies }
}

type Streams = ReturnType<typeof streamsOf>

/** What a step asks of the line; what it tells the page, and asks of the tags, is done by who shows it. */
const performOn =
  (link: Link) =>
  (effect: Effect): void => {
    switch (effect.type) {
      case 'send':
        link.send(effect.message)
        break
      case 'probe':
        link.probe()
        break
      case 'tell':
      case 'stopPusher':
      case 'turnSound':
        break
    }
  }

/** Opens and closes the streams with those who watch. A step is performed before anybody is told of it. */
const run = ({ link, readiness }: CallPorts, streams: Streams, harmless: CallOptions['harmlessContext']) => {
  const { input$, digits$, source$, step$, session$, transition$, effect$, settled$, event$ } = streams
  const recorder = new Recorder(harmless === undefined ? {} : { harmless })
  // Several keys come one after the other; and whoever dials, the call waits for the phone.
  const ask = (event: CallEvent): void => {
    if (event.type === 'intent/sendDigits') digits$.next(event)
    else if (event.type === 'intent/startCall' && readiness !== undefined) input$.next({ ...event, awaiting: 'phone' })
    else input$.next(event)
  }
  const open = (): Subscription => {
    const lifetime = pressed(digits$, session$).subscribe((key) => {
      input$.next(key)
    })
    lifetime.add(source$.subscribe(ask))
    return lifetime
  }
  const leave = (): void => {
    ask(hangUp('left'))
    ask({ type: 'line/closed' })
  }
  const life = whileWatched(open, leave, (turn) => {
    input$.next(turn)
  })
  const performing = effect$.subscribe(performOn(link))
  performing.add(
    step$.subscribe((step) => {
      const { event, from, to, effects } = step
      effects.forEach((effect) => {
        effect$.next(effect)
      })
      recorder.take(step)
      if (from !== to) session$.next(to)
      transition$.next(step)
      if (from !== to) settled$.next(to)
      event$.next(event)
    }),
  )
  return { ask, life, recorder }
}

/**
 * The streams share one lifetime: the first subscriber opens the line; when the last one leaves, a running call is
 * hung up and nothing is left behind.
 */
export const createCall = (ports: CallPorts, options: CallOptions = {}): Call => {
  const streams = streamsOf(ports, options)
  const { session$, transition$, policies } = streams
  const context: PolicyContext = { session$: session$.asObservable(), event$: streams.event$.asObservable() }
  const { ask, life, recorder } = run(ports, streams, options.harmlessContext)
  return {
    session$: life.watched(context.session$),
    event$: life.watched(context.event$),
    transition$: life.watched(transition$),
    // Not many ask, so it is made when they do.
    get advice$() {
      return life.watched(adviceIn(session$))
    },
    get session() {
      return session$.value
    },
    context,
    dispatch: (intent) => {
      if (!life.isWatched()) throw callError('NOT_ATTACHED')
      if (!isIntent(intent)) throw callError('INTENT_INVALID')
      ask(intent)
    },
    use: policies.use,
    recording: () => recorder.recording(),
  }
}
