/**
 * What live-pusher reports, as data. Sources: WeChat's live-pusher page and, where marked (v), Tencent's public
 * demos. A code that is not here is neutral: it is kept as an event and changes nothing.
 */
import type { ErrorCode } from '../errors/codes'

export type PusherMeaning =
  | { readonly means: 'connecting' }
  | { readonly means: 'entered' }
  | { readonly means: 'reconnecting' }
  | { readonly means: 'remoteJoined' }
  | { readonly means: 'remoteUsers' }
  | { readonly means: 'remoteLeft' }
  | { readonly means: 'microphoneTurned' }
  | { readonly means: 'interrupted' }
  | { readonly means: 'suspended' }
  | { readonly means: 'cameraFailed'; readonly error: ErrorCode }
  | { readonly means: 'failed'; readonly error: ErrorCode }

const connecting = { means: 'connecting' } as const
const entered = { means: 'entered' } as const
const reconnecting = { means: 'reconnecting' } as const
const remoteJoined = { means: 'remoteJoined' } as const
const remoteUsers = { means: 'remoteUsers' } as const
const roomFailed = { means: 'failed', error: 'ROOM_FAILED' } as const
const cameraFailed = { means: 'cameraFailed', error: 'CAMERA_FAILED' } as const
const microphoneFailed = { means: 'failed', error: 'MICROPHONE_FAILED' } as const
const microphoneRefused = { means: 'failed', error: 'MICROPHONE_REFUSED' } as const

/** `statechange` codes of live-pusher. */
export const PUSHER_CODES: Readonly<Record<number, PusherMeaning>> = {
  1001: connecting,
  1002: entered,
  1018: entered,
  1020: remoteUsers,
  1021: reconnecting,
  1022: roomFailed,
  1031: remoteJoined,
  1032: { means: 'remoteLeft' },
  1033: remoteUsers,
  1034: remoteUsers,
  1102: reconnecting,
  3004: roomFailed,
  3005: reconnecting,
  4998: { means: 'microphoneTurned' },
  5000: { means: 'suspended' },
  5001: { means: 'interrupted' },
  [-1301]: cameraFailed,
  [-1302]: microphoneFailed,
  [-1303]: cameraFailed,
  [-1304]: microphoneFailed,
  [-1307]: roomFailed,
  [-1311]: microphoneFailed,
  [-3301]: roomFailed,
  [-100006]: roomFailed,
  [-100013]: roomFailed,
  [-100015]: roomFailed,
  [-100018]: roomFailed,
  10001: { means: 'cameraFailed', error: 'CAMERA_REFUSED' },
  10002: microphoneRefused,
}
