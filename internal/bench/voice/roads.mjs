/** Roads on loopback that lose: one for WebRTC's packets, one for RTMP's connections. */
import { createSocket } from 'node:dgram'
import { connect, createServer } from 'node:net'

/**
 * Each address of one end gets a door of its own at which the other end finds it, so that all packets of a call pass here.
 * `through` changes what the ends say of their addresses. Of `lose` (0 to 1) of the packets nothing arrives, each way.
 */
export const openUdpRoad = () => {
  const doors = new Map()
  let lose = 0
  const open = (host, port) => {
    const socket = createSocket('udp4')
    const listening = new Promise((ready) => socket.bind(0, '127.0.0.1', ready))
    socket.on('error', () => undefined)
    socket.on('message', (packet, from) => {
      if (Math.random() < lose) return
      const sender = doorOf(from.address, from.port)
      void sender.listening.then(() => sender.socket.send(packet, port, host))
    })
    return { socket, listening }
  }
  const doorOf = (host, port) => {
    const address = `${host} ${port}`
    if (!doors.has(address)) doors.set(address, open(host, port))
    return doors.get(address)
  }
  const portOf = async (host, port) => {
    const { socket, listening } = doorOf(host, port)
    await listening
    return socket.address().port
  }
  /** A way as SDP describes it; those of IPv6 and of TCP would lead past this road. */
  const way = /candidate:(\S+) (\d) udp (\d+) ([\d.]+) (\d+) /i
  const throughLine = async (line) => {
    if (!/^a=candidate:|^candidate:/.test(line)) return line
    const [found, foundation, part, priority, host, port] = way.exec(line) ?? []
    if (!found) return undefined
    return line.replace(
      found,
      `candidate:${foundation} ${part} udp ${priority} 127.0.0.1 ${await portOf(host, Number(port))} `,
    )
  }
  const throughSdp = async (sdp) => {
    const lines = await Promise.all(sdp.split('\r\n').map(throughLine))
    return lines.filter((line) => line !== undefined).join('\r\n')
  }
  return {
    /** What an end says to the room or hears from it; undefined: it may not be said. */
    through: async (text) => {
      const said = JSON.parse(text)
      const { data } = said
      if (data?.sdp) data.sdp = await throughSdp(data.sdp)
      if (data?.type !== 'way') return JSON.stringify(said)
      const line = await throughLine(data.candidate.candidate)
      if (line === undefined) return undefined
      data.candidate.candidate = line
      return JSON.stringify(said)
    },
    setLoss: (share) => (lose = share),
    setCut: (isCut) => (lose = isCut ? 1 : 0),
    close: () => {
      for (const { socket } of doors.values()) socket.close()
    },
  }
}

/** While it is cut what is sent waits in it, as TCP does with what is not acknowledged. */
export const openTcpRoad = async (target) => {
  const sockets = new Set()
  let isCut = false
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ]) {
      sockets.add(from)
      from.setNoDelay(true)
      from.on('data', (bytes) => to.write(bytes))
      from.on('error', () => to.destroy())
      from.on('close', () => (sockets.delete(from), to.destroy()))
      if (isCut) from.pause()
    }
  })
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    port: server.address().port,
    setCut: (cut) => {
      isCut = cut
      for (const socket of sockets) cut ? socket.pause() : socket.resume()
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
