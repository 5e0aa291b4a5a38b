import type { Ice } from './room-messages'

/**
 * What a peer sends at this time. A picture that stops looks to WebRTC like one that stands still, and a bridge stays connected
 * when the phone behind it is gone.
 */
interface Sends {
  readonly type: 'sends'
  readonly video: boolean
  /** Absent: as long as it is connected. */
  readonly voice?: boolean
}

/** An offer names the connection. */
interface Description extends RTCSessionDescriptionInit {
  readonly connection?: string
}

export interface PeerPorts {
  /** Gives what this end says to the room, for the peer to `take`. */
  readonly signal: (said: Description | Sends | Way) => void
  /** The voice of the peer, when the two ends are connected, and each time again. */
  readonly onStream: (stream: MediaStream) => void
  /** The picture of the peer; null: it sends none any more. */
  readonly onVideo: (track: MediaStreamTrack | null) => void
  /** Nothing comes from the peer for the moment. */
  readonly onInterrupted: () => void
  /** The connection failed, no way to the peer was found in time, or the two descriptions do not fit. */
  readonly onFailed: () => void
}

const isDescription = (data: unknown): data is Description =>
  typeof data === 'object' && data !== null && 'type' in data && 'sdp' in data && typeof data.sdp === 'string'

const isWay = (data: unknown): data is Way =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'way' && 'candidate' in data

const isSends = (data: unknown): data is Sends =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'sends' && 'video' in data

/** A way to the peer, found after its description was sent. */
interface Way {
  readonly type: 'way'
  readonly candidate: RTCIceCandidateInit
}

/** A browser that has no way to try waits for one for ever. */
const CONNECT_LIMIT_MS = 15_000

/** In the order in which they are offered. */
const KINDS = ['audio', 'video'] as const

const configurationOf = ({ iceServers, iceTransportPolicy }: Ice): RTCConfiguration => ({
  iceServers: [...iceServers],
  iceTransportPolicy,
})

/** One WebRTC connection to one peer of the room: one line of audio and one of video each way. */
export class Peer {
  private readonly connection: RTCPeerConnection
  /** What was begun last: descriptions and ways are taken one after the other. */
  private last: Promise<void> = Promise.resolve()
  private video: MediaStreamTrack | null = null
  private sendsVideo = false
  private sendsVoice = true
  private told: MediaStreamTrack | null = null
  private heard: MediaStream | null = null
  private patience: ReturnType<typeof setTimeout> | undefined
  /** By which both ends know it. */
  name = Math.random().toString(36).slice(2)

  constructor(
    private localStream: MediaStream | null,
    ice: Ice,
    private readonly ports: PeerPorts,
  ) {
    this.connection = new RTCPeerConnection(configurationOf(ice))
    this.connection.addEventListener('track', ({ track }) => {
      if (track.kind === 'audio') this.heard = new MediaStream([track])
      else {
        this.video = track
        this.tellVideo()
      }
    })
    this.connection.addEventListener('connectionstatechange', () => {
      if (this.connection.connectionState === 'failed') ports.onFailed()
      if (this.connection.connectionState === 'disconnected') ports.onInterrupted()
      // The two descriptions promise a voice long before a way for it is found, or none.
      if (this.connection.connectionState !== 'connected') return
      clearTimeout(this.patience)
      this.tellVoice()
    })
  }

  /** The voice of the peer, where both ends are connected. */
  get flowing(): MediaStream | null {
    return this.connection.connectionState === 'connected' && this.sendsVoice ? this.heard : null
  }

  /** No way to the peer was found, or none any more. */
  get unconnected(): boolean {
    return ['new', 'connecting', 'failed'].includes(this.connection.connectionState)
  }

  /** Makes the offer; the other side answers. */
  offer(): void {
    this.attempt(async () => {
      for (const kind of KINDS) this.connection.addTransceiver(kind, { direction: 'sendrecv' })
      await this.sendTracks()
      await this.describe()
    })
  }

  /** New keys for the servers, for the next way that is looked for. */
  setIce(ice: Ice): void {
    this.connection.setConfiguration(configurationOf(ice))
  }

  /** Takes what the peer said through the room: its offer, its answer, a way to it, or what it sends. */
  take(data: unknown): void {
    if (isSends(data)) {
      this.sendsVideo = data.video
      this.hearVoice(data.voice ?? true)
      this.tellVideo()
    }
    if (isWay(data)) this.addWay(data)
    if (!isDescription(data)) return
    if (data.type === 'offer') this.name = data.connection ?? this.name
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

  /** What the browser counts of this connection. */
  async stats(): Promise<readonly object[]> {
    const counted: object[] = []
    for (const figures of (await this.connection.getStats()).values()) counted.push(figures as object)
    return counted
  }

  close(): void {
    clearTimeout(this.patience)
    this.connection.close()
  }

  /** One of a connection that was replaced meanwhile fits nothing, and nothing is lost with it. */
  private addWay({ candidate }: Way): void {
    this.last = this.last.then(() => this.connection.addIceCandidate(candidate)).catch(() => undefined)
  }

  private async sendTracks(): Promise<void> {
    const tracks = this.localStream?.getTracks() ?? []
    const transceivers = this.connection.getTransceivers()
    for (const [line, kind] of KINDS.entries()) {
      await transceivers[line]?.sender.replaceTrack(tracks.find((track) => track.kind === kind) ?? null)
    }
  }

  private hearVoice(sends: boolean): void {
    if (sends === this.sendsVoice) return
    const wasFlowing = this.flowing !== null
    this.sendsVoice = sends
    if (sends) this.tellVoice()
    else if (wasFlowing) this.ports.onInterrupted()
  }

  private tellVoice(): void {
    if (!this.flowing) return
    this.ports.onStream(this.flowing)
    this.tellVideo()
  }

  /** A picture comes to a voice, so it is told after that. */
  private tellVideo(): void {
    const video = this.sendsVideo && this.flowing ? this.video : null
    if (video === this.told) return
    this.told = video
    this.ports.onVideo(video)
  }

  private tellSends(): void {
    this.ports.signal({ type: 'sends', video: (this.localStream?.getVideoTracks().length ?? 0) > 0 })
  }

  private async describe(): Promise<void> {
    await this.connection.setLocalDescription()
    if (!this.connection.localDescription || this.connection.signalingState === 'closed') return
    this.patience = setTimeout(this.ports.onFailed, CONNECT_LIMIT_MS)
    this.ports.signal({ ...this.connection.localDescription.toJSON(), connection: this.name })
    // The description names the ways that are known by now; a server may take its time to tell of others.
    this.connection.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) this.ports.signal({ type: 'way', candidate: candidate.toJSON() })
    })
    this.tellSends()
  }

  /** A connection that was closed meanwhile rejects its last step; that is no failure. */
  private attempt(steps: () => Promise<void>): void {
    this.last = this.last.then(steps).catch(() => {
      if (this.connection.signalingState !== 'closed') this.ports.onFailed()
    })
  }
}
