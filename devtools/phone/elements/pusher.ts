/** What stands behind `live-pusher`: it opens microphone and camera, enters the room and reports as a phone does. */
import { joinRoom, type JoinedRoom, type RoomListener } from '../../../call-centre/media/webrtc/browser/join-room'
import { Camera, type Facing } from './camera'
import { closeStream, openMicrophone } from './microphone'
import { netQuality, type PusherReport } from './phone-reports'
import { Peers } from './peers'
import { parseRoomAddress, type RoomAddress } from './room-address'

const MICROPHONE_FAILED = -1302
const MICROPHONE_REFUSED = 10002
const CAMERA_FAILED = -1301
const CAMERA_REFUSED = 10001
const CAMERA_OPENED = 1003
const FIRST_FRAME = 1007
const NET_STATUS_MS = 2000

const isRefusal = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotAllowedError'

const roomUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/room`

export class Pusher {
  private url = ''
  private microphoneOn = true
  private paused = false
  private stream: MediaStream | null = null
  private room: JoinedRoom | null = null
  private readonly peers = new Peers()
  private cameraOn = false
  private facing: Facing = 'front'
  private picture: MediaStreamTrack | null = null
  private readonly camera = new Camera({
    changed: (track) => {
      this.showPicture(track)
    },
    failed: (error) => {
      if (isRefusal(error)) this.report.error(CAMERA_REFUSED, 'the user refused the camera')
      this.report.status(CAMERA_FAILED, 'the camera does not open')
    },
  })
  private netStatusTimer: ReturnType<typeof setInterval> | undefined
  /** Counts the starts, so that a microphone which opens too late is closed again. */
  private starts = 0
  private running = false

  /** `preview` is shown the customer's own picture; null: none. */
  constructor(
    readonly report: PusherReport,
    private readonly preview: (track: MediaStreamTrack | null, facing: Facing) => void = () => undefined,
  ) {}

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

  setCamera(on: boolean): void {
    this.cameraOn = on
    this.applyCamera()
  }

  /** The camera that is opened first. */
  setFacing(facing: Facing): void {
    if (!this.running) this.facing = facing
  }

  /** To the other camera. False: it stays at this one. */
  async switchCamera(): Promise<boolean> {
    const before = this.facing
    this.facing = before === 'front' ? 'back' : 'front'
    const turned = this.picture !== null && (await this.camera.want(this.facing))
    if (!turned) this.facing = before
    return turned
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

  /** Leaves the room and gives microphone and camera back at once. */
  stop(): void {
    if (!this.running) return
    const entered = this.room !== null
    this.running = false
    clearInterval(this.netStatusTimer)
    this.room?.leave()
    this.room = null
    closeStream(this.stream)
    this.stream = null
    this.applyCamera()
    this.peers.clear()
    if (entered) this.report.status(1019, 'room left')
  }

  private enter(address: RoomAddress, stream: MediaStream): void {
    this.stream = stream
    this.applyMicrophone()
    this.report.status(1001, 'connected')
    this.room = joinRoom({ url: roomUrl(), ...address, localStream: stream }, this.listener())
    this.applyCamera()
    this.netStatusTimer = setInterval(() => {
      this.report.netStatus({ netQualityLevel: this.peers.size > 0 ? netQuality.local : 0 })
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
        status(1031, this.peers.join(userId))
      },
      remoteStream: (userId, stream) => {
        status(1034, this.peers.speak(userId, stream))
      },
      remoteVideo: (userId, track) => {
        status(1033, this.peers.show(userId, track))
      },
      peerLeft: (userId) => {
        status(1032, this.peers.leave(userId))
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
    if (isRefusal(error)) this.report.error(MICROPHONE_REFUSED, 'the user refused the microphone')
    this.report.status(MICROPHONE_FAILED, 'the microphone does not open')
  }

  private applyCamera(): void {
    void this.camera.want(this.room !== null && this.cameraOn ? this.facing : null)
  }

  private showPicture(track: MediaStreamTrack | null): void {
    this.picture = track
    this.preview(track, this.facing)
    const voice = this.stream?.getTracks() ?? []
    void this.room?.setLocalStream(new MediaStream(track === null ? voice : [...voice, track]))
    if (track === null) return
    this.report.status(CAMERA_OPENED, 'camera opened')
    this.report.status(FIRST_FRAME, 'first frame captured')
  }

  private applyMicrophone(): void {
    for (const track of this.stream?.getAudioTracks() ?? []) track.enabled = this.microphoneOn && !this.paused
  }
}
