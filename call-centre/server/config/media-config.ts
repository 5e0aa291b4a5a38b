/** How a browser is heard: by another one, or by the bridge of the plane `rtmp`. */
export interface WebrtcConfig {
  /** Addresses as `stun:host:port`, `turn:host:port?transport=udp` or `turns:host:port`; none: one network only. */
  readonly iceServers: readonly string[]
  /** How long a key for the TURN servers is good; it is renewed before. */
  readonly turnKeyLifeMs: number
  /** All media go through a TURN server, so that the two ends do not learn each other's addresses. */
  readonly relayOnly: boolean
}

/** Tencent's rooms; the application is `sdkAppId`. */
export interface TrtcConfig {
  /** How long a signature lets its user into the room. Nobody can take it back before. */
  readonly keyLifeMs: number
  /** Where the server API is asked to close rooms. */
  readonly region: string
}

/** A phone speaks to an RTMP server, and the centre brings its voice to the desk and back. */
export interface RtmpConfig {
  /** Where the centre reaches the server, with its application: `rtmp://127.0.0.1:1935/live`. */
  readonly serverUrl: string
  /** Where phones reach it, as `rtmps://calls.example/live`. Absent: at `serverUrl`. */
  readonly publicUrl?: string
  /** Where the server drops streams when it is asked to: nginx's `rtmp_control`. */
  readonly controlUrl: string
  /** Calls that are heard at one time; one more is refused. */
  readonly maxCalls: number
  readonly ffmpeg: string
  /** UDP ports of this machine to which desks send; absent: any. */
  readonly udpPorts?: { readonly from: number; readonly to: number }
}

/** How customers and seats hear each other; secrets stand in the environment. */
export interface MediaConfig {
  readonly plane: 'webrtc' | 'trtc' | 'rtmp'
  readonly webrtc: WebrtcConfig
  readonly trtc: TrtcConfig
  readonly rtmp: RtmpConfig
}
