/**
 * What the codes of live-pusher mean to a call, as data: those that change something. dictionary.ts says more of each,
 * and of the others; no mini program loads it.
 */

/** What a code can mean; `nothing`: it is known, and changes nothing. */
export type PusherMeaning =
  | 'connecting'
  /** The push has begun: where there is no room to enter, that is all. */
  | 'pushing'
  | 'entered'
  | 'reconnecting'
  | 'left'
  | 'remoteJoined'
  | 'remoteUsers'
  | 'remoteLeft'
  | 'microphoneTurned'
  | 'interrupted'
  | 'suspended'
  | 'cameraFailed'
  | 'cameraRefused'
  | 'microphoneFailed'
  | 'microphoneRefused'
  /** The address does not serve any more; a fresh one may. */
  | 'roomDead'
  /** No address would serve. */
  | 'roomRefused'
  | 'nothing'

/** `statechange` codes of live-pusher, and the codes of its `error` event. */
export const PUSHER_CODES: Readonly<Record<number, PusherMeaning>> = {
  1001: 'connecting',
  1002: 'pushing',
  1018: 'entered',
  1019: 'left',
  1020: 'remoteUsers',
  1021: 'reconnecting',
  1022: 'roomDead',
  1031: 'remoteJoined',
  1032: 'remoteLeft',
  1033: 'remoteUsers',
  1034: 'remoteUsers',
  1102: 'reconnecting',
  3004: 'roomDead',
  3005: 'reconnecting',
  4998: 'microphoneTurned',
  5000: 'suspended',
  5001: 'interrupted',
  [-1301]: 'cameraFailed',
  [-1302]: 'microphoneFailed',
  [-1303]: 'cameraFailed',
  [-1304]: 'microphoneFailed',
  [-1307]: 'roomDead',
  [-1311]: 'microphoneFailed',
  [-3301]: 'roomDead',
  [-100006]: 'roomDead',
  [-100013]: 'roomRefused',
  [-100015]: 'roomRefused',
  [-100018]: 'roomDead',
  10001: 'cameraRefused',
  10002: 'microphoneRefused',
}

interface Status {
  readonly code: number
  readonly means?: PusherMeaning
}

/** What it was told to mean, or what the table says; `undefined`: nobody knows. */
export const pusherMeaning = ({ code, means }: Status): PusherMeaning | undefined => means ?? PUSHER_CODES[code]
