/** What stands behind `live-player`: it plays the stream of a play address and reports as a phone does. */
import { netQuality } from './phone-reports'
import { watchRemoteStream } from './remote-streams'

export interface PlayerReport {
  readonly status: (code: number, message?: string) => void
  readonly netStatus: (info: object) => void
}

/** The picture inside of a media tag. */
export const createPicture = (): HTMLVideoElement => {
  const picture = document.createElement('video')
  picture.className = 'wx-picture'
  picture.autoplay = true
  picture.playsInline = true
  return picture
}

/** An earpiece is held to the ear: quiet for everybody else. */
const VOLUMES = { speaker: 1, ear: 0.3 } as const
const NET_STATUS_MS = 2000

export class Player {
  /** To be shown in the tag. */
  readonly picture = createPicture()
  private src = ''
  private unwatch: (() => void) | null = null
  private netStatusTimer: ReturnType<typeof setInterval> | undefined

  constructor(readonly report: PlayerReport) {
    this.picture.addEventListener('playing', () => {
      this.report.status(2004, 'playing')
    })
    this.picture.addEventListener('resize', () => {
      const { videoWidth, videoHeight } = this.picture
      // The picture of a stream that has none any more.
      if (videoWidth > 0) this.showFirstFrame(`${videoWidth} × ${videoHeight}`)
    })
  }

  /** A running player moves to the new address. */
  setSrc(src: string): void {
    if (src === this.src) return
    const wasRunning = this.unwatch !== null
    this.stop()
    this.src = src
    if (wasRunning) this.play()
  }

  setMuted(muted: boolean): void {
    this.picture.muted = muted
  }

  toggleMuted(): void {
    this.picture.muted = !this.picture.muted
  }

  setObjectFit(fit: string): void {
    this.picture.style.objectFit = fit === 'fillCrop' ? 'cover' : 'contain'
  }

  /** Another sound has the phone, or gives it back. */
  setPaused(paused: boolean): void {
    if (paused) this.picture.pause()
    else if (this.picture.srcObject !== null) void this.picture.play()
  }

  setSoundMode(mode: string): void {
    this.picture.volume = mode === 'ear' ? VOLUMES.ear : VOLUMES.speaker
  }

  play(): void {
    if (this.unwatch !== null || this.src === '') return
    this.report.status(2001, 'connected')
    this.unwatch = watchRemoteStream(this.src, (stream) => {
      this.picture.srcObject = stream ?? null
      if (stream) this.report.status(2002, 'pulling begins')
    })
    this.netStatusTimer = setInterval(() => {
      this.report.netStatus({ netQualityLevel: this.picture.srcObject === null ? 0 : netQuality.remote })
    }, NET_STATUS_MS)
  }

  private showFirstFrame(size: string): void {
    this.report.status(2003, 'first packet of video')
    this.report.status(2009, size)
    this.report.status(2032, 'first frame rendered')
  }

  stop(): void {
    clearInterval(this.netStatusTimer)
    this.unwatch?.()
    this.unwatch = null
    this.picture.srcObject = null
  }
}
