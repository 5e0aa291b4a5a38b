/** A network between the client's sockets and a server: slow, cut, silent or refusing, as a story wants it. */
import { Subject } from 'rxjs'
import type { OpenSocket, SocketEvent } from '../../../lib/link/socket'
import type { Clock } from './clock'

/** The server's end of a socket. */
export interface Peer {
  readonly protocols: readonly string[]
  send(frame: string): void
  close(code: number, reason: string): void
  /** Set by the server. */
  onFrame(frame: string): void
  onClose(code: number): void
}

/** `up`; `down`: refused at once; `mute`: the socket opens and nobody answers; `deaf`: the opening gets no answer. */
export type Weather = 'up' | 'down' | 'mute' | 'deaf'

const LATENCY_MS = 15
const OPEN_TIMEOUT_MS = 10_000
const FLAP_MS = 4_000
/** Far more than any sane client needs in one story. */
const MOST_OPENINGS = 3_000

export interface Network {
  weather: Weather
  readonly openSocket: OpenSocket
  /** Sockets that the client has neither closed nor lost. */
  readonly open: { now: number; most: number; times: number[] }
  /** Cuts what is connected: at once told to the client, or not at all. */
  cut(told: boolean): void
  /** Loses the next frame to the client: what nobody expects of a socket, and what a broken proxy does. */
  loseNext(): void
  /** The client is heard and hears nothing, for a second; then the socket is torn. */
  deafen(): void
  /** For a minute, no socket lives longer than four seconds. */
  flap(): void
  /** Puts this frame on the wire to the client. */
  inject(frame: string): void
  /** Repeats the frame that went to the client last, on the same socket. */
  repeat(): void
  /** Repeats the frame that came from the client last. */
  repeatSaid(): void
}

interface Cable {
  alive: boolean
  readonly peer: Peer
  /** The frame that went to the client last. */
  last: string
  /** The frame that came from the client last. */
  said: string
  /** The welcome has arrived: before the true one a false one would be believed. */
  isWelcome: boolean
  /** Nothing reaches the client any more. */
  isDeaf: boolean
  readonly deliver: (event: SocketEvent) => void
}

export const createNetwork = (clock: Clock, accept: (peer: Peer) => void): Network => {
  const open = { now: 0, most: 0, times: [] as number[] }
  const cables = new Set<Cable>()
  let losing = false

  const plug = (protocols: readonly string[], event$: Subject<SocketEvent>): { cable: Cable; shut: () => boolean } => {
    let isOpen = true
    const shut = () => {
      if (!isOpen) return false
      isOpen = false
      open.now -= 1
      return true
    }
    const deliver = (event: SocketEvent) => {
      if (!isOpen) return
      if (event.type === 'closed') shut()
      event$.next(event)
      if (event.type === 'closed') event$.complete()
    }
    const travel = (event: SocketEvent) => {
      clock.after(LATENCY_MS, () => {
        if (cable.alive && !cable.isDeaf) deliver(event)
        if (event.type === 'frame' && event.frame.includes('link/welcome')) cable.isWelcome = cable.alive
        if (event.type === 'closed') cables.delete(cable)
      })
    }
    const send = (frame: string) => {
      cable.last = frame
      if (!losing) travel({ type: 'frame', frame })
      losing = false
    }
    const close = (code: number, reason: string) => {
      travel({ type: 'closed', code, reason })
    }
    const peer: Peer = { protocols, send, close, onFrame: () => undefined, onClose: () => undefined }
    const cable: Cable = { alive: true, peer, last: '', said: '', isWelcome: false, isDeaf: false, deliver }
    cables.add(cable)
    return { cable, shut }
  }

  const tear = (cable: Cable, told: boolean) => {
    if (!cable.alive) return
    cable.alive = false
    if (told) {
      cable.deliver({ type: 'closed', code: 1006, reason: 'cut' })
      cable.peer.onClose(1006)
    }
  }

  const connect = (cable: Cable) => {
    if (network.weather === 'down') clock.after(20, () => cable.deliver({ type: 'closed', code: 1006, reason: 'down' }))
    if (network.weather === 'deaf') {
      clock.after(OPEN_TIMEOUT_MS, () => cable.deliver({ type: 'closed', code: 1006, reason: 'timeout' }))
    }
    if (network.weather === 'mute') clock.after(LATENCY_MS, () => cable.deliver({ type: 'open' }))
    if (network.weather !== 'up') {
      cable.alive = false
      return
    }
    clock.after(2 * LATENCY_MS, () => {
      if (!cable.alive) return
      cable.deliver({ type: 'open' })
      accept(cable.peer)
    })
  }

  const network: Network = {
    weather: 'up',
    open,
    openSocket: (_, protocols) => {
      open.now += 1
      open.most = Math.max(open.most, open.now)
      open.times.push(clock.now())
      if (open.times.length > MOST_OPENINGS) throw new Error('the client opens sockets without end')
      const event$ = new Subject<SocketEvent>()
      const { cable, shut } = plug(protocols, event$)
      connect(cable)
      const onTheWay = (arrive: () => void) => {
        clock.after(LATENCY_MS, () => {
          if (cable.alive) arrive()
        })
      }
      return {
        event$,
        send: (frame) => {
          cable.said = frame
          if (cable.alive) onTheWay(() => cable.peer.onFrame(frame))
        },
        close: (code) => {
          if (shut()) onTheWay(() => cable.peer.onClose(code))
        },
      }
    },
    cut: (told) => {
      cables.forEach((cable) => tear(cable, told))
    },
    loseNext: () => {
      losing = true
    },
    deafen: () => {
      cables.forEach((cable) => {
        cable.isDeaf = true
        clock.after(1_000, () => tear(cable, true))
      })
    },
    flap: () => {
      for (let ms = FLAP_MS; ms <= 60_000; ms += FLAP_MS) clock.after(ms, () => network.cut(true))
    },
    inject: (frame) => {
      cables.forEach((cable) => {
        if (cable.alive && cable.isWelcome) cable.deliver({ type: 'frame', frame })
      })
    },
    repeat: () => {
      cables.forEach(({ alive, isWelcome, deliver, last }) => {
        if (alive && isWelcome) deliver({ type: 'frame', frame: last })
      })
    },
    repeatSaid: () => {
      cables.forEach((cable) => {
        const { said } = cable
        if (said === '') return
        clock.after(LATENCY_MS, () => {
          if (cable.alive) cable.peer.onFrame(said)
        })
      })
    },
  }
  return network
}
