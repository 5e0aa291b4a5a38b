/** The one client of an app: its settings, its log-in and its way to the call centre, shared by all entries. */
import { defer } from 'rxjs'
import { createLogIn } from '../login/log-in'
import { createTickets } from '../login/ticket'
import { createLink } from '../signalling/resumable-link'
import type { Link } from '../signalling/link'
import { type ReconnectDelay, reconnectDelay } from '../signalling/reconnect-delay'
import { locale } from './locale'
import { wxPostJson } from './request'
import { openWxSocket } from './socket'
import { wxTicketStore } from './ticket-store'

export interface Settings {
  readonly sdkAppId?: string | number
  /** The call centre's address without a path. Default `https://api.tccc.qcloud.com`, as in the guide. */
  readonly host?: string
  readonly reconnectDelay?: ReconnectDelay
}

const DEFAULT_HOST = 'https://api.tccc.qcloud.com'

let settings: Settings = {}

/** Sets what all entries share. Not needed with the guide's default hosts and the component's `sdkAppId`. */
export const configure = (changes: Settings): void => {
  settings = { ...settings, ...changes }
  tickets.recheck()
}

export const configuredSdkAppId = (): string | null => {
  const { sdkAppId = '' } = settings
  return sdkAppId === '' ? null : String(sdkAppId)
}

const address = (path: string): string => `${settings.host ?? DEFAULT_HOST}${path}`

export const tickets = createTickets(wxTicketStore, configuredSdkAppId)

export const logIn = createLogIn({
  postJson: wxPostJson,
  tickets,
  url: () => address('/login'),
  sdkAppId: configuredSdkAppId,
  locale,
})

/** A line to the configured call centre, over `wx.connectSocket`. It touches `wx` when it is opened, not before. */
export const createWxLink = (): Link =>
  createLink({
    url: () => address('/signalling').replace(/^http/, 'ws'),
    openSocket: openWxSocket,
    token$: defer(() => tickets.token$),
    tokenRefused: tickets.drop,
    reconnectDelay: (context) => (settings.reconnectDelay ?? reconnectDelay)(context),
  })
