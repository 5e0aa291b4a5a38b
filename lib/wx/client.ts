/** The one client of an app: its settings, its log-in and its way to the call centre, shared by all entries. */
import { defer, merge } from 'rxjs'
import { createLogIn } from '../login/log-in'
import { createRenewal, type RenewLogIn } from '../login/renewal'
import { createTickets } from '../login/ticket'
import type { LogSink } from '../log/log-entry'
import type { Gateway } from '../signalling/gateway'
import type { Link } from '../signalling/link'
import { type ReconnectDelay, reconnectDelay } from '../signalling/reconnect-delay'
import type { StatusCodes } from '../status-codes/status-codes'
import { callError } from '../errors/call-error'
import type { Locale } from '../errors/catalogue'
import { appShown$ } from './environment'
import { createWxGateway } from './gateway'
import { isSafeHost } from './host'
import { locale, setLocale } from './locale'
import { warnOfSecondCopy } from './second-copy'
import { wxTicketStore } from './ticket-store'

export interface Settings {
  readonly sdkAppId?: string | number
  /** The call centre's address without a path; `https`, or `http` to this machine. Default `https://api.tccc.qcloud.com`, as in the guide. */
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
  /** Takes the lines of the log in the place of WeChat's log books; `off`: nothing is logged. */
  readonly log?: LogSink | 'off'
}

const DEFAULT_HOST = 'https://api.tccc.qcloud.com'

let settings: Settings = {}

/**
 * Sets what all entries share. Not needed with the guide's default hosts and the component's `sdkAppId`.
 * @throws HOST_INVALID for a `host` that is not `https`, unless it is this machine, and changes nothing then.
 */
export const configure = (changes: Settings): void => {
  if (changes.host !== undefined && !isSafeHost(changes.host)) throw callError('HOST_INVALID', locale())
  if (changes.locale !== undefined) setLocale(changes.locale)
  settings = { ...settings, ...changes }
  tickets.recheck()
}

export const configuredSdkAppId = (): string | null => {
  const { sdkAppId = '' } = settings
  return sdkAppId === '' ? null : String(sdkAppId)
}

export const configuredStatusCodes = (): StatusCodes => settings.statusCodes ?? {}

export const configuredLog = (): Settings['log'] => settings.log

const wxGateway = createWxGateway(() => settings.host ?? DEFAULT_HOST)

const gateway = (): Gateway => {
  warnOfSecondCopy()
  return settings.gateway ?? wxGateway
}

export const tickets = createTickets(wxTicketStore, configuredSdkAppId)

export const { logIn, cancel: cancelLogIn } = createLogIn({ gateway, tickets, sdkAppId: configuredSdkAppId, locale })

export const renewal = createRenewal({ tickets, hook: () => settings.renewLogIn, shown$: appShown$ })

/** A line of the configured gateway. It is made when it is first needed, so that `configure` may come late. */
export const createWxLink = (): Link => {
  let link: Link | null = null
  const made = (): Link =>
    (link ??= gateway().openLink({
      token$: defer(() => tickets.token$),
      tokenRefused: tickets.refuse,
      reconnectDelay: (context) => (settings.reconnectDelay ?? reconnectDelay)(context),
    }))
  return {
    open: (situation) => merge(made().open(situation), renewal.alive$),
    send: (message) => {
      made().send(message)
    },
    probe: () => {
      made().probe()
    },
  }
}
