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
import { createAdmission, type Admission, type Arrival } from './admission'
import type { Relay } from './relay'
import type { Holder } from './shard'
import type { Role } from './term'

interface Parts {
  /** Completes before the front is closed. */
  readonly role$: Observable<Role>
  readonly relay: Relay
  /** A leader that everybody takes for one could not be reached. */
  readonly unreached: (leader: Holder) => void
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
  /** `refused` instead of an answer, where it may be asked again. */
  readonly relay: (leader: Holder, onward: Duplex, refused: () => void) => void
  readonly refuse: (status: number) => void
}

/** The port of a node: what arrives goes in when the node leads, to the leader when it follows, and waits otherwise. */
export function createNodeFront({ role$, relay, unreached, ownId, tls, log }: Parts): NodeFront {
  let role: Role = { kind: 'waiting' }
  const admitted = new Map<Duplex, Admitted>()
  /** A leader whose lease is over becomes another role by being asked. */
  const present = (): Role => {
    if (role.kind === 'leading') role.isHeld()
    return role
  }
  const place = { present, relay, unreached, ownId, admitted }
  const admission = admissionAt(present)
  const arrive = (request: IncomingMessage, ways: Ways): void => {
    const sender = relay.judge(request, ownId)
    if (sender === 'forged') ways.refuse(421)
    else admission.arrive(arrival(ways, sender === 'stranger', place))
  }
  const server = createFrontServer({ tls, log, relay }, arrive, present)
  const sendAway = (stays: (leaderId: string) => boolean = () => false): void => {
    for (const { leaderId, line } of admitted.values()) if (!stays(leaderId)) line.destroy()
  }
  role$.subscribe((next) => {
    role = next
    sendAway((leaderId) => isStill(next, leaderId, ownId))
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

function admissionAt(present: () => Role): Admission {
  const patienceOf = (role: Role): number =>
    role.kind === 'waiting' && role.isCut ? limits.cutPatienceMs : limits.patienceMs
  const isOpen = (): boolean => present().kind !== 'waiting'
  return createAdmission({ isOpen, patienceMs: () => patienceOf(present()), clock: systemClock() })
}

/** Whether who is at this leader may stay there. As long as nobody else leads, a leader that is not reached may be there. */
function isStill(role: Role, leaderId: string, ownId: string): boolean {
  return role.kind === 'following' ? role.leader.id === leaderId : role.kind === 'waiting' && leaderId !== ownId
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

/** Who has gone in or was passed on: the leader at whom it is, and what ends there when somebody else leads. */
interface Admitted {
  readonly leaderId: string
  readonly line: Duplex
}

interface Place extends Pick<Parts, 'relay' | 'unreached' | 'ownId'> {
  readonly present: () => Role
  readonly admitted: Map<Duplex, Admitted>
}

function arrival({ socket, ...ways }: Ways, mayRelay: boolean, { present, admitted, ...place }: Place): Arrival {
  const enter = (leaderId: string, line: Duplex): void => {
    if (!admitted.has(socket)) socket.once('close', () => admitted.delete(socket))
    admitted.set(socket, { leaderId, line })
  }
  const passOn = (leader: Holder, again: () => void): void => {
    const unreached = (): void => {
      if (isStill(present(), leader.id, place.ownId)) place.unreached(leader)
      again()
    }
    place.relay.reach(leader).then((onward) => {
      if (isStill(present(), leader.id, place.ownId)) {
        enter(leader.id, onward)
        ways.relay(leader, onward, unreached)
      } else {
        onward.destroy()
        again()
      }
    }, unreached)
  }
  return {
    admit(again) {
      if (socket.destroyed) return
      const role = present()
      if (role.kind === 'leading') {
        enter(place.ownId, socket)
        ways.enter(role)
      } else if (role.kind === 'following' && mayRelay) passOn(role.leader, again)
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
    relay: (leader, onward) => {
      relay.request(request, response, leader, onward)
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
    relay: (leader, onward, refused) => {
      relay.upgrade({ request, raw, head }, leader, onward, refused)
    },
    refuse: (status) => raw.end(`HTTP/1.1 ${status} Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n`),
  }
}

/** Of this node alone: it is ready when it knows who leads. */
function probe({ url }: IncomingMessage, response: ServerResponse, kind: Role['kind']): void {
  const isGood = url === '/healthz' || kind !== 'waiting'
  response.writeHead(isGood ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ role: kind }))
}
