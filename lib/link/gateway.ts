/**
 * Everything that depends on a call centre's own protocol, behind two functions. The default one speaks PROTOCOL.md;
 * `configure({ gateway })` puts another in its place.
 */
import type { Observable } from 'rxjs'
import type { ClientMessage, ServerMessage } from './messages'
import type { ReconnectDelay } from './retry-delay'

/** The line to the call centre. A line that is lost is reported, never hidden; `gaveUp` ends the recovery. */
export type LineEvent =
  | { readonly type: 'line/opening'; readonly attempt: number }
  /** `can`: what the call centre can do beyond version 0.1.0 (PROTOCOL.md §6); absent: nothing. */
  | { readonly type: 'line/up'; readonly resumed: boolean; readonly can?: readonly string[] }
  | { readonly type: 'line/lost'; readonly reason: string; readonly retryInMs: number }
  /** A heartbeat took longer than 1.5 s, or no longer does. */
  | { readonly type: 'line/slow'; readonly slow: boolean }
  | { readonly type: 'line/gaveUp'; readonly code: LineFailure }
  | { readonly type: 'line/invalid'; readonly reason: string }
  | { readonly type: 'line/closed' }

/** Why there is no line and none will come by itself; the names are of the error catalogue. */
export type LineFailure =
  | 'LOGIN_REQUIRED'
  | 'TOKEN_EXPIRED'
  | 'NOT_ALLOWED'
  | 'TAKEN_OVER'
  | 'HOST_NOT_ALLOWED'
  | 'TOO_MANY_SOCKETS'
  | 'NETWORK_LOST'

export interface Situation {
  /** Whether a call hangs on the line now: it decides how long the line is tried again. */
  readonly inCall: () => boolean
}

/**
 * A numbered flow of messages that outlives its sockets (PROTOCOL.md §3). Loss is told, never hidden. `Said` is what this side says, `Heard` what it hears: a customer's call, unless told otherwise.
 */
export interface Link<Said = ClientMessage, Heard = ServerMessage> {
  /**
   * Subscribing opens the line, unsubscribing closes it: no socket, no timer is left. Errors for a second subscriber only:
   * a link serves one call.
   */
  open(situation: Situation): Observable<LineEvent | Heard>
  /** Delivers the message once, as soon as the line allows. A line that had been given up is tried again. */
  send(message: Said): void
  /** Checks that the line is alive, or tries it again at once: the app was shown, the network came back. */
  probe(): void
}

export interface LogInRequest {
  readonly sdkAppId: string
  /** The one-use code of `wx.login`. */
  readonly jsCode: string
  /** `encryptedData` and `iv` of the customer's profile. */
  readonly dataEnv?: string
  readonly dataIv?: string
  /** `encryptedData` and `iv` of the phone number. */
  readonly mobileEnv?: string
  readonly mobileIv?: string
  /** Instead of these two: the `code` that the phone number's button gives since base library 2.21.2. */
  readonly mobileCode?: string
}

export interface Credential {
  readonly userId: string
  /** Kept in storage only and never logged. It consists of `A-Z a-z 0-9 - _ .` */
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
  /** How long it lasts, counted from its receipt: it needs no clock that goes as the server's does. */
  readonly expiresInMs?: number
}

export interface LinkContext {
  /** The credential now and after each log-in; `null`: nobody is logged in. */
  readonly token$: Observable<string | null>
  /** To be told when the back end does not take the credential: the customer is then logged out. */
  readonly tokenRefused: () => void
  /** When to try a lost line again, as the app wishes it. */
  readonly reconnectDelay: ReconnectDelay
}

export interface Gateway {
  /**
   * Names who issues its credentials: another one is never shown them. Default: a name of its own for each gateway that
   * an app configures, the first of a run being that of the run before.
   */
  readonly issuer?: string
  /** Exchanges a code of `wx.login` for a credential. Rejects with a `callError`; any other error is SERVER_ERROR. */
  logIn(request: LogInRequest): PromiseLike<Credential>
  /** The line to the call centre, one for all components. It touches the network when its `open` is subscribed. */
  openLink(context: LinkContext): Link
}
