import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { assemble } from './assemble'
import type { CentreConfig } from './config/centre-config'
import { createRequestListener } from './http/request-listener'
import type { StaticRoots } from './http/static-files'
import { acceptUpgrades } from './http/upgrades'
import { createLogin } from './login/login'
import { createRecordPush } from './records/push-record'
import { createRecordBook } from './records/record-book'
import { systemClock, type Clock } from './sessions/clock'
import type { PhaseChange } from './sessions/session'
import { stoppable } from './sessions/stoppable-clock'

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
  /** Signs the tokens. Default: random, so that tokens end with the process. */
  readonly secret?: Buffer
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
 * Rejects with the error of Node when the port cannot be had (`EADDRINUSE`, `EACCES`).
 */
export async function createCallCentre(config: CentreConfig, options: CallCentreOptions = {}): Promise<CallCentre> {
  const { port = 0, host = '127.0.0.1', staticRoots = {}, log = () => undefined } = options
  const clock = stoppable(options.clock ?? systemClock)
  const secret = options.secret ?? randomBytes(32)
  const listeners = new Set<(change: PhaseChange) => void>()
  const phase = (change: PhaseChange): void => {
    for (const listener of listeners) listener(change)
  }
  const push = createRecordPush(config.cdrPushUrl, clock, log)
  const book = createRecordBook(config.sdkAppId, clock, push.push)
  const { signalling, doors } = assemble({ config, clock, secret, book, phase })
  const login = createLogin(config, clock, secret)
  const server = createServer(createRequestListener({ login, records: book.records, staticRoots, host }))
  const closeSockets = acceptUpgrades(server, host, doors)
  const taken = await listen(server, port, host)
  return {
    url: `http://${host}:${taken}`,
    port: taken,
    onSession(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close({ spreadMs = 1_000 } = {}) {
      signalling.goAway(spreadMs)
      const closed = new Promise((done) => server.close(done))
      await closeSockets()
      push.stop()
      clock.stop()
      server.closeAllConnections()
      await closed
    },
  }
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
