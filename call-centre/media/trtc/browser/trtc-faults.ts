/** The codes of the vendor's web SDK, as the desk shows them (web.sdk.qcloud.com/trtc/webrtc/v5/doc/en/module-ERROR_CODE.html). */
import type { RoomFault } from '../../browser/room'

const byExtraCode: Readonly<Record<number, RoomFault>> = { 5501: 'firewall', 5502: 'gone' }

const byCode: Readonly<Record<number, RoomFault>> = {
  // The environment has no WebRTC, or the page no https.
  5200: 'browser',
  // The server does not let this user in: a signature that has run out, or does not fit.
  5400: 'key',
  5500: 'gone',
}

/** An operation that another one has called off: leaving, for example. */
const ABORTED = 5998

const numberOf = (error: object, field: 'code' | 'extraCode'): number => {
  const value: unknown = field in error ? (error as Record<string, unknown>)[field] : undefined
  return typeof value === 'number' ? value : 0
}

/** Null: nothing that anybody has to know. */
export const faultOf = (error: unknown): RoomFault | null => {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const code = numberOf(error, 'code')
  if (code === ABORTED) return null
  return byExtraCode[numberOf(error, 'extraCode')] ?? byCode[code] ?? 'unknown'
}

/** Why the server took this user out. The documentation and the declarations of the SDK spell the last one differently. */
export const kickedOut = (reason: string): RoomFault => (reason === 'kick' ? 'elsewhere' : 'closed')
