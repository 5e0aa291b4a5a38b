import type { ErrorCode } from '../../errors/codes'
import type { Question } from '../../wx/phone-facts'

/** What mends a gap. All but `logIn` are members of `wx` that WeChat allows in the handler of a tap only. */
export type GapAction = 'openSetting' | 'openAppAuthorizeSetting' | 'openPrivacyContract' | 'updateWeChatApp' | 'logIn'

/** One thing that this phone lacks for a call. */
export interface Gap {
  /** Of the catalogue: docs/understand/errors.md. */
  readonly code: ErrorCode
  /** For people, in the language of the app. */
  readonly message: string
  /** What a developer can do about it. */
  readonly remedy: string
  /** What to hang on a button; `null`: nothing that a tap could mend. */
  readonly action: GapAction | null
}

/** Whether a call would be dialled. */
export interface Readiness {
  /** No gap keeps it from being dialled: at most the picture is missing, for want of the camera. */
  readonly ready: boolean
  /** What the customer cannot mend comes first. */
  readonly gaps: readonly Gap[]
  /** What `startCall` will ask the customer, as it was never asked: no gap. */
  readonly willAsk: readonly Question[]
}

export const ACTIONS: Readonly<Partial<Record<ErrorCode, GapAction>>> = {
  WECHAT_TOO_OLD: 'updateWeChatApp',
  LOGIN_REQUIRED: 'logIn',
  TOKEN_EXPIRED: 'logIn',
  PRIVACY_REFUSED: 'openPrivacyContract',
  MICROPHONE_BLOCKED: 'openAppAuthorizeSetting',
  CAMERA_BLOCKED: 'openAppAuthorizeSetting',
  MICROPHONE_REFUSED: 'openSetting',
  CAMERA_REFUSED: 'openSetting',
}
