/** The two ends of a call meet here: phone and workstation join the same room, and hear and see each other by WebRTC. */
import { Peer } from './peer'
import type { RoomCommand, RoomNotice } from './room-messages'

export interface RoomOptions {
  /** The room's socket, for example `ws://127.0.0.1:8080/room`. */
  readonly url: string
  readonly roomId: string
  readonly userId: string
  readonly userSig: string
  /** What is sent; null sends nothing. */
  readonly localStream: MediaStream | null
}

export interface RoomListener {
  /** The room was entered: at first, and again after each `lost`. */
  joined?(): void
  peerJoined?(userId: string): void
  /** The voice that a peer sends; a new one replaces the old one. */
  remoteStream?(userId: string, stream: MediaStream): void
  /** The picture that a peer sends from now on; null: none. */
  remoteVideo?(userId: string, track: MediaStreamTrack | null): void
  peerLeft?(userId: string): void
  /** The room's socket or a connection was lost; it is entered again without being asked. */
  lost?(): void
  /** The room does not let this user in; nothing more will come. */
  refused?(message: string): void
}

export interface JoinedRoom {
  /** Replaces the local tracks that are sent; null sends nothing. */
  setLocalStream(stream: MediaStream | null): Promise<void>
  /** Closes the socket and every connection. The local stream is the caller's to stop. */
  leave(): void
}

const REJOIN_DELAY_MS = 1000

class RoomVisit implements JoinedRoom {
  private readonly peers = new Map<string, Peer>()
  private localStream: MediaStream | null
  private socket: WebSocket
  private rejoinTimer: ReturnType<typeof setTimeout> | undefined
  private over = false

  constructor(
    private readonly options: RoomOptions,
    private readonly listener: RoomListener,
  ) {
    this.localStream = options.localStream
    this.socket = this.open()
  }

  async setLocalStream(stream: MediaStream | null): Promise<void> {
    this.localStream = stream
    await Promise.all([...this.peers.values()].map((peer) => peer.sendStream(stream)))
  }

  leave(): void {
    this.over = true
    clearTimeout(this.rejoinTimer)
    this.socket.close()
    for (const userId of [...this.peers.keys()]) this.drop(userId)
  }

  private open(): WebSocket {
    const { url, roomId, userId, userSig } = this.options
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      this.say({ type: 'room/join', roomId, userId, userSig })
    })
    socket.addEventListener('message', ({ data }) => {
      if (!this.over) this.take(JSON.parse(String(data)) as RoomNotice)
    })
    socket.addEventListener('close', () => {
      if (this.over) return
      // Voice goes on between the two ends meanwhile; only the room is away.
      this.listener.lost?.()
      this.rejoinTimer = setTimeout(() => {
        this.socket = this.open()
      }, REJOIN_DELAY_MS)
    })
    return socket
  }

  private say(command: RoomCommand): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(command))
  }

  private take(notice: RoomNotice): void {
    switch (notice.type) {
      case 'room/joined':
        this.enter(notice.peers)
        break
      case 'room/peerJoined':
        this.listener.peerJoined?.(notice.userId)
        break
      case 'room/peerLeft':
        this.drop(notice.userId)
        this.listener.peerLeft?.(notice.userId)
        break
      case 'room/signal':
        this.hear(notice.from, notice.data)
        break
      case 'room/refused':
        this.leave()
        this.listener.refused?.(notice.message)
    }
  }

  private enter(present: readonly string[]): void {
    for (const userId of [...this.peers.keys()]) this.drop(userId)
    this.listener.joined?.()
    for (const userId of present) {
      this.listener.peerJoined?.(userId)
      this.connect(userId).offer()
    }
  }

  /** An offer begins a new connection, an answer completes the one that was offered. */
  private hear(userId: string, data: unknown): void {
    const isOffer = typeof data === 'object' && data !== null && 'type' in data && data.type === 'offer'
    const peer = isOffer ? this.connect(userId) : this.peers.get(userId)
    peer?.take(data)
  }

  private connect(userId: string): Peer {
    this.drop(userId)
    const peer = new Peer(this.localStream, {
      signal: (data) => {
        this.say({ type: 'room/signal', to: userId, data })
      },
      onStream: (stream) => this.listener.remoteStream?.(userId, stream),
      onVideo: (track) => this.listener.remoteVideo?.(userId, track),
      onFailed: () => {
        this.socket.close()
      },
    })
    this.peers.set(userId, peer)
    return peer
  }

  private drop(userId: string): void {
    this.peers.get(userId)?.close()
    this.peers.delete(userId)
  }
}

/**
 * Joins a room. Nothing is thrown: what happens is told to the listener, until `leave` or `refused`.
 * The user's signature is sent in the first frame and is never part of an address.
 */
export const joinRoom = (options: RoomOptions, listener: RoomListener): JoinedRoom => new RoomVisit(options, listener)
