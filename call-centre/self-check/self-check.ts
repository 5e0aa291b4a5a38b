import {
  EMPTY,
  filter,
  firstValueFrom,
  map,
  merge,
  mergeMap,
  NEVER,
  type Observable,
  of,
  switchMap,
  take,
  takeUntil,
  takeWhile,
  timer,
  toArray,
} from 'rxjs'
import {
  type Call,
  createCall,
  createLink,
  hangUp,
  type Intent,
  type Phase,
  PHASE_LETTERS,
  sendDigits,
  type Session,
  startCall,
} from 'tccc-wx-sdk/call'
import { dialLimit, whilePhase } from 'tccc-wx-sdk/policies'
import defaults from '../call-centre.json'
import { checkConfig } from '../server/config/read-config'
import { type CallCentre, createCallCentre } from '../server/create-call-centre'
import { callLine, type Mark } from '../server/terminal/call-log'
import { type TerminalLanguage, terminalWords } from '../server/terminal/words'
import { cookieBy, logInForToken, openNodeSocket } from './node-client'
import { scriptedSeat } from './scripted-seat'

interface SelfCheck {
  readonly marks: readonly Mark[]
  /** What went wrong, in words; `null`: nothing. */
  readonly fault: string | null
}

/** A call centre, and the sign-in of a seat there. */
interface Place {
  readonly url: string
  readonly cookie: string
}

interface Step {
  readonly session: Session
  readonly at: number
}

const LIMIT_MS = 15_000
const ANSWER_AFTER_MS = 300
const TALK_MS = 1_000
const WHOLE_CALL: readonly Phase[] = ['dialling', 'ivr', 'waiting', 'ringing', 'talking', 'ended']

/** What a customer does: calls, presses 1 in the menu, talks for a second, hangs up. */
const customer = ({ session$ }: Call): Observable<Intent> => {
  const hasMenu = (session: Session) => session.phase === 'ivr' && session.ivr !== null
  const key$ = session$.pipe(
    filter(hasMenu),
    take(1),
    map(() => sendDigits('1')),
  )
  const end$ = session$.pipe(
    whilePhase('talking', () => timer(TALK_MS)),
    map(() => hangUp()),
  )
  return merge(of(startCall({ channelId: 'service' })), key$, end$)
}

/** A seat that comes online when the customer waits, so that the call goes through every phase. */
const seat = ({ session$ }: Call, { url, cookie }: Place): Observable<never> =>
  session$.pipe(
    filter(({ phase }) => phase === 'waiting'),
    take(1),
    switchMap(() => scriptedSeat(url, cookie, ANSWER_AFTER_MS)),
    mergeMap(() => EMPTY),
  )

/** Each phase with its time, until the call has ended or the limit is over. */
const steps = (call: Call, place: Place): Promise<readonly Step[]> => {
  const acting$ = merge(customer(call), seat(call, place)).pipe(
    mergeMap((intent) => {
      call.dispatch(intent)
      return EMPTY
    }),
  )
  const phases$ = call.transition$.pipe(
    filter(({ from, to }) => from.phase !== to.phase),
    map(({ to, at }): Step => ({ session: to, at })),
  )
  // Watching comes first: it is what opens the line.
  const watched$ = merge(phases$, acting$).pipe(
    takeWhile(({ session }) => session.phase !== 'ended', true),
    takeUntil(timer(LIMIT_MS)),
    toArray(),
  )
  return firstValueFrom(watched$)
}

const faultOf = (seen: readonly Step[]): string | null => {
  const phases = seen.map(({ session }) => session.phase)
  const last = seen.at(-1)?.session
  const missing = WHOLE_CALL.find((phase) => !phases.includes(phase))
  const end = last?.phase === 'ended' ? `, which ended as ${last.end.endStatus} ${last.end.error ?? ''}`.trimEnd() : ''
  if (missing !== undefined) return `the call never came to ${missing}: it went through ${phases.join(', ')}${end}`
  return last?.phase === 'ended' && last.end.endStatus === 'ok' ? null : `the call was not ok${end}`
}

/** One call through the SDK against the call centre, whose channel `service` has a menu. Never rejects. */
const selfCheck = async ({ url, signInLink }: CallCentre, sdkAppId: string): Promise<SelfCheck> => {
  try {
    const token = await logInForToken(url, sdkAppId)
    const link = createLink({
      url: () => `${url.replace(/^http/, 'ws')}/signalling`,
      openSocket: openNodeSocket,
      token$: merge(of(token), NEVER),
    })
    const call = createCall({ link, media$: NEVER, environment$: NEVER }, { policies: [dialLimit()] })
    const cookie = await cookieBy(signInLink({ accountId: 'self-check', name: 'Self-check', role: 'seat' }))
    const seen = await steps(call, { url, cookie })
    const marks = seen.map(({ session, at }) => ({ letter: PHASE_LETTERS[session.phase], at }))
    return { marks, fault: faultOf(seen) }
  } catch (fault) {
    return { marks: [], fault: fault instanceof Error ? fault.message : String(fault) }
  }
}

/**
 * One call through the SDK against a call centre of its own, with the built-in configuration, so that it leaves no
 * record in the one that is served. Prints its line and PASS, or the fault; resolves whether it passed.
 */
export const reportSelfCheck = async (
  print: (line: string) => void,
  language: TerminalLanguage = 'en',
): Promise<boolean> => {
  const words = terminalWords[language]
  const config = checkConfig(defaults)
  const centre = await createCallCentre(config)
  print(words.selfCheck)
  const { marks, fault } = await selfCheck(centre, config.sdkAppId)
  await centre.close({ spreadMs: 0 })
  if (marks.length > 0) print(`  ${callLine(marks)}`)
  print(fault === null ? words.pass : words.fail(fault))
  return fault === null
}
