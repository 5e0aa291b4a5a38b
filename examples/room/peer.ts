export interface PeerPorts {
  /** Gives what this end says to the room, for the peer to `take`. */
  readonly signal: (description: RTCSessionDescriptionInit) => void
  readonly onStream: (stream: MediaStream) => void
  /** The connection failed, or the two descriptions do not fit. */
  readonly onFailed: () => void
}

const isDescription = (data: unknown): data is RTCSessionDescriptionInit =>
  typeof data === 'object' && data !== null && 'type' in data && 'sdp' in data && typeof data.sdp === 'string'

/** Without STUN servers all candidates are at hand at once, so each side says one thing and no trickle is needed. */
const gathered = (connection: RTCPeerConnection): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (connection.iceGatheringState === 'complete') resolve()
    }
    connection.addEventListener('icegatheringstatechange', look)
    look()
  })

/** One WebRTC connection to one peer of the room: one line of audio each way. */
export class Peer {
  private readonly connection = new RTCPeerConnection()

  constructor(
    private localStream: MediaStream | null,
    private readonly ports: PeerPorts,
  ) {
    this.connection.addEventListener('track', ({ track }) => {
      ports.onStream(new MediaStream([track]))
    })
    this.connection.addEventListener('connectionstatechange', () => {
      if (this.connection.connectionState === 'failed') ports.onFailed()
    })
  }

  /** Makes the offer; the other side answers. */
  offer(): void {
    this.attempt(async () => {
      this.connection.addTransceiver('audio', { direction: 'sendrecv' })
      await this.sendTrack()
      await this.describe()
    })
  }

  /** Takes what the peer said through the room: its offer, or its answer. */
  take(data: unknown): void {
    if (!isDescription(data)) return
    this.attempt(async () => {
      await this.connection.setRemoteDescription(data)
      if (data.type !== 'offer') return
      for (const transceiver of this.connection.getTransceivers()) transceiver.direction = 'sendrecv'
      await this.sendTrack()
      await this.describe()
    })
  }

  /** Replaces what is sent; null sends nothing. The connection stays as it is, so there is no gap. */
  async sendStream(stream: MediaStream | null): Promise<void> {
    this.localStream = stream
    await this.sendTrack()
  }

  close(): void {
    this.connection.close()
  }

  private async sendTrack(): Promise<void> {
    const track = this.localStream?.getAudioTracks()[0] ?? null
    await this.connection.getTransceivers()[0]?.sender.replaceTrack(track)
  }

  private async describe(): Promise<void> {
    await this.connection.setLocalDescription()
    await gathered(this.connection)
    if (this.connection.localDescription) this.ports.signal(this.connection.localDescription.toJSON())
  }

  /** A connection that was closed meanwhile rejects its last step; that is no failure. */
  private attempt(steps: () => Promise<void>): void {
    steps().catch(() => {
      if (this.connection.signalingState !== 'closed') this.ports.onFailed()
    })
  }
}
