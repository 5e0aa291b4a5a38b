/** What an app sets for all components and entries together. */
import type { Locale } from '../errors/catalogue'
import type { Gateway } from '../link/gateway'
import type { ReconnectDelay } from '../link/retry-delay'
import type { StatusCodes } from '../status-codes/status-codes'
import type { LogSink } from './log/log-entry'
import type { RenewLogIn } from './login/renewal'

export interface Settings {
  readonly sdkAppId?: string | number
  /** The call centre's address without a path; `https`, or `http` to this machine, or, in a development or
   * trial build, to an IPv4 address of the local network. Default `https://api.tccc.qcloud.com`, as in the guide. */
  readonly host?: string
  /** The language of messages for people. Default, and with `null`: Chinese on a phone in Chinese, else English. */
  readonly locale?: Locale | null
  readonly reconnectDelay?: ReconnectDelay
  /** Speaks the protocol of another back end. Default: PROTOCOL.md, spoken to `host`. */
  readonly gateway?: Gateway
  /**
   * Renews the log-in: normally `wx.login`, then `login` with its code. Called while a component is on a page, ten
   * minutes before the log-in expires; when the app is shown or a call is dialled with an expired one; and when the call
   * centre does not take it any more. Never twice at once. After a try without a new log-in it waits 1 minute, then 2,
   * 4 … 32. Default: nothing is renewed.
   */
  readonly renewLogIn?: RenewLogIn
  /** What codes of live-pusher and live-player mean, beside the tables of this package and before them. Default: nothing. */
  readonly statusCodes?: StatusCodes
  /**
   * Names in the context of a call under which nothing secret stands, as `page`: recordings and logs show it. Default: of a
   * context they hold the names only.
   */
  readonly harmlessContext?: readonly string[]
  /** Takes the lines of the log in the place of WeChat's log books; `off`: nothing is logged. */
  readonly log?: LogSink | 'off'
}

export const DEFAULT_HOST = 'https://api.tccc.qcloud.com'

// A mini program has no `URL`, so a pattern reads addresses.
const SECURE = /^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?$/
const LOOPBACK = /^http:\/\/(127(\.\d{1,3}){3}|localhost|\[::1\])(:\d{1,5})?$/
/** RFC 1918. */
const LOCAL_NETWORK = /^http:\/\/(10|192\.168|172\.(1[6-9]|2\d|3[01]))\.[\d.]+(:\d{1,5})?$/

/**
 * Which addresses may be told who the customer is: `https`, or `http` to this machine, and to one of the local network
 * while the mini program is under development; a name and a port, nothing more.
 */
export const isSafeHost = (host: string, underDevelopment: () => boolean): boolean =>
  SECURE.test(host) || LOOPBACK.test(host) || (LOCAL_NETWORK.test(host) && underDevelopment())

/** Chinese of any kind, or English for all others. */
export const localeOf = (language: string): Locale => (/^zh/i.test(language) ? 'zh' : 'en')
