/** What the media tags measure, several times a second: too often to be an event of the call. */
export interface Sample {
  /** `netQualityLevel` of live-pusher's `netstatus`: 1 best … 6 unusable, 0 unknown. */
  readonly local?: number
  /** The same of live-player: what the customer receives. */
  readonly remote?: number
  /** `audioBitrate` of live-pusher's `netstatus`: what leaves the phone, in kbit/s. */
  readonly audioKbps?: number
  /** How loud it is at the microphone, 0–100: `audiovolumenotify` of live-pusher. */
  readonly volume?: number
}
