/** What a peer sends beside its voice. A picture that stops looks to WebRTC like one that stands still. */
interface Sends {
  readonly type: 'sends'
  readonly video: boolean
}

export interface PeerPorts {
  /** Gives what this end says to the room, for the peer to `take`. */
  readonly signal: (said: RTCSessionDescriptionInit | Sends) => void
  /** The voice of the peer. */
  readonly onStream: (stream: MediaStream) => void
  /** The picture of the peer; null: it sends none any more. */
  readonly onVideo: (track: MediaStreamTrack | null) => void
  /** The connection failed, or the two descriptions do not fit. */
  readonly onFailed: () => void
}

const isDescription = (data: unknown): data is RTCSessionDescriptionInit =>
  typeof data === 'object' && data !== null && 'type' in data && 'sdp' in data && typeof data.sdp === 'string'

const isSends = (data: unknown): data is Sends =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'sends' && 'video' in data

/** In the order in which they are offered. */
const KINDS = ['audio', 'video'] as const

/** Without STUN servers all candidates are at hand at once, so each side says one thing and no trickle is needed. */
const gathered = (connection: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (connection.iceGatheringState === 'complete') resolve()
    }
    connection.addEventListener('icegatheringstatechange', look)
    look()
  })

/** One WebRTC connection to one peer of the room: one line of audio and one of video each way. */
export class Peer {
  private readonly connection = new RTCPeerConnection()
  private video: MediaStreamTrack | null = null
  private sendsVideo = false
  private told: MediaStreamTrack | null = null

  constructor(
    private localStream: MediaStream | null,
    private readonly ports: PeerPorts,
  ) {
    this.connection.addEventListener('track', ({ track }) => {
      if (track.kind === 'audio') ports.onStream(new MediaStream([track]))
      else {
        this.video = track
        this.tellVideo()
      }
    })
    this.connection.addEventListener('connectionstatechange', () => {
      if (this.connection.connectionState === 'failed') ports.onFailed()
    })
  }

  /** Makes the offer; the other side answers. */
  offer(): void {
    this.attempt(async () => {
      for (const kind of KINDS) this.connection.addTransceiver(kind, { direction: 'sendrecv' })
      await this.sendTracks()
      await this.describe()
    })
  }

  /** Takes what the peer said through the room: its offer, its answer, or what it sends. */
  take(data: unknown): void {
    if (isSends(data)) {
      this.sendsVideo = data.video
      this.tellVideo()
    }
    if (!isDescription(data)) return
    this.attempt(async () => {
      await this.connection.setRemoteDescription(data)
      if (data.type !== 'offer') return
      for (const transceiver of this.connection.getTransceivers()) transceiver.direction = 'sendrecv'
      await this.sendTracks()
      await this.describe()
    })
  }

  /** Replaces what is sent; null sends nothing. The connection stays as it is, so there is no gap. */
  async sendStream(stream: MediaStream | null): Promise<void> {
    this.localStream = stream
    await this.sendTracks()
    this.tellSends()
  }

  close(): void {
    this.connection.close()
  }

  private async sendTracks(): Promise<void> {
    const tracks = this.localStream?.getTracks() ?? []
    const transceivers = this.connection.getTransceivers()
    for (const [line, kind] of KINDS.entries()) {
      await transceivers[line]?.sender.replaceTrack(tracks.find((track) => track.kind === kind) ?? null)
    }
  }

  private tellVideo(): void {
    const video = this.sendsVideo ? this.video : null
    if (video === this.told) return
    this.told = video
    this.ports.onVideo(video)
  }

  private tellSends(): void {
    this.ports.signal({ type: 'sends', video: (this.localStream?.getVideoTracks().length ?? 0) > 0 })
  }

  private async describe(): Promise<void> {
    await this.connection.setLocalDescription()
    await gathered(this.connection)
    if (!this.connection.localDescription) return
    this.ports.signal(this.connection.localDescription.toJSON())
    this.tellSends()
  }

  /** A connection that was closed meanwhile rejects its last step; that is no failure. */
  private attempt(steps: () => Promise<void>): void {
    steps().catch(() => {
      if (this.connection.signalingState !== 'closed') this.ports.onFailed()
    })
  }
}
