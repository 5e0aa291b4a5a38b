import { soundsPlaying } from './wx/inner-audio'

/** Counts what the phone holds, so that a test can see that a call leaves nothing behind. */
export interface Audit {
  readonly sockets: number
  readonly timers: number
  /** Listeners at `wx`, such as `wx.onAppShow`. */
  readonly listeners: number
  /** Live tracks of the microphone and the camera. */
  readonly tracks: number
  /** WebRTC connections. */
  readonly connections: number
  /** Sounds of the page's own. */
  readonly sounds: number
}

const sockets = new Set<WebSocket>()
const connections = new Set<RTCPeerConnection>()
const tracks = new Set<MediaStreamTrack>()
const timers = new Set<number>()

const countSockets = (): void => {
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets.add(this)
      this.addEventListener('close', () => sockets.delete(this))
    }
  }
}

const countConnections = (): void => {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.add(this)
    }
  }
}

const countTracks = (): void => {
  // Absent where the page is not a secure context; live-pusher then reports the microphone as refused.
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices }
  if (!mediaDevices) return
  const capture = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await capture(constraints)
    for (const track of stream.getTracks()) tracks.add(track)
    return stream
  }
}

type Task = (...given: unknown[]) => void

const countTimers = (): void => {
  const startTimeout = window.setTimeout.bind(window)
  const startInterval = window.setInterval.bind(window)
  const counted = (id: number): number => {
    timers.add(id)
    return id
  }
  const clearing = (clear: (id?: number) => void) => (id?: number) => {
    if (id !== undefined) timers.delete(id)
    clear(id)
  }
  Object.assign(window, {
    setTimeout: (task: Task, delayMs?: number, ...given: unknown[]) => {
      const run = () => {
        timers.delete(id)
        task(...given)
      }
      const id = counted(startTimeout(run, delayMs))
      return id
    },
    setInterval: (task: Task, delayMs?: number, ...given: unknown[]) => counted(startInterval(task, delayMs, ...given)),
    clearTimeout: clearing(window.clearTimeout.bind(window)),
    clearInterval: clearing(window.clearInterval.bind(window)),
  })
}

/** Wraps what a browser gives out. Called once, before anything else runs. */
export const startAudit = (): void => {
  countSockets()
  countConnections()
  countTracks()
  countTimers()
}

export const audit = (listeners: number): Audit => ({
  sockets: sockets.size,
  timers: timers.size,
  listeners,
  tracks: [...tracks].filter((track) => track.readyState === 'live').length,
  connections: [...connections].filter((connection) => connection.signalingState !== 'closed').length,
  sounds: soundsPlaying(),
})
