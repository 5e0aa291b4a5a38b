/** A call between marble lines: the real `createCall` with a fake line and a fake phone. */
import {
  delay,
  distinctUntilChanged,
  filter,
  ignoreElements,
  map,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  share,
  Subject,
  tap,
} from 'rxjs'
import { type Call, createCall } from '../call'
import type { EnvironmentEvent, LineEvent, MediaEvent } from '../events/event'
import type { Intent } from '../events/intents'
import type { ServerMessage } from '../events/messages'
import type { Policy } from '../policies/policy'
import { announce, type Announcement } from '../session/announce'
import { PHASE_LETTERS } from '../session/phase'
import type { Link } from '../signalling/link'
import type { ClientMessage } from '../signalling/messages'
import { LINE, PHONE, SEAT, sentLetter, STARTED, USER } from './alphabet'

export interface SceneLines {
  /** What the customer does. Default: dials in the first frame. */
  readonly user?: string
  /** What the call centre says. A line without `s` or `f`: the call is answered one frame after it is dialled. */
  readonly seat?: string
  readonly line?: string
  readonly phone?: string
  readonly policies?: readonly Policy[]
}

/** The part of a TestScheduler's helpers that a scene needs; a context of rxjs-marbles fits as well. */
export interface Marbles {
  hot<Value>(marbles: string, values: Readonly<Record<string, Value>>): Observable<Value>
}

export interface Scene {
  readonly call: Call
  /** The phases after `idle`, as letters: what the customer sees. Subscribing starts the call. */
  readonly sees$: Observable<string>
  /** The messages to the call centre, as letters. */
  readonly sends$: Observable<string>
  /** The messages to the call centre. */
  readonly sent$: Observable<ClientMessage>
  /** The bind events of the component. */
  readonly tells$: Observable<Announcement>
}

type Fed = Intent | ServerMessage | LineEvent | MediaEvent | EnvironmentEvent

const ALPHABETS: Readonly<Record<'user' | 'seat' | 'line' | 'phone', Readonly<Record<string, Fed>>>> = {
  user: USER,
  seat: SEAT,
  line: LINE,
  phone: PHONE,
}

/** Durations of a marble line, whose units are no letters. */
const TIMES = /[\d.]+(ms|s|m)\b/g

const isLine = (name: string): name is keyof typeof ALPHABETS => name in ALPHABETS

/**
 * In one frame the upper line goes first: the order of the keys of `lines` decides, as in the picture. A line that
 * is not given stands below the others.
 */
const feed = (marbles: Marbles, lines: Readonly<Record<string, unknown>>): Observable<Fed> => {
  const hots = Object.keys(lines).map((name) => {
    const line = lines[name]
    return isLine(name) && typeof line === 'string' ? marbles.hot(line, ALPHABETS[name]) : NEVER
  })
  return merge(...hots)
}

export const createScene = (marbles: Marbles, lines: SceneLines): Scene => {
  const { user = 'd', seat = '', policies = [] } = lines
  const fed$ = feed(marbles, { ...lines, user }).pipe(share())
  const of$ = <Kind extends Fed>(domain: RegExp) => fed$.pipe(filter((event): event is Kind => domain.test(event.type)))
  const sent$ = new Subject<ClientMessage>()
  const isAnswered = /[sf]/.test(seat.replace(TIMES, ''))
  const answer$ = sent$.pipe(
    filter(({ type }) => type === 'call/start' && !isAnswered),
    map(() => STARTED),
    delay(1),
  )
  const link: Link = {
    open: () => merge(of<LineEvent>({ type: 'line/up', resumed: false }), of$<LineEvent | ServerMessage>(/^(line|call)/), answer$),
    send: (message) => {
      sent$.next(message)
    },
    probe: () => undefined,
  }
  const media$ = of$<MediaEvent>(/^(pusher|player|media)/)
  const environment$ = of$<EnvironmentEvent>(/^(app|audio|network)/)
  const call = createCall({ link, media$, environment$ }, { policies })
  const driving$ = of$<Intent>(/^intent/).pipe(
    tap((intent) => {
      call.dispatch(intent)
    }),
    ignoreElements(),
  )
  return {
    call,
    sent$,
    sends$: sent$.pipe(map(sentLetter)),
    tells$: call.transition$.pipe(mergeMap(announce)),
    sees$: merge(call.session$, driving$).pipe(
      map(({ phase }) => PHASE_LETTERS[phase]),
      distinctUntilChanged(),
      filter((letter) => letter !== PHASE_LETTERS.idle),
    ),
  }
}
