import { randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import type { Clock } from '../../server/sessions/clock'
import type { ClientSocket } from '../../server/signalling/client-socket'
import type { RoomNotice } from '../webrtc/browser/room-messages'
import type { Place } from '../webrtc/room-gateway'
import { hearingArgs, innerPayloadType, speakingArgs, speakingSdp } from './codecs'
import { answerDesk, type DeskPeer, type DeskPeerParts, type Way } from './desk-peer'
import type { Ffmpeg } from './ffmpeg'
import { keepRunning } from './keep-running'
import type { BridgeStreams } from './streams'
import {
  createDeskPace,
  createPhonePace,
  createThrottle,
  frameMs,
  frameTicks,
  type DeskFrame,
  type DeskPace,
} from './pace'
import { readRtp, writeRtp } from './rtp'

export interface BridgeParts {
  readonly clock: Clock
  readonly ffmpeg: Ffmpeg
  readonly peer: DeskPeerParts
  /** Enters the room; what it says is heard by the guest. */
  readonly enter: (guest: ClientSocket) => Place
  /** Where the streams are. */
  readonly serverUrl: string
  readonly streams: BridgeStreams
}

/** The desk hears after this that the phone says nothing any more: less than a second after its last word. */
const goneMs = 500

/** One call: what the phone publishes goes to the desk, and what the desk says is published for the phone. */
export class Bridge {
  private readonly socket: Socket = createSocket('udp4')
  private readonly place: Place
  /** By which our own ffmpeg is known among whatever reaches the port. */
  private readonly source = randomBytes(4).readUInt32BE()
  private readonly phonePace = createPhonePace()
  private readonly mayPass = createThrottle()
  private readonly deskPace: DeskPace
  private readonly first = randomBytes(4)
  private desk: { readonly userId: string; readonly peer: DeskPeer } | undefined
  private heardAt: number | undefined
  private spokenPort: number | undefined
  private spoken = 0
  private stopHearing: () => void = () => undefined
  private stopSpeaking: () => void = () => undefined
  private stopPassing: () => void = () => undefined

  constructor(private readonly parts: BridgeParts) {
    const { clock } = parts
    this.deskPace = createDeskPace(clock.now())
    this.place = parts.enter(this.guest())
    this.socket.on('error', () => undefined)
    this.socket.on('message', (packet) => {
      this.hearPhone(packet)
    })
    this.socket.bind(0, '127.0.0.1', () => {
      this.start()
    })
  }

  close(): void {
    this.stopPassing()
    this.stopHearing()
    this.stopSpeaking()
    this.dropDesk()
    this.place.leave()
    this.socket.close()
  }

  private start(): void {
    const { clock, ffmpeg, serverUrl, streams } = this.parts
    const { port } = this.socket.address()
    this.stopHearing = keepRunning(
      ffmpeg(() => ({ args: hearingArgs(`${serverUrl}/${streams.hear()}`, port, this.source) })),
      clock,
    )
    this.stopSpeaking = keepRunning(
      ffmpeg(async () => {
        this.spokenPort = await freePort()
        return { args: speakingArgs(`${serverUrl}/${streams.speak()}`), input: speakingSdp(this.spokenPort) }
      }),
      clock,
    )
    this.pass()
  }

  /** What only time brings: silence for the phone, and that nothing comes of it any more. */
  private pass(): void {
    const { clock } = this.parts
    const now = clock.now()
    this.speak(this.deskPace.pass(now))
    if (this.heardAt !== undefined && now - this.heardAt > goneMs) {
      this.heardAt = undefined
      this.tellVoice()
    }
    this.stopPassing = clock.after(frameMs, () => {
      this.pass()
    })
  }

  private hearPhone(packet: Buffer): void {
    const voiced = readRtp(packet)
    if (voiced?.ssrc !== this.source) return
    const now = this.parts.clock.now()
    const count = this.phonePace(voiced.ssrc, voiced.timestamp, now)
    const isBack = this.heardAt === undefined
    this.heardAt = now
    if (isBack) this.tellVoice()
    if (!this.mayPass(now) || !this.desk) return
    const [sequence, timestamp] = [this.first.readUInt16BE() + count, this.first.readUInt32BE() + count * frameTicks]
    const label = { payloadType: innerPayloadType, ssrc: this.source, sequence, timestamp }
    this.desk.peer.send(writeRtp(label, voiced.frame))
  }

  private hearDesk(said: DeskFrame): void {
    this.speak(this.deskPace.take(said, this.parts.clock.now()))
  }

  private speak(frames: readonly Buffer[]): void {
    for (const frame of frames) {
      const label = { payloadType: innerPayloadType, ssrc: this.source, sequence: this.spoken }
      const packet = writeRtp({ ...label, timestamp: this.spoken * frameTicks }, frame)
      this.spoken += 1
      if (this.spokenPort !== undefined) this.socket.send(packet, this.spokenPort, '127.0.0.1')
    }
  }

  private tellVoice(): void {
    if (this.desk) this.place.say(this.desk.userId, { type: 'sends', video: false, voice: this.heardAt !== undefined })
  }

  /** The room as a socket's other end. */
  private guest(): ClientSocket {
    return {
      send: (text) => {
        this.take(JSON.parse(text) as RoomNotice)
      },
      close: () => undefined,
      destroy: () => undefined,
      onFrame: () => undefined,
      onClose: () => undefined,
    }
  }

  private take(notice: RoomNotice): void {
    if (notice.type === 'room/peerLeft' && notice.userId === this.desk?.userId) this.dropDesk()
    if (notice.type !== 'room/signal') return
    const { from, data } = notice
    if (isOffer(data)) this.meet(from, data.sdp)
    else if (isWay(data) && from === this.desk?.userId) this.desk.peer.addWay(data.candidate)
  }

  /** An offer begins a new connection; the newest desk is the one that talks. */
  private meet(userId: string, offer: string): void {
    this.dropDesk()
    const peer = answerDesk(this.parts.peer, offer, {
      signal: (data) => {
        this.place.say(userId, data)
      },
      heard: (said) => {
        if (this.desk?.peer === peer) this.hearDesk(said)
      },
    })
    this.desk = { userId, peer }
    this.tellVoice()
  }

  private dropDesk(): void {
    this.desk?.peer.close()
    this.desk = undefined
  }
}

const isOffer = (data: unknown): data is { readonly sdp: string } =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'offer' && 'sdp' in data

const isWay = (data: unknown): data is { readonly candidate: Way } =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'way' && 'candidate' in data

/** One that ffmpeg can have; another program may be faster, and then ffmpeg ends and asks for the next. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createSocket('udp4')
    probe.once('error', failed)
    probe.bind(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => {
        found(port)
      })
    })
  })
}
