/** What a phone says about itself without asking the customer anything. What it does not say is left out. */
import type { ErrorCode } from '../errors/codes'

export type Scope = 'scope.record' | 'scope.camera'

/** What the system grants to WeChat itself. */
export type SystemRight = 'authorized' | 'denied' | 'not determined'

export interface PhoneFacts {
  /** Versions, of a phone that may be too old. */
  readonly versions: { readonly SDKVersion?: string; readonly version?: string; readonly platform?: string }
  /** Whether this WeChat has the tag live-pusher. That the mini program may use it is known by no phone beforehand. */
  readonly hasPusher: boolean
  /** What is wrong with the log-in. */
  readonly logIn: Extract<ErrorCode, 'LOGIN_REQUIRED' | 'TOKEN_EXPIRED'> | null
  /** `none`: no network. */
  readonly networkType?: string
  /** Whether the customer has still to agree to the privacy guide. */
  readonly needAuthorization?: boolean
  /** By scope: allowed or refused. A scope that was never asked for is not in it. */
  readonly authSetting?: Readonly<Partial<Record<Scope, boolean>>>
  readonly microphoneAuthorized?: SystemRight
  readonly cameraAuthorized?: SystemRight
}
