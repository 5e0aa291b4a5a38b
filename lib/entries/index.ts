/** `tccc-wx-sdk` for bundlers and Node: all that the component is made of, for those who build without it. */
import type { Observable } from 'rxjs'
import { app } from '../app/app'
import type { Locale } from '../errors/catalogue'
import type { Link } from '../link/gateway'
import type { Call } from '../run/create-call'
import type { AskReadiness } from '../run/ports'
import type { StatusCodes } from '../status-codes/status-codes'

export * from './call'
export { turns } from '../run/paced'
export type { Announcement, Notice, SessionEnded } from '../call/bind-events'
export type { Effect, Effects } from '../call/session'
export { announce, messagesFor, mustStop } from '../call/step'
export type { LogEntry, LogSink } from '../app/log/log-entry'
export { placeCall, type PlaceCallOptions } from '../app/place-call'
export type { TcccWxSdk, TcccWxSdkDetails } from '../app/tccc-wx-sdk'
export type { Credential, Gateway, LinkContext, LogInRequest } from '../link/gateway'
export { configure } from '../app/app'
export type { Settings } from '../app/settings'
export { wxEnvironment$ } from '../wx/environment'
export {
  checkReadiness,
  type Gap,
  gapOf,
  readiness$,
  type Readiness,
  resolveGap,
  watchReadiness,
} from '../app/readiness/check-readiness'
export { keepScreenOn, leaveAlert } from '../wx/screen'
export { afterSetData, stopPusher, turnCamera } from '../wx/pusher'
export { theWx } from '../wx/wx'
export { answerOf, attempt } from '../wx/edge'

export const configuredSdkAppId = (): string | null => app.sdkAppId()

export const configuredStatusCodes = (): StatusCodes => app.settings().statusCodes ?? {}

export const configuredHarmlessContext = (): readonly string[] => app.harmlessContext()

/** Messages come in this language from now on: Chinese of any kind, or English for all others; `null`: the phone's. */
export const setLocale = (language: string | null): void => {
  app.setLocale(language)
}

/** The language that was set, or else that of the phone, which is asked for once. */
export const locale = (): Locale => app.locale()

/** A link for one call, over the one line that all calls of the app share. */
export const createWxLink = (): Link => app.createWxLink()

/**
 * The time of `createCall` on a phone: epoch milliseconds that go on evenly, however the phone's clock is set. Below base
 * library 2.11.0 nothing but that clock counts: there a step ahead is a minute at most, and a step back none.
 */
export const wxNow: () => number = app.now

/** The gate of `createCall`: what is in the way, or `null` when the customer has allowed what a call needs. */
export const wxReadiness: AskReadiness = (dialling) => app.readiness.gate(dialling)

/** Writes the log of a call while subscribed: to WeChat's log books, or to the sink of `configure({ log })`. */
export const logCall = (transition$: Call['transition$']): Observable<unknown> => app.logCall(transition$)
