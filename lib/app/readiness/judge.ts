/** What keeps a phone from calling, and what it will still be asked. Pure: the tables are the whole of it. */
import type { ErrorCode } from '../errors/codes'
import type { MediaKind } from '../events/messages'
import { isOlder } from './is-older'
import type { PhoneFacts, Scope } from './phone-facts'

/** The least base library of `room://` in live-pusher (vendor's page on mini program RTC). */
const LEAST_BASE_LIBRARY = '2.10.0'
/** By platform, the least WeChat of the same. */
const LEAST_WECHAT: Readonly<Partial<Record<string, string>>> = { ios: '7.0.9', android: '7.0.8' }

interface Right {
  readonly refused: ErrorCode
  readonly blocked: ErrorCode
  readonly isBlocked: (facts: PhoneFacts) => boolean
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
export const gapsOf = (facts: PhoneFacts, media: MediaKind): readonly ErrorCode[] => {
  const { versions, hasPusher, logIn, networkType, authSetting = {} } = facts
  const isTooOld =
    isOlder(versions.SDKVersion, LEAST_BASE_LIBRARY) || isOlder(versions.version, LEAST_WECHAT[versions.platform ?? ''])
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

/** Without a camera a video call goes on as audio. */
export const isObstacle = (code: ErrorCode): boolean => !code.startsWith('CAMERA')

export type Question = 'privacy' | Scope

/** What the customer has not been asked yet: no gap, as `startCall` asks it. */
export const questionsOf = (facts: PhoneFacts, media: MediaKind): readonly Question[] => [
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
