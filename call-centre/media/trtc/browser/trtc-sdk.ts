/** As much of the vendor's web SDK as a desk takes, by its own declarations. */
import type TRTC from 'trtc-sdk-v5'
import type { TRTCOptions } from 'trtc-sdk-v5'

export type TrtcClient = Pick<
  TRTC,
  | 'enterRoom'
  | 'exitRoom'
  | 'destroy'
  | 'on'
  | 'startLocalAudio'
  | 'updateLocalAudio'
  | 'stopLocalAudio'
  | 'startLocalVideo'
  | 'stopLocalVideo'
  | 'startRemoteVideo'
  | 'muteRemoteAudio'
  | 'setRemoteAudioVolume'
  | 'getAudioTrack'
  | 'getVideoTrack'
>

export interface TrtcSdk {
  readonly EVENT: typeof TRTC.EVENT
  create(options?: TRTCOptions): TrtcClient
  /** For all rooms of the page. */
  readonly setCurrentSpeaker: typeof TRTC.setCurrentSpeaker
}
