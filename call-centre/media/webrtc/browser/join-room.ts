/** The two ends of a call meet here: phone and workstation join the same room, and hear and see each other by WebRTC. */
import { Peer } from './peer'
import type { Ice, RoomCommand, RoomNotice } from './room-messages'

export interface RoomOptions {
  /** The room's socket, for example `ws://127.0.0.1:8080/room`. */
  readonly url: string
  readonly roomId: string
  readonly userId: string
  readonly userSig: string
  /** What is sent; null sends nothing. */
  readonly localStream: MediaStream | null
}

/**
 * What is missing: the room; a way to a peer, as long as none was ever found in this visit; or the connection, once a voice
 * has flowed.
 */
export type Missing = 'room' | 'way' | 'connection'

export interface RoomListener {
  /** The room was entered: at first, and again after each `lost`. */
  joined?(): void
  peerJoined?(userId: string): void
  /** The voice that a peer sends; a new one replaces the old one, and one that went on is told again. */
  remoteStream?(userId: string, stream: MediaStream): void
  /** The picture that a peer sends from now on; null: none. */
  remoteVideo?(userId: string, track: MediaStreamTrack | null): void
  /** Unless it is the room: there was no connection to this peer, and it may come to try again. */
  peerLeft?(userId: string, what: Missing): void
  /** Nothing comes from a peer for the moment; its voice is told again when it does. */
  interrupted?(): void
  /**
   * The room's socket was lost while no voice goes on without it, or a connection was; the room is entered again without
   * being asked.
   */
  lost?(what: Missing): void
  /** The room does not let this user in; nothing more will come. */
  refused?(message: string): void
}

export interface JoinedRoom {
  /** Replaces the local tracks that are sent; null sends nothing. */
  setLocalStream(stream: MediaStream | null): Promise<void>
  /** The browser's figures of the connections, of all peers together. */
  stats(): Promise<readonly object[]>
  /** Closes the socket and every connection. The local stream is the caller's to stop. */
  leave(): void
}

const REJOIN_DELAY_MS = 300
/** Heartbeats that may be missing before the room counts as gone. */
const MISSING_BEATS = 2
/** Close code: nothing was heard for two heartbeats (PROTOCOL.md §3.5). The room keeps the place for a moment. */
const SILENT = 4408

class RoomVisit implements JoinedRoom {
  private readonly peers = new Map<string, Peer>()
  /** Tells the room that it is the same page which comes back. */
  private readonly visit = Math.random().toString(36).slice(2)
  private localStream: MediaStream | null
  private socket: WebSocket
  private rejoinTimer: ReturnType<typeof setTimeout> | undefined
  private silenceTimer: ReturnType<typeof setTimeout> | undefined
  private over = false
  private hasFlowed = false
  private ice: Ice = { iceServers: [], iceTransportPolicy: 'all' }

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

  async stats(): Promise<readonly object[]> {
    const reports = await Promise.all([...this.peers.values()].map((peer) => peer.stats()))
    return reports.flat()
  }

  leave(): void {
    this.over = true
    clearTimeout(this.rejoinTimer)
    clearTimeout(this.silenceTimer)
    this.socket.close()
    for (const userId of [...this.peers.keys()]) this.drop(userId)
  }

  private open(): WebSocket {
    const { url, roomId, userId, userSig } = this.options
    const socket = new WebSocket(url)
    socket.addEventListener('open', () => {
      const connections = [...this.peers.values()].flatMap(({ flowing, name }) => (flowing ? name : []))
      this.say({ type: 'room/join', roomId, userId, userSig, visit: this.visit, connections })
    })
    socket.addEventListener('message', ({ data }) => {
      if (!this.over) this.take(JSON.parse(String(data)) as RoomNotice)
    })
    socket.addEventListener('close', () => {
      this.lose(socket)
    })
    return socket
  }

  /** Voices go on between the two ends while only the room is away. */
  private lose(socket: WebSocket): void {
    const isFlowing = [...this.peers.values()].some(({ flowing }) => flowing !== null)
    if (this.rejoin(socket) && !isFlowing) this.listener.lost?.('room')
  }

  /** Once for each socket: the close event of one that was silent may come much later. */
  private rejoin(socket: WebSocket): boolean {
    if (this.over || socket !== this.socket || this.rejoinTimer !== undefined) return false
    clearTimeout(this.silenceTimer)
    this.rejoinTimer = setTimeout(() => {
      this.rejoinTimer = undefined
      this.socket = this.open()
    }, REJOIN_DELAY_MS)
    return true
  }

  private watch(heartbeatMs: number): void {
    clearTimeout(this.silenceTimer)
    const { socket } = this
    this.silenceTimer = setTimeout(() => {
      socket.close(SILENT)
      this.lose(socket)
    }, MISSING_BEATS * heartbeatMs)
  }

  private say(command: RoomCommand): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(command))
  }

  private take(notice: RoomNotice): void {
    switch (notice.type) {
      case 'room/beat':
        this.watch(notice.heartbeatMs)
        break
      case 'room/joined':
        this.enter(notice.peers, notice.resumed)
        break
      case 'room/ice':
        this.setIce(notice.ice)
        break
      case 'room/peerJoined':
        this.listener.peerJoined?.(notice.userId)
        break
      case 'room/peerLeft':
        this.miss(notice.userId)
        break
      case 'room/signal':
        this.hear(notice.from, notice.data)
        break
      case 'room/refused':
        this.leave()
        this.listener.refused?.(notice.message)
    }
  }

  private setIce(ice: Ice): void {
    this.ice = ice
    for (const peer of this.peers.values()) peer.setIce(ice)
  }

  private enter(present: readonly string[], resumed: boolean): void {
    for (const userId of [...this.peers.keys()]) {
      if (resumed && !present.includes(userId)) this.miss(userId)
      // A room that knows nothing of before may be that of a new process, and the peer on its way there. A peer that is
      // there already, and does not know of the connection, is another page.
      if (!resumed && present.includes(userId)) this.drop(userId)
    }
    this.listener.joined?.()
    for (const userId of present) this.meet(userId)
  }

  /** A connection that outlived the room goes on. */
  private meet(userId: string): void {
    const flowing = this.peers.get(userId)?.flowing
    if (flowing) this.listener.remoteStream?.(userId, flowing)
    else {
      this.listener.peerJoined?.(userId)
      this.connect(userId).offer()
    }
  }

  private miss(userId: string): void {
    const isUnconnected = this.peers.get(userId)?.unconnected === true
    this.drop(userId)
    this.listener.peerLeft?.(userId, isUnconnected ? this.unreached() : 'room')
  }

  private unreached(): Missing {
    return this.hasFlowed ? 'connection' : 'way'
  }

  /** An offer begins a new connection, an answer completes the one that was offered. */
  private hear(userId: string, data: unknown): void {
    const isOffer = typeof data === 'object' && data !== null && 'type' in data && data.type === 'offer'
    const peer = isOffer ? this.connect(userId) : this.peers.get(userId)
    peer?.take(data)
  }

  private connect(userId: string): Peer {
    this.drop(userId)
    const peer = new Peer(this.localStream, this.ice, {
      signal: (data) => {
        this.say({ type: 'room/signal', to: userId, data })
      },
      onStream: (stream) => {
        this.hasFlowed = true
        this.listener.remoteStream?.(userId, stream)
      },
      onVideo: (track) => this.listener.remoteVideo?.(userId, track),
      onInterrupted: () => this.listener.interrupted?.(),
      onFailed: () => {
        this.listener.lost?.(this.unreached())
        this.rejoin(this.socket)
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
