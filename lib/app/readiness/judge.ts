/** What keeps a phone from calling, and what it will still be asked. Pure: the tables are the whole of it. */
import type { ErrorCode } from '../../errors/codes'
import type { MediaKind } from '../../link/messages'
import type { Question } from '../../wx/phone-facts'
import type { PhoneFacts, Scope } from '../../wx/wx'

/** What is known of a phone, and of the log-in on it. */
export interface CallFacts extends PhoneFacts {
  /** What is wrong with the log-in. */
  readonly logIn: Extract<ErrorCode, 'LOGIN_REQUIRED' | 'TOKEN_EXPIRED'> | null
}

/** Whether a version like `2.9.10` comes before another, part by part as numbers. One that is not known is no older. */
export const isOlder = (version: string | undefined, least: string | undefined): boolean => {
  if (version === undefined || least === undefined) return false
  const have = version.split('.').map(Number)
  const want = least.split('.').map(Number)
  const index = want.findIndex((part, at) => (have[at] ?? 0) !== part)
  return index >= 0 && (have[index] ?? 0) < (want[index] ?? 0)
}

/** The least base library of `room://` in live-pusher (vendor's page on mini program RTC). */
const LEAST_BASE_LIBRARY = '2.10.0'
/** By platform, the least WeChat of the same: for a phone that does not say its base library. Other apps count otherwise. */
const LEAST_WECHAT: Readonly<Partial<Record<string, string>>> = { ios: '7.0.9', android: '7.0.8' }

interface Right {
  readonly refused: ErrorCode
  readonly blocked: ErrorCode
  readonly isBlocked: (facts: CallFacts) => boolean
}

export const RIGHTS: Readonly<Record<Scope, Right>> = {
  'scope.record': {
    refused: 'MICROPHONE_REFUSED',
    blocked: 'MICROPHONE_BLOCKED',
    isBlocked: ({ microphoneAuthorized }) => microphoneAuthorized === 'denied',
  },
  'scope.camera': {
    refused: 'CAMERA_REFUSED',
    blocked: 'CAMERA_BLOCKED',
    isBlocked: ({ cameraAuthorized }) => cameraAuthorized === 'denied',
  },
}

const SCOPES: Readonly<Record<MediaKind, readonly Scope[]>> = {
  audio: ['scope.record'],
  video: ['scope.record', 'scope.camera'],
}

/** What is missing for such a call; what the customer cannot mend comes first. */
export const gapsOf = (facts: CallFacts, media: MediaKind): readonly ErrorCode[] => {
  const { versions, hasPusher, logIn, networkType, authSetting = {} } = facts
  const isTooOld =
    versions.SDKVersion === undefined
      ? isOlder(versions.version, LEAST_WECHAT[versions.platform ?? ''])
      : isOlder(versions.SDKVersion, LEAST_BASE_LIBRARY)
  const judged: (readonly [boolean, ErrorCode])[] = [
    [isTooOld, 'WECHAT_TOO_OLD'],
    [!hasPusher, 'LIVE_PUSHER_MISSING'],
    [logIn !== null, logIn ?? 'LOGIN_REQUIRED'],
    [networkType === 'none', 'NETWORK'],
  ]
  SCOPES[media].forEach((scope) => {
    const { blocked, refused, isBlocked } = RIGHTS[scope]
    judged.push([isBlocked(facts), blocked], [authSetting[scope] === false, refused])
  })
  return judged.filter(([isGap]) => isGap).map(([, code]) => code)
}

/**
 * Whether it keeps a call from being dialled. Without a camera a video call goes on as audio; and what the phone says of
 * its network is a hint: without one the call is tried all the same, and fails as any other.
 */
export const isObstacle = (code: ErrorCode): boolean => code !== 'NETWORK' && !code.startsWith('CAMERA')

/** What the customer has not been asked yet: no gap, as `startCall` asks it. */
export const questionsOf = (facts: CallFacts, media: MediaKind): readonly Question[] => [
  ...(facts.needAuthorization === true ? (['privacy'] as const) : []),
  ...SCOPES[media].filter((scope) => facts.authSetting?.[scope] === undefined),
]

/** errno of WeChat (mini program documentation, general error codes): who said no. */
const BY_ERRNO: Readonly<Partial<Record<number, 'blocked' | ErrorCode>>> = {
  3: 'blocked',
  104: 'PRIVACY_REFUSED',
  112: 'PRIVACY_REFUSED',
  101100: 'PRIVACY_REFUSED',
  101101: 'PRIVACY_REFUSED',
  101102: 'PRIVACY_REFUSED',
  1107001: 'PHONE_IN_CALL',
  1107013: 'blocked',
}

/** Why a question failed. */
export const refusalOf = (question: Question, errno: number | undefined): ErrorCode => {
  if (question === 'privacy') return 'PRIVACY_REFUSED'
  const code = BY_ERRNO[errno ?? 0] ?? RIGHTS[question].refused
  return code === 'blocked' ? RIGHTS[question].blocked : code
}
