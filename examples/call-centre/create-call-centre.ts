import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { assemble } from './assemble'
import type { CentreConfig } from './config/centre-config'
import type { FaultBoard } from './faults/fault-board'
import { withFaults } from './faults/faulty-socket'
import { createRequestListener } from './http/request-listener'
import type { StaticRoots } from './http/static-files'
import { acceptUpgrades } from './http/upgrades'
import { createLogin } from './login/login'
import { createRecordPush } from './records/push-record'
import { createRecordBook } from './records/record-book'
import { systemClock, type Clock } from './sessions/clock'
import type { PhaseChange } from './sessions/session'
import { stoppable } from './sessions/stoppable-clock'
import type { ClientSocket } from './signalling/client-socket'
import { openJournal } from './state/journal'
import { createPost, openPost } from './state/post'
import { noShelf, type Shelf } from './state/shelf'

export interface CallCentreOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Default 127.0.0.1. */
  readonly host?: string
  /** Default: no static files. */
  readonly staticRoots?: StaticRoots
  /** Faults worth a line. Default: nobody hears them. */
  readonly log?: (line: string) => void
  readonly clock?: Clock
  /** Calls in progress, records and the secret outlive the process in this folder. Default: nothing does. */
  readonly stateFolder?: string
  /** For tests: faults on the customers' sockets, and `POST /faults`. Default: none. */
  readonly faults?: { readonly board: FaultBoard; readonly restart: () => void }
  /** How long a client may take for an opening or a request. Default 10,000. */
  readonly openingTimeoutMs?: number
}

export interface CallCentre {
  /** Without a slash at the end. WebSockets: the same with `ws:`. */
  readonly url: string
  readonly port: number
  /** Hears of each phase of each call, `ended` included. The answer stops it. */
  onSession(listener: (change: PhaseChange) => void): () => void
  /** Closes everything. Clients are asked to come back within `spreadMs`, default 1000. */
  close(options?: { readonly spreadMs?: number }): Promise<void>
}

/**
 * Starts a call centre: HTTP log-in, records and static files, and the WebSockets of customers, seats, operators and
 * rooms, all on one port. For development and tests.
 *
 * Rejects with the error of Node when the port cannot be had (`EADDRINUSE`, `EACCES`), with a `StateFault` when the
 * state folder cannot.
 */
export async function createCallCentre(config: CentreConfig, options: CallCentreOptions = {}): Promise<CallCentre> {
  const { port = 0, host = '127.0.0.1', openingTimeoutMs = 10_000 } = options
  const server = createServer({
    headersTimeout: openingTimeoutMs,
    requestTimeout: openingTimeoutMs,
    connectionsCheckingInterval: Math.ceil(openingTimeoutMs / 10),
  })
  const taken = await listen(server, port, host)
  try {
    return { url: `http://${host}:${taken}`, port: taken, ...open(server, config, { ...options, host }) }
  } catch (fault) {
    server.close()
    throw fault
  }
}

function open(
  server: Server,
  config: CentreConfig,
  options: CallCentreOptions & { readonly host: string },
): Pick<CallCentre, 'onSession' | 'close'> {
  const { host, staticRoots = {}, log = () => undefined, stateFolder, faults } = options
  const clock = stoppable(options.clock ?? systemClock)
  const shelf = stateFolder === undefined ? noShelf : openJournal(stateFolder)
  const post = stateFolder === undefined ? openPost : createPost(shelf)
  const secret = secretOf(shelf)
  const listeners = new Set<(change: PhaseChange) => void>()
  const phase = (change: PhaseChange): void => {
    for (const listener of listeners) listener(change)
  }
  const push = createRecordPush(config.cdrPushUrl, clock, log)
  const book = createRecordBook(config.sdkAppId, clock, push.push, shelf)
  const dress = (socket: ClientSocket) => (faults ? withFaults(socket, { ...faults, clock }) : socket)
  const { signalling, doors } = assemble({ config, clock, secret, book, phase, shelf, post, dress })
  const login = createLogin(config, clock, secret, shelf)
  const routes = { login, post, records: book.records, staticRoots, host, board: faults?.board }
  server.on('request', createRequestListener(routes))
  const closeSockets = acceptUpgrades(server, host, doors)
  return {
    onSession(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close({ spreadMs = 1_000 } = {}) {
      signalling.goAway(spreadMs)
      post.flush()
      // Before the seats' pages are sent away, or their calls would go back to the queue.
      shelf.close()
      push.stop()
      await closeServer(server, closeSockets)
      clock.stop()
    },
  }
}

async function closeServer(server: Server, closeSockets: () => Promise<void>): Promise<void> {
  const closed = new Promise((done) => server.close(done))
  await closeSockets()
  server.closeAllConnections()
  await closed
}

/** Signs the tokens: a centre that keeps its state keeps the log-ins good. */
function secretOf(shelf: Shelf): Buffer {
  const kept = shelf.all('secret').get('token')
  const secret = typeof kept === 'string' ? Buffer.from(kept, 'base64url') : randomBytes(32)
  shelf.put('secret', 'token', () => secret.toString('base64url'))
  shelf.commit()
  return secret
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
