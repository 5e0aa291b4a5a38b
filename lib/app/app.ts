/**
 * The app: all that its components, pages and entries share, in one object. No other value at the top of a file of lib
 * or component ever changes.
 */
import { EMPTY, merge, type Observable } from 'rxjs'
import type { Call } from '../run/create-call'
import { callError } from '../errors/call-error'
import type { Locale } from '../errors/catalogue'
import type { Gateway, Link } from '../link/gateway'
import { createLink } from '../link/link'
import { reconnectDelay } from '../link/retry-delay'
import { type Clock, createWxClock } from '../wx/clock'
import { appShown$ } from '../wx/environment'
import { wxLogBooks, wxStore } from '../wx/storage'
import { isUnderDevelopment, phoneLanguage } from '../wx/phone-facts'
import { wxPostJson } from '../wx/request'
import { openWxSocket } from '../wx/socket'
import { logTransitions } from './log/log-transitions'
import { createLogIn, type LogIn } from './login/log-in'
import { createPostLogIn } from './login/post-log-in'
import { createRenewal, type Renewal } from './login/renewal'
import { type Owner, Tickets } from './login/ticket'
import { createReadiness, type ReadinessOfPhone } from './readiness/readiness'
import { createSecondCopyWarning } from './second-copy'
import { DEFAULT_HOST, isSafeHost, localeOf, type Settings } from './settings'
import { SharedLine } from './shared-line'

export interface App extends LogIn {
  /** What was configured, change upon change. */
  readonly settings: () => Settings
  readonly configure: (changes: Settings) => void
  /** Names in a context that recordings and logs may show. */
  readonly harmlessContext: () => readonly string[]
  readonly host: () => string
  readonly sdkAppId: () => string | null
  readonly locale: () => Locale
  readonly setLocale: (language: string | null) => void
  readonly tickets: Tickets
  readonly renewal: Renewal
  readonly readiness: ReadinessOfPhone
  /** The time of all calls. */
  readonly now: Clock
  /** A link for one call, over the one line of the app. */
  readonly createWxLink: () => Link
  /** Writes the log of a call while subscribed: to WeChat's log books, or to the sink of `configure({ log })`. */
  readonly logCall: (transition$: Call['transition$']) => Observable<unknown>
}

/** The language that was set, or else that of the phone, which is asked for once. */
const createLocale = (): Pick<App, 'locale' | 'setLocale'> => {
  let known: Locale | null = null
  return {
    locale: () => (known ??= localeOf(phoneLanguage() ?? 'zh')),
    setLocale: (language) => {
      known = language === null ? null : localeOf(language)
    },
  }
}

/** What is configured, and who issues log-ins by it. */
const createSettings = (setLocale: App['setLocale'], locale: App['locale']) => {
  let settings: Settings = {}
  /** Of one run: a gateway without a name of its own is known by it. */
  let gatewayNumber = 0
  return {
    get: () => settings,
    change: (changes: Settings) => {
      if (changes.host !== undefined && !isSafeHost(changes.host, isUnderDevelopment))
        throw callError('HOST_INVALID', locale())
      if (changes.locale !== undefined) setLocale(changes.locale)
      const isAnother = changes.gateway !== undefined && changes.gateway !== settings.gateway
      if (isAnother && settings.gateway !== undefined) gatewayNumber += 1
      settings = { ...settings, ...changes }
    },
    owner: (): Owner => {
      const { sdkAppId = '', host = DEFAULT_HOST, gateway } = settings
      const issuer = gateway === undefined ? host : (gateway.issuer ?? `gateway ${String(gatewayNumber)}`)
      return {
        sdkAppId: sdkAppId === '' ? null : String(sdkAppId),
        ...(issuer === DEFAULT_HOST ? {} : { issuer }),
      }
    },
  }
}

/** The default gateway: PROTOCOL.md over `wx.request` and `wx.connectSocket`. `host` is asked for at each of them. */
const createWxGateway = (host: () => string, locale: () => Locale, now: Clock): Gateway => ({
  logIn: createPostLogIn({ postJson: wxPostJson, url: () => `${host()}/login`, locale }),
  openLink: (context) =>
    createLink({
      ...context,
      url: () => `${host()}/signalling`.replace(/^http/, 'ws'),
      openSocket: openWxSocket,
      now,
    }),
})

const TICKET_KEY = 'tccc-wx-sdk/ticket'

/** The line renews the log-in that it may need while it is open. */
const createLine = (gateway: () => Gateway, settings: () => Settings, tickets: Tickets, renewal: Renewal): SharedLine =>
  new SharedLine(() => {
    const link = gateway().openLink({
      token$: tickets.token$,
      tokenRefused: () => {
        tickets.refuse()
      },
      reconnectDelay: (context) => (settings().reconnectDelay ?? reconnectDelay)(context),
    })
    return {
      open: (situation) => merge(link.open(situation), renewal.alive$),
      send: (message) => {
        link.send(message)
      },
      probe: () => {
        link.probe()
      },
    }
  })

export const createApp = (): App => {
  const { locale, setLocale } = createLocale()
  const settings = createSettings(setLocale, locale)
  const { ofApp: clock, ofCalls: now } = createWxClock()
  const warnOfSecondCopy = createSecondCopyWarning()
  const host = () => settings.get().host ?? DEFAULT_HOST
  const wxGateway = createWxGateway(host, locale, clock)
  const gateway = (): Gateway => {
    warnOfSecondCopy()
    return settings.get().gateway ?? wxGateway
  }
  const tickets = new Tickets({ store: wxStore(TICKET_KEY), owner: settings.owner, clock })
  const renewal = createRenewal({ tickets, hook: () => settings.get().renewLogIn, shown$: appShown$, clock })
  const harmlessContext = (): readonly string[] => settings.get().harmlessContext ?? []
  const line = createLine(gateway, settings.get, tickets, renewal)
  return {
    ...createLogIn({ gateway, tickets, owner: settings.owner, locale }),
    settings: settings.get,
    configure: (changes) => {
      settings.change(changes)
      tickets.recheck()
    },
    harmlessContext,
    sdkAppId: () => settings.owner().sdkAppId,
    ...{ host, locale, setLocale, tickets, renewal, now },
    readiness: createReadiness({ ticket$: tickets.ticket$, renewal, locale }),
    createWxLink: () => line.createLink(),
    logCall: (transition$) => {
      const { log } = settings.get()
      return log === 'off' ? EMPTY : logTransitions(transition$, log ?? wxLogBooks, harmlessContext)
    },
  }
}

export const app = createApp()

/**
 * Sets what all entries share. Not needed with the guide's default hosts and the component's `sdkAppId`.
 * @throws HOST_INVALID for a `host` that is not `https`, unless it is this machine, and changes nothing then.
 */
export const configure = (changes: Settings): void => {
  app.configure(changes)
}
