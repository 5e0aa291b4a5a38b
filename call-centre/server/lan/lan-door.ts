import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serverOptions } from '../http/create-http'
import { refuse } from '../http/upgrades'
import { limits } from '../limits'

/**
 * What phones of the local network reach: what a customer's call needs, and whether anybody is there. Pages, sign-in,
 * seats and records stay on this machine.
 */
const opens: readonly string[] = ['GET /healthz', 'POST /login', 'WS /signalling']

export interface LanDoor {
  /** Without a slash at the end. */
  readonly url: string
  close(): void
}

/**
 * Listens on `host`, an address of the local network, and leads what it opens into `inside`. Rejects with the error of
 * Node when the port cannot be had.
 */
export async function openLanDoor(inside: Server, host: string, port: number): Promise<LanDoor> {
  const server = createServer(serverOptions(limits.patienceMs), (request, response) => {
    if (isOpen(request.method, request)) inside.emit('request', request, response)
    else response.writeHead(404, { connection: 'close' }).end()
  })
  server.on('upgrade', (request, raw, head) => {
    if (isOpen('WS', request)) {
      inside.emit('upgrade', request, raw, head)
      return
    }
    raw.on('error', () => undefined)
    refuse(raw, '404 Not Found')
  })
  server.listen(port, host)
  await once(server, 'listening')
  const { port: taken } = server.address() as AddressInfo
  return {
    url: `http://${host}:${taken}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

const isOpen = (method: string | undefined, { url }: IncomingMessage): boolean =>
  opens.includes(`${method ?? ''} ${(url ?? '/').replace(/[?#].*$/, '')}`)
