/** What stands behind `live-pusher`: it opens the microphone, enters the room and reports as a phone does. */
import { joinRoom, type JoinedRoom, type RoomListener } from '../../room/join-room'
import { closeStream, openMicrophone } from './microphone'
import { addRemoteStream, removeRemoteStream } from './remote-streams'
import { parseRoomAddress, playAddress, type RoomAddress } from './room-address'

export interface PusherReport {
  readonly status: (code: number, message?: string) => void
  readonly error: (errCode: number, errMsg: string) => void
  readonly netStatus: (info: object) => void
}

const MICROPHONE_FAILED = -1302
const MICROPHONE_REFUSED = 10002
const NET_STATUS_MS = 2000

const userList = (userId: string, hasAudio: boolean): string =>
  JSON.stringify({ userlist: [{ userid: userId, playurl: playAddress(userId), hasaudio: hasAudio, hasvideo: false }] })

const roomUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/room`

export class Pusher {
  private url = ''
  private microphoneOn = true
  private paused = false
  private stream: MediaStream | null = null
  private room: JoinedRoom | null = null
  private readonly peers = new Set<string>()
  private netStatusTimer: ReturnType<typeof setInterval> | undefined
  /** Counts the starts, so that a microphone which opens too late is closed again. */
  private starts = 0
  private running = false

  constructor(readonly report: PusherReport) {}

  /** A running pusher moves to the new address. */
  setUrl(url: string): void {
    if (url === this.url) return
    const wasRunning = this.running
    this.stop()
    this.url = url
    if (wasRunning) this.start()
  }

  setMicrophone(on: boolean): void {
    this.microphoneOn = on
    this.applyMicrophone()
  }

  setPaused(paused: boolean): void {
    this.paused = paused
    this.applyMicrophone()
  }

  start(): void {
    const address = parseRoomAddress(this.url)
    if (this.running || this.url === '') return
    if (address === null) {
      this.report.status(1022, 'no room address')
      return
    }
    this.running = true
    this.starts += 1
    const start = this.starts
    openMicrophone().then(
      (stream) => {
        if (start === this.starts && this.running) this.enter(address, stream)
        else closeStream(stream)
      },
      (error: unknown) => {
        if (start === this.starts && this.running) this.failToOpen(error)
      },
    )
  }

  /** Leaves the room and gives the microphone back at once. */
  stop(): void {
    if (!this.running) return
    const entered = this.room !== null
    this.running = false
    clearInterval(this.netStatusTimer)
    this.room?.leave()
    this.room = null
    closeStream(this.stream)
    this.stream = null
    for (const userId of this.peers) removeRemoteStream(playAddress(userId))
    this.peers.clear()
    if (entered) this.report.status(1019, 'room left')
  }

  private enter(address: RoomAddress, stream: MediaStream): void {
    this.stream = stream
    this.applyMicrophone()
    this.report.status(1001, 'connected')
    this.room = joinRoom({ url: roomUrl(), ...address, localStream: stream }, this.listener())
    this.netStatusTimer = setInterval(() => {
      this.report.netStatus({ netQualityLevel: this.peers.size > 0 ? 1 : 0 })
    }, NET_STATUS_MS)
  }

  private listener(): RoomListener {
    const { status } = this.report
    return {
      joined: () => {
        status(1018, 'room entered')
        status(1002, 'push begins')
      },
      peerJoined: (userId) => {
        this.peers.add(userId)
        status(1031, userList(userId, false))
      },
      remoteStream: (userId, stream) => {
        addRemoteStream(playAddress(userId), stream)
        status(1034, userList(userId, true))
      },
      peerLeft: (userId) => {
        this.peers.delete(userId)
        removeRemoteStream(playAddress(userId))
        status(1032, userList(userId, false))
      },
      lost: () => {
        status(1102, 'connection lost, entering again')
        status(1021, 'entering the room again')
      },
      refused: (message) => {
        status(1022, message)
        this.stop()
      },
    }
  }

  private failToOpen(error: unknown): void {
    this.stop()
    if (error instanceof DOMException && error.name === 'NotAllowedError') {
      this.report.error(MICROPHONE_REFUSED, 'the user refused the microphone')
    }
    this.report.status(MICROPHONE_FAILED, 'the microphone does not open')
  }

  private applyMicrophone(): void {
    for (const track of this.stream?.getAudioTracks() ?? []) track.enabled = this.microphoneOn && !this.paused
  }
}
