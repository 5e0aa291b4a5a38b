/** What stands behind `live-player`: it plays the stream of a play address and reports as a phone does. */
import { watchRemoteStream } from './remote-streams'

export interface PlayerReport {
  readonly status: (code: number, message?: string) => void
  readonly netStatus: (info: object) => void
}

/** An earpiece is held to the ear: quiet for everybody else. */
const VOLUMES = { speaker: 1, ear: 0.3 } as const
const NET_STATUS_MS = 2000

export class Player {
  private readonly audio = new Audio()
  private src = ''
  private unwatch: (() => void) | null = null
  private netStatusTimer: ReturnType<typeof setInterval> | undefined

  constructor(readonly report: PlayerReport) {
    this.audio.autoplay = true
    this.audio.addEventListener('playing', () => {
      this.report.status(2004, 'playing')
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
    this.audio.muted = muted
  }

  toggleMuted(): void {
    this.audio.muted = !this.audio.muted
  }

  /** Another sound has the phone, or gives it back. */
  setPaused(paused: boolean): void {
    if (paused) this.audio.pause()
    else if (this.audio.srcObject !== null) void this.audio.play()
  }

  setSoundMode(mode: string): void {
    this.audio.volume = mode === 'ear' ? VOLUMES.ear : VOLUMES.speaker
  }

  play(): void {
    if (this.unwatch !== null || this.src === '') return
    this.report.status(2001, 'connected')
    this.unwatch = watchRemoteStream(this.src, (stream) => {
      this.audio.srcObject = stream ?? null
      if (stream) this.report.status(2002, 'pulling begins')
    })
    this.netStatusTimer = setInterval(() => {
      this.report.netStatus({ netQualityLevel: this.audio.srcObject === null ? 0 : 1 })
    }, NET_STATUS_MS)
  }

  stop(): void {
    clearInterval(this.netStatusTimer)
    this.unwatch?.()
    this.unwatch = null
    this.audio.srcObject = null
  }
}
