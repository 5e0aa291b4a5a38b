/** Whether this phone can call: what it says of itself, and what the customer says when asked. */
import { concat, defer, filter, map, merge, Observable, of, scan, Subject, switchMap, take, timer } from 'rxjs'
import type { ErrorCode } from '../errors/codes'
import type { MediaKind } from '../events/messages'
import { gapsOf, isObstacle, type Question, questionsOf, refusalOf } from '../readiness/judge'
import type { PhoneFacts } from '../readiness/phone-facts'
import type { Dialling } from '../session/session'
import { renewal } from './client'
import { type Ask, theWx, type WxFailure } from './wx'

/** A phone that does not answer a silent question says nothing. */
const SILENT_MS = 5_000
/** A log-in that is renewed before a call is dialled. */
const RENEWAL_MS = 20_000

const silently = <Result>(ask: Ask<Result> | undefined): Observable<Result | object> => {
  if (ask === undefined) return of({})
  const answer$ = new Observable<Result | object>((subscriber) => {
    ask({
      success: (result) => {
        subscriber.next(result)
      },
      fail: () => {
        subscriber.next({})
      },
    })
  })
  return merge(answer$, timer(SILENT_MS).pipe(map(() => ({})))).pipe(take(1))
}

/** Nobody is asked anything, and it takes 5 s at the most. What the base library lacks is left out. */
export const wxPhoneFacts$: Observable<PhoneFacts> = defer(() => {
  const wx = theWx()
  const known: PhoneFacts = {
    // Whoever has getAppBaseInfo (2.20.1) is new enough, and warns of getSystemInfoSync.
    versions: wx.getAppBaseInfo === undefined ? wx.getSystemInfoSync() : {},
    hasPusher: wx.canIUse?.('live-pusher') ?? true,
    logIn: null,
    ...wx.getAppAuthorizeSetting?.(),
  }
  const asked = [silently(wx.getSetting), silently(wx.getPrivacySetting), silently(wx.getNetworkType)] as const
  // The log-in is judged last, when all answers are there.
  return merge(...asked).pipe(
    scan((facts, answer) => ({ ...facts, ...answer }), known),
    filter((_, index) => index === asked.length - 1),
    map((facts) => ({ ...facts, logIn: renewal.gap() })),
  )
})

interface Refusal {
  readonly code: ErrorCode
  readonly cause?: string
}

const answered$ = new Subject<void>()

/** The customer has been asked, by the gate of a call, and has answered. */
export const asked$ = answered$.asObservable()

/** Completes when the customer agrees. A dialogue may stay open as long as the customer likes. */
const put = (question: Question): Observable<Refusal> =>
  new Observable((subscriber) => {
    const { authorize, requirePrivacyAuthorize } = theWx()
    const callbacks = {
      success: () => {
        subscriber.complete()
        answered$.next()
      },
      fail: ({ errno, errMsg = '' }: WxFailure) => {
        const code = refusalOf(question, errno)
        if (isObstacle(code)) subscriber.next({ code, cause: errMsg })
        subscriber.complete()
        answered$.next()
      },
    }
    const ask = question === 'privacy' ? requirePrivacyAuthorize : authorize
    if (ask === undefined) subscriber.complete()
    else ask({ ...callbacks, scope: question as never })
  })

const ask = (facts: PhoneFacts, media: MediaKind): Observable<Refusal | null> => {
  const code = gapsOf(facts, media).find(isObstacle)
  if (code !== undefined) return of({ code })
  return concat(...questionsOf(facts, media).map(put), of(null)).pipe(take(1))
}

/**
 * The gate of `createCall`: what is in the way, or `null` when the customer has allowed what a call needs. A line that
 * works needs no log-in, however old its own is.
 */
export const wxReadiness = ({ media, line }: Dialling): Observable<Refusal | null> => {
  const needsLogIn = line.state === 'closed'
  const renewed$: Observable<unknown> = needsLogIn
    ? merge(renewal.renewExpired(), timer(RENEWAL_MS)).pipe(take(1))
    : of(null)
  return renewed$.pipe(
    switchMap(() => wxPhoneFacts$),
    switchMap((facts) => ask(needsLogIn ? facts : { ...facts, logIn: null }, media)),
  )
}
