/** The vendor's web SDK without a network, held to its own declarations by the compiler. */
import type TRTC from 'trtc-sdk-v5'
import type { TRTCEventTypes } from 'trtc-sdk-v5'
import type { TrtcClient, TrtcSdk } from '../../media/trtc/browser/trtc-sdk'

type Entered = Parameters<TRTC['enterRoom']>[0]
type Audio = Parameters<TRTC['updateLocalAudio']>[0]
type EventName = keyof TRTCEventTypes
/** Each event has one argument. */
type Handler = (event: unknown) => void

/** The names of the events that a desk hears, as the real SDK has them; the end-to-end spec compares. */
export const EVENT = {
  ERROR: 'error',
  AUTOPLAY_FAILED: 'autoplay-failed',
  KICKED_OUT: 'kicked-out',
  REMOTE_USER_EXIT: 'remote-user-exit',
  REMOTE_AUDIO_AVAILABLE: 'remote-audio-available',
  REMOTE_VIDEO_AVAILABLE: 'remote-video-available',
  REMOTE_VIDEO_UNAVAILABLE: 'remote-video-unavailable',
  NETWORK_QUALITY: 'network-quality',
  CONNECTION_STATE_CHANGED: 'connection-state-changed',
} satisfies Partial<typeof TRTC.EVENT>

export class FakeTrtc implements TrtcSdk, TrtcClient {
  readonly EVENT = EVENT as TrtcSdk['EVENT']
  /** What was done, in order. */
  readonly done: string[] = []
  entered: Entered | null = null
  /** The next operation of this name rejects with this. */
  readonly fails = new Map<string, Error>()
  private readonly handlers = new Map<string, Handler[]>()

  create(): TrtcClient {
    this.done.push('create')
    return this
  }

  enterRoom(room: Entered): Promise<void> {
    this.entered = room
    return this.does('enterRoom')
  }

  exitRoom = (): Promise<void> => this.does('exitRoom')

  destroy(): void {
    this.done.push('destroy')
  }

  startLocalAudio = (config: Audio = {}): Promise<void> => this.does('startLocalAudio', audio(config))
  updateLocalAudio = (config: Audio): Promise<void> => this.does('updateLocalAudio', audio(config))
  stopLocalAudio = (): Promise<void> => this.does('stopLocalAudio')
  startLocalVideo = (): Promise<void> => this.does('startLocalVideo')
  stopLocalVideo = (): Promise<void> => this.does('stopLocalVideo')
  startRemoteVideo = ({ userId }: { readonly userId: string }): Promise<void> => this.does('startRemoteVideo', userId)
  muteRemoteAudio = (userId: string, mute: boolean): Promise<void> => this.does('muteRemoteAudio', userId, String(mute))
  setRemoteAudioVolume = (userId: string, volume: number): void => {
    this.done.push(`setRemoteAudioVolume ${userId} ${String(volume)}`)
  }
  setCurrentSpeaker = (deviceId: string): Promise<void> => this.does('setCurrentSpeaker', deviceId)
  getAudioTrack = (): MediaStreamTrack | null => track('voice of the customer')
  getVideoTrack = (): MediaStreamTrack | null => track('picture of the customer')

  on<Name extends EventName>(name: Name, handler: (...args: TRTCEventTypes[Name]) => void): TRTC {
    this.handlers.set(name, [...(this.handlers.get(name) ?? []), handler as unknown as Handler])
    return this as never
  }

  /** The SDK tells of something. */
  tells<Name extends EventName>(name: Name, ...args: TRTCEventTypes[Name]): void {
    for (const handler of this.handlers.get(name) ?? []) handler(args[0])
  }

  private does(...what: readonly [string, ...string[]]): Promise<void> {
    this.done.push(what.filter((word) => word !== '').join(' '))
    const fault = this.fails.get(what[0])
    this.fails.delete(what[0])
    return fault === undefined ? Promise.resolve() : Promise.reject(fault)
  }
}

const audio = ({ mute, option }: Audio): string =>
  [option?.audioTrack?.label ?? '', mute === true ? 'muted' : ''].filter((word) => word !== '').join(' ')

export const track = (label: string, kind: 'audio' | 'video' = 'audio'): MediaStreamTrack =>
  ({ kind, label }) as MediaStreamTrack
