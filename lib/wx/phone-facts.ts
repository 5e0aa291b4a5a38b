/** What a phone says about itself without asking the customer anything, and how the customer is asked. */
import { catchError, defer, filter, map, merge, Observable, of, scan, take, timer } from 'rxjs'
import { answerOf, attempt, type WxFailure } from './edge'
import { type Ask, type PhoneFacts, type Scope, theWx, type Wx } from './wx'

/** A phone that does not answer a silent question says nothing. */
const SILENT_MS = 5_000

const silently = <Result>(ask: Ask<Result> | undefined): Observable<Result | object> =>
  ask === undefined
    ? of({})
    : merge(answerOf(ask), timer(SILENT_MS).pipe(map(() => ({})))).pipe(
        take(1),
        catchError(() => of({})),
      )

/** Two signs, as WeChat's list of what it can do lags behind what it does. */
const hasPusher = (phone: Partial<Wx>): boolean =>
  attempt(() => phone.canIUse?.('live-pusher')) !== false || phone.createLivePusherContext !== undefined

/** Nobody is asked anything, and it takes 5 s at the most. What the base library lacks is left out. */
export const wxPhoneFacts$: Observable<PhoneFacts> = defer(() => {
  const phone = theWx()
  const known: PhoneFacts = {
    // Whoever has getAppBaseInfo (2.20.1) is new enough, and warns of getSystemInfoSync.
    versions: (phone.getAppBaseInfo === undefined ? attempt(() => phone.getSystemInfoSync()) : undefined) ?? {},
    hasPusher: hasPusher(phone),
    ...attempt(() => phone.getAppAuthorizeSetting?.()),
  }
  const asked = [silently(phone.getSetting), silently(phone.getPrivacySetting), silently(phone.getNetworkType)] as const
  return merge(...asked).pipe(
    scan((facts, answer) => ({ ...facts, ...answer }), known),
    filter((_, index) => index === asked.length - 1),
  )
})

export type Question = 'privacy' | Scope

/**
 * `null` when the customer agrees. A dialogue may stay open as long as the customer likes; `answered` is told of its
 * end, also when nobody waits for it any more.
 */
export const askCustomer = (question: Question, answered: () => void): Observable<WxFailure | null> =>
  defer(() => {
    const { authorize, requirePrivacyAuthorize } = theWx()
    const ask = question === 'privacy' ? requirePrivacyAuthorize : authorize
    if (ask === undefined) return of(null)
    return new Observable<WxFailure | null>((out) => {
      const end = (failure: WxFailure | null) => {
        out.next(failure)
        out.complete()
        answered()
      }
      const success = () => {
        end(null)
      }
      attempt(() => ask({ success, fail: end, scope: question as never }), end)
    })
  })

/** Opens what mends a gap, only in the handler of a tap. */
export const openFor = (
  member: 'openSetting' | 'openAppAuthorizeSetting' | 'openPrivacyContract' | 'updateWeChatApp',
): void => {
  attempt(() => theWx()[member]?.({}))
}

/** The language of the phone, as in `zh_CN`. */
export const phoneLanguage = (): string | undefined =>
  attempt(() => (theWx().getAppBaseInfo?.() ?? theWx().getSystemInfoSync()).language)

/** Whether a build for developers and testers runs. A phone that does not say so runs a release. */
export const isUnderDevelopment = (): boolean =>
  /^(develop|trial)$/.test(attempt(() => theWx().getAccountInfoSync?.().miniProgram.envVersion) ?? '')
