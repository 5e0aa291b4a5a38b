/** Counts what a page leaves behind. Imported first, because it must see every socket, timer and track being made. */

/** What is open, running or live at this moment. */
export interface Audit {
  readonly liveTracks: number
  readonly sockets: number
  readonly connections: number
  readonly timers: number
}

const sockets = new Set<WebSocket>()
const connections = new Set<RTCPeerConnection>()
const tracks = new Set<MediaStreamTrack>()
const timers = new Set<unknown>()

const watchSockets = (): void => {
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      sockets.add(this)
      this.addEventListener('close', () => sockets.delete(this))
    }
  }
}

const watchConnections = (): void => {
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.add(this)
      this.addEventListener('track', ({ track }) => tracks.add(track))
    }
  }
}

const watchTracks = (): void => {
  if (!('mediaDevices' in navigator)) return
  const { mediaDevices } = navigator
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints)
    for (const track of stream.getTracks()) tracks.add(track)
    return stream
  }
}

const watchTimers = (): void => {
  const setTimeout = window.setTimeout.bind(window)
  const clearTimeout = window.clearTimeout.bind(window)
  const setInterval = window.setInterval.bind(window)
  const clearInterval = window.clearInterval.bind(window)
  const counted = {
    setTimeout(run: TimerHandler, ms?: number, ...rest: unknown[]): number {
      const fire = (): void => {
        timers.delete(id)
        if (typeof run === 'function') Reflect.apply(run, window, rest)
      }
      const id: number = setTimeout(fire, ms)
      timers.add(id)
      return id
    },
    setInterval(run: TimerHandler, ms?: number, ...rest: unknown[]): number {
      const id = setInterval(run, ms, ...rest)
      timers.add(id)
      return id
    },
    clearTimeout(id?: number): void {
      timers.delete(id)
      clearTimeout(id)
    },
    clearInterval(id?: number): void {
      timers.delete(id)
      clearInterval(id)
    },
  }
  Object.assign(window, counted)
}

watchSockets()
watchConnections()
watchTracks()
watchTimers()

/** The counts of this moment. */
export const audit = (): Audit => ({
  liveTracks: [...tracks].filter(({ readyState }) => readyState === 'live').length,
  sockets: [...sockets].filter(({ readyState }) => readyState !== WebSocket.CLOSED).length,
  connections: [...connections].filter(({ signalingState }) => signalingState !== 'closed').length,
  timers: timers.size,
})
