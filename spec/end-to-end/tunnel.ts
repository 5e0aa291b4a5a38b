/** The road between the phone and the call centre: a train goes into a tunnel, and comes out again. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Tunnel {
  readonly url: string
  /** Nothing gets through, nothing is told: both ends keep a socket that is dead. */
  enter(): void
  /** What was open is gone now; what opens from now on gets through. */
  leave(): void
  close(): Promise<void>
}

/** Leads to the port of the call centre, and goes on doing so when that is started anew. */
export const digTunnel = async (port: number): Promise<Tunnel> => {
  const ends = new Set<Socket>()
  let inside = false
  const keep = (end: Socket) => {
    ends.add(end)
    end.on('error', () => undefined)
    end.on('close', () => ends.delete(end))
  }
  const server = createServer((phone) => {
    keep(phone)
    // A tunnel refuses nobody: it lets them wait.
    if (inside) return
    const centre = connect(port, '127.0.0.1')
    keep(centre)
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (data) => {
        if (!inside) to.write(data)
      })
      from.on('close', () => {
        if (!inside) to.destroy()
      })
    }
    pass(phone, centre)
    pass(centre, phone)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const destroyAll = () => {
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    enter: () => {
      inside = true
    },
    leave: () => {
      destroyAll()
      inside = false
    },
    close: () => {
      destroyAll()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
