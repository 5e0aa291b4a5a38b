/** Whether this phone can call: before anybody dials, for a page; and when somebody does, as the gate of the call. */
import { concat, filter, map, merge, mergeMap, type Observable, of, Subject, switchMap, take, timer } from 'rxjs'
import { MENDABLE } from '../../call/event'
import type { Dialling } from '../../call/session'
import { redactText } from '../../errors/redact-text'
import { callError } from '../../errors/call-error'
import type { Locale } from '../../errors/catalogue'
import type { ErrorCode } from '../../errors/codes'
import type { MediaKind } from '../../link/messages'
import type { AskReadiness, Obstacle } from '../../run/ports'
import { wxEnvironment$ } from '../../wx/environment'
import { askCustomer, type Question, wxPhoneFacts$ } from '../../wx/phone-facts'
import type { Renewal } from '../login/renewal'
import { ACTIONS, type Gap, type Readiness } from './gap'
import { type CallFacts, gapsOf, isObstacle, questionsOf, refusalOf } from './judge'

export interface ReadinessOptions {
  /** What is to be called with. Default `audio`. */
  readonly media?: MediaKind
}

export interface ReadinessPorts {
  readonly ticket$: Observable<unknown>
  readonly renewal: Pick<Renewal, 'gap' | 'renewExpired'>
  readonly locale: () => Locale
}

export interface ReadinessOfPhone {
  readonly gapOf: (code: ErrorCode) => Gap
  readonly watch: (options?: ReadinessOptions) => Observable<Readiness>
  /** The gate of `createCall`. */
  readonly gate: AskReadiness
}

/** A log-in that is renewed before a call is dialled. */
const RENEWAL_MS = 20_000

/** A line that is tried again for other reasons is tried with the log-in that there is. */
const needsLogIn = ({ line }: Dialling): boolean =>
  line.state === 'closed' && (line.code === null || !MENDABLE.includes(line.code))

const put = (question: Question, answered: () => void): Observable<Obstacle> =>
  askCustomer(question, answered).pipe(
    mergeMap((failure) => {
      if (failure === null) return []
      const code = refusalOf(question, failure.errno)
      return isObstacle(code) ? [{ code, cause: redactText(failure.errMsg ?? '') }] : []
    }),
  )

const ask = (facts: CallFacts, media: MediaKind, answered: () => void): Observable<Obstacle | null> => {
  const code = gapsOf(facts, media).find(isObstacle)
  if (code !== undefined) return of({ code })
  return concat(...questionsOf(facts, media).map((question) => put(question, answered)), of(null)).pipe(take(1))
}

export const createReadiness = ({ ticket$, renewal, locale }: ReadinessPorts): ReadinessOfPhone => {
  /** The customer has been asked, by the gate of a call, and has answered. */
  const answered$ = new Subject<void>()
  const answered = () => {
    answered$.next()
  }

  // The log-in is judged last, when all answers are there.
  const facts$ = wxPhoneFacts$.pipe(map((facts): CallFacts => ({ ...facts, logIn: renewal.gap() })))

  const gapOf = (code: ErrorCode): Gap => {
    const { message, remedy } = callError(code, locale())
    return { code, message, remedy, action: ACTIONS[code] ?? null }
  }

  const look = (media: MediaKind): Observable<Readiness> =>
    facts$.pipe(
      map((facts) => {
        const gaps = gapsOf(facts, media)
        return { ready: !gaps.some(isObstacle), gaps: gaps.map(gapOf), willAsk: questionsOf(facts, media) }
      }),
    )

  return {
    gapOf,
    watch: ({ media = 'audio' } = {}) =>
      merge(
        ticket$,
        answered$,
        wxEnvironment$.pipe(filter(({ type }) => type === 'app/shown' || type === 'network/changed')),
      ).pipe(switchMap(() => look(media))),
    gate: (dialling) => {
      const asksLogIn = needsLogIn(dialling)
      const renewed$: Observable<unknown> = asksLogIn
        ? merge(renewal.renewExpired(), timer(RENEWAL_MS)).pipe(take(1))
        : of(null)
      return renewed$.pipe(
        switchMap(() => facts$),
        switchMap((facts) => ask(asksLogIn ? facts : { ...facts, logIn: null }, dialling.media, answered)),
      )
    },
  }
}
