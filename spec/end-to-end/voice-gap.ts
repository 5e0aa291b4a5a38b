/** Measures, inside of a page, how long no voice came, whatever was said meanwhile: by the samples that came over the network. */

interface Kept {
  keptConnections?: RTCPeerConnection[]
}

/** From now on the connections that the page makes are at hand. Runs in the page, as the next. */
export const keepConnections = (): void => {
  const kept: RTCPeerConnection[] = []
  ;(window as Kept).keptConnections = kept
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      kept.push(this)
    }
  }
}

export interface Gap {
  /** The longest time in which no sample came that was not made up for one that was missing. */
  readonly longestMs: number
  /** Of all that should have come, what did not. */
  readonly missingMs: number
  /** How many connections the page has made so far. */
  readonly connections: number
}

/** For so long; the connections may be others in the end than at the beginning. */
export const measureGap = async (ms: number): Promise<Gap> => {
  const connections = (window as Kept).keptConnections ?? []
  const before = new Map<RTCPeerConnection, number>()
  /** Milliseconds of voice that have come since the last time. */
  const come = async (): Promise<number> => {
    let samples = 0
    for (const connection of connections) {
      if (connection.connectionState === 'closed') continue
      for (const report of (await connection.getStats()).values() as Iterable<Record<string, number | string>>) {
        if (report['type'] !== 'inbound-rtp' || report['kind'] !== 'audio') continue
        const real = Number(report['totalSamplesReceived'] ?? 0) - Number(report['concealedSamples'] ?? 0)
        samples += real - (before.get(connection) ?? 0)
        before.set(connection, real)
      }
    }
    return samples / 48
  }
  await come()
  const begin = performance.now()
  let [heardAt, longestMs, heardMs] = [begin, 0, 0]
  while (performance.now() - begin < ms) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const now = performance.now()
    const moreMs = await come()
    heardMs += moreMs
    if (moreMs < 10) continue
    longestMs = Math.max(longestMs, now - heardAt)
    heardAt = now
  }
  const end = performance.now()
  return {
    longestMs: Math.round(Math.max(longestMs, end - heardAt)),
    missingMs: Math.round(end - begin - heardMs),
    connections: connections.length,
  }
}
