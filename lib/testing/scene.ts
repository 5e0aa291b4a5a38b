/** A call between marble lines: the real `createCall` with a fake line and a fake phone. */
import {
  defer,
  delay,
  distinctUntilChanged,
  filter,
  finalize,
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
import { type Call, createCall } from '../run/create-call'
import type { EnvironmentEvent, LineEvent, MediaEvent } from '../call/event'
import type { Intent } from '../call/intents'
import type { ClientMessage, ServerMessage } from '../link/messages'
import type { Policy } from '../policies/policy'
import type { Announcement } from '../call/bind-events'
import { announce } from '../call/step'
import { PHASE_LETTERS } from '../call/phase'
import type { Link } from '../link/gateway'
import { sentLetter } from './sent'
import { ALPHABETS, LINE_UP, PHONE, type PhoneLetter, STARTED } from './alphabet'

/** By the name of a marble line, what its letters stand for. */
export interface Letters {
  readonly user?: Readonly<Record<string, Intent>>
  readonly seat?: Readonly<Record<string, ServerMessage>>
  readonly line?: Readonly<Record<string, LineEvent>>
  readonly phone?: Readonly<Record<string, PhoneLetter>>
}

export interface SceneLines {
  /** What the customer does. Default: dials in the first frame. */
  readonly user?: string
  /** What the call centre says. A line without `s` or `f`: the call is answered one frame after it is dialled. */
  readonly seat?: string
  readonly line?: string
  /** With `y` or `x` the phone is asked before a call is dialled. */
  readonly phone?: string
  /** Letters of your own, beside those of the alphabet or in their place. Given for the seat: nothing answers by itself. */
  readonly letters?: Letters
  /** Whether media that failed are tried again in their time. Default true; `false`: where the phone line says so. */
  readonly mends?: boolean
  /** Above another line: in one frame the timers of the policies fire before what that line brings. */
  readonly policies?: readonly Policy[]
}

/** How the letters of the user line reach the call. */
export type Act = (call: Call, intent: Intent) => void

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
  /** How many of its sources (line, media tags, phone) the call listens to at this moment; 0 once it is left. */
  readonly listening: () => number
}

type Fed = Intent | ServerMessage | LineEvent | PhoneLetter

/** Durations of a marble line, whose units are no letters. */
const TIMES = /[\d.]+(ms|s|m)\b/g

/** The signs of a marble line that are no letters. */
const SIGNS = /[\s\-()^!|#]/g

/** A letter that stands for nothing is a slip of the pen: the spec says so at once. */
const expectKnown = (name: string, line: string, alphabet: object): void => {
  const unknown = line
    .replace(TIMES, '')
    .replace(SIGNS, '')
    .split('')
    .filter((letter) => !(letter in alphabet))
  if (unknown.length > 0) throw new Error(`The ${name} line has no letter '${unknown.join("', '")}'.`)
}

const isLine = (name: string): name is keyof typeof ALPHABETS => name in ALPHABETS

/**
 * In one frame the upper line goes first: the order of the keys of `lines` decides, as in the picture. A line that
 * is not given stands below the others. What stands below the policies lets their timers fire first.
 */
const feed = (marbles: Marbles, lines: Readonly<Record<string, unknown>>, letters: Letters): Observable<Fed> => {
  const names = Object.keys(lines)
  const isBelowPolicies = (name: string) => 'policies' in lines && names.indexOf('policies') < names.indexOf(name)
  const hots = names.map((name) => {
    const line = lines[name]
    if (!isLine(name) || typeof line !== 'string') return NEVER
    const alphabet = { ...ALPHABETS[name], ...letters[name] }
    expectKnown(name, line, alphabet)
    const hot$ = marbles.hot<Fed>(line, alphabet)
    return isBelowPolicies(name) ? hot$.pipe(delay(0)) : hot$
  })
  return merge(...hots)
}

/** The first answer of the call centre to each call, one frame later. */
const answers = (sent$: Observable<ClientMessage>): Observable<ServerMessage> =>
  sent$.pipe(
    filter((message) => message.type === 'call/start'),
    map(({ callId }) => ({ ...STARTED, callId })),
    delay(1),
  )

/** A phone line that says whether the phone can call is asked; any other phone can, and nobody asks. */
const asksPhone = (phone: string, own: Letters['phone']): boolean =>
  phone
    .replace(TIMES, '')
    .split('')
    .some((letter) => ({ ...PHONE, ...own })[letter]?.type.startsWith('phone/'))

const dispatched: Act = (call, intent) => call.dispatch(intent)

/** Counts who listens. */
const counter = () => {
  let count = 0
  const counted = <Value>(source$: Observable<Value>): Observable<Value> =>
    defer(() => {
      count += 1
      return source$.pipe(finalize(() => (count -= 1)))
    })
  return { counted, count: () => count }
}

/** `act` can stand between the user line and the call, as a page does. Default: each letter is dispatched. */
export const createScene = (marbles: Marbles, lines: SceneLines, act: Act = dispatched): Scene => {
  const { user = 'd', seat = '', phone = '', letters = {}, policies = [], mends = true } = lines
  const fed$ = feed(marbles, { ...lines, user }, letters).pipe(share())
  const only = <Kind extends Fed>(domain: RegExp) =>
    fed$.pipe(filter((event): event is Kind => domain.test(event.type)))
  const sent$ = new Subject<ClientMessage>()
  const { counted, count } = counter()
  const isAnswered = letters.seat !== undefined || /[sf]/.test(seat.replace(TIMES, ''))
  const link: Link = {
    open: () => {
      const answers$ = isAnswered ? NEVER : answers(sent$)
      return counted(merge(of(LINE_UP), only<LineEvent | ServerMessage>(/^(line|call)/), answers$))
    },
    send: (message) => {
      sent$.next(message)
    },
    probe: () => undefined,
  }
  const media$ = counted(only<MediaEvent>(/^(pusher|player|media)/))
  // What the call finds out by itself can be told too: a recording that is played again holds it.
  const environment$ = counted(only<EnvironmentEvent>(/^(app|audio|network|phone|quality)/))
  const asked = asksPhone(phone, letters.phone) ? { readiness: () => NEVER } : {}
  const call = createCall({ link, media$, environment$, ...asked }, { policies, mends })
  const driving$ = only<Intent>(/^intent/).pipe(
    tap((intent) => act(call, intent)),
    ignoreElements(),
  )
  return {
    ...{ call, listening: count, sent$ },
    sends$: sent$.pipe(map(sentLetter)),
    tells$: call.transition$.pipe(mergeMap(announce)),
    sees$: merge(call.session$, driving$).pipe(
      map(({ phase }) => PHASE_LETTERS[phase]),
      distinctUntilChanged(),
      filter((letter) => letter !== PHASE_LETTERS.idle),
    ),
  }
}
