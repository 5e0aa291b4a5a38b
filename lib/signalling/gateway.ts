/**
 * Everything that depends on a call centre's own protocol, behind two functions. The default one speaks PROTOCOL.md;
 * `configure({ gateway })` puts another in its place.
 */
import type { Observable } from 'rxjs'
import type { Link } from './link'
import type { ReconnectDelay } from './reconnect-delay'

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
}

export interface Credential {
  readonly userId: string
  /** Kept in storage only and never logged. It consists of `A-Z a-z 0-9 - _ .` */
  readonly token: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
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
  /** Exchanges a code of `wx.login` for a credential. Rejects with a `callError`; any other error is SERVER_ERROR. */
  logIn(request: LogInRequest): PromiseLike<Credential>
  /** A line to the call centre, made anew for each component. It touches the network when its `open` is subscribed. */
  openLink(context: LinkContext): Link
}
