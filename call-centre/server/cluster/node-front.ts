import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Observable } from 'rxjs'
import type { TlsConfig } from '../config/centre-config'
import { whenRead } from '../http/read-to-end'
import { createServer } from '../http/server'
import { limits } from '../limits'
import { systemClock } from '../sessions/clock'
import { createAdmission, type Arrival } from './admission'
import type { Relay } from './relay'
import type { Holder } from './shard'
import type { Role } from './term'

interface Parts {
  /** Completes before the front is closed. */
  readonly role$: Observable<Role>
  readonly relay: Relay
  readonly ownId: string
  readonly tls: TlsConfig | undefined
  readonly log: (line: string) => void
}

export interface NodeFront {
  /** Resolves with the port. */
  listen(port: number, host: string): Promise<number>
  close(spreadMs: number): Promise<void>
}

/** Where something that has arrived may go. */
interface Ways {
  readonly socket: Duplex
  readonly enter: (role: Extract<Role, { kind: 'leading' }>) => void
  readonly relay: (leader: Holder) => void
  readonly refuse: (status: number) => void
}

/** The port of a node: what arrives goes in when the node leads, to the leader when it follows, and waits otherwise. */
export function createNodeFront({ role$, relay, ownId, tls, log }: Parts): NodeFront {
  let role: Role = { kind: 'waiting' }
  /** Who has gone in or was passed on, and has to leave when that is over. */
  const admitted = new Set<Duplex>()
  /** A leader whose lease is over becomes another role by being asked. */
  const present = (): Role => {
    if (role.kind === 'leading') role.isHeld()
    return role
  }
  const admission = createAdmission({ isOpen: () => present().kind !== 'waiting', clock: systemClock() })
  const arrive = (request: IncomingMessage, ways: Ways): void => {
    const sender = relay.judge(request, ownId)
    if (sender === 'forged') ways.refuse(421)
    else admission.arrive(arrival(ways, sender === 'stranger', present, admitted))
  }
  const server = createFrontServer({ tls, log, relay }, arrive, present)
  const sendAway = (): void => {
    for (const socket of admitted) socket.destroy()
  }
  role$.subscribe((next) => {
    role = next
    sendAway()
    admission.wake()
  })
  return {
    async listen(port, host) {
      server.listen(port, host)
      await once(server, 'listening')
      return (server.address() as AddressInfo).port
    },
    async close(spreadMs) {
      server.close()
      if (role.kind === 'leading') await role.centre.close({ spreadMs })
      sendAway()
      server.closeAllConnections()
    },
  }
}

function createFrontServer(
  { tls, log, relay }: Pick<Parts, 'tls' | 'log' | 'relay'>,
  arrive: (request: IncomingMessage, ways: Ways) => void,
  present: () => Role,
): Server {
  const server = createServer(
    (request, response) => {
      if (request.url === '/readyz' || request.url === '/healthz') probe(request, response, present().kind)
      else arrive(request, requestWays(request, response, relay))
    },
    { requestTimeout: 2 * limits.patienceMs, headersTimeout: limits.patienceMs },
    tls,
    log,
  )
  server.on('upgrade', (request, raw, head) => {
    raw.on('error', () => undefined)
    arrive(request, upgradeWays(request, raw, head, relay, present))
  })
  return server
}

function arrival({ socket, ...ways }: Ways, mayRelay: boolean, present: () => Role, admitted: Set<Duplex>): Arrival {
  return {
    admit() {
      if (socket.destroyed) return
      if (!admitted.has(socket)) socket.once('close', () => admitted.delete(socket))
      admitted.add(socket)
      const role = present()
      if (role.kind === 'leading') ways.enter(role)
      else if (role.kind === 'following' && mayRelay) ways.relay(role.leader)
      else ways.refuse(503)
    },
    refuse() {
      ways.refuse(503)
    },
  }
}

function requestWays(request: IncomingMessage, response: ServerResponse, relay: Relay): Ways {
  return {
    socket: request.socket,
    enter: ({ centre }) => centre.app.server.emit('request', request, response),
    relay: (leader) => {
      relay.request(request, response, leader)
    },
    refuse(status) {
      whenRead(request, (isWhole) => {
        response.writeHead(status, { 'retry-after': '1', ...(isWhole ? {} : { connection: 'close' }) }).end()
      })
    },
  }
}

function upgradeWays(request: IncomingMessage, raw: Duplex, head: Buffer, relay: Relay, present: () => Role): Ways {
  return {
    socket: raw,
    enter({ centre }) {
      // Before anybody else: what a node reads after its lease is not heard.
      raw.prependListener('data', present)
      centre.app.server.emit('upgrade', request, raw, head)
    },
    relay: (leader) => {
      relay.upgrade(request, raw, head, leader)
    },
    refuse: (status) => raw.end(`HTTP/1.1 ${status} Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n`),
  }
}

/** Of this node alone: it is ready when it knows who leads. */
function probe({ url }: IncomingMessage, response: ServerResponse, kind: Role['kind']): void {
  const isGood = url === '/healthz' || kind !== 'waiting'
  response.writeHead(isGood ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ role: kind }))
}
