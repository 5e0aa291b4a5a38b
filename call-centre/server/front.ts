import type { FastifyInstance, FastifyPluginCallback } from 'fastify'
import type { Staff } from './accounts/staff'
import type { CentreConfig } from './config/centre-config'
import type { CustomerData } from './customers/customer-data'
import type { FaultBoard } from '../faults/fault-board'
import { originsOf } from './config/company-page'
import { createHttp } from './http/create-http'
import { createOrigins } from './http/origin'
import { accountRoutes } from './http/routes/accounts'
import { callRoutes } from './http/routes/calls'
import { customerRoutes } from './http/routes/customers'
import { deadLetterRoutes } from './http/routes/dead-letters'
import { faultRoutes } from './http/routes/faults'
import { keyRoutes } from './http/routes/keys'
import { logInRoutes } from './http/routes/log-in'
import { recordRoutes } from './http/routes/records'
import { recordingRoutes } from './http/routes/recordings'
import { signInRoutes } from './http/routes/sign-in'
import { createSignInCookie } from './http/sign-in-cookie'
import type { StaticRoots } from './http/static-pages'
import { acceptUpgrades, type Door } from './http/upgrades'
import type { LogIn } from './login/login'
import type { Tokens } from './login/tokens'
import type { Media } from '../media/media-parts'
import { limits } from './limits'
import type { Observe } from './observe/events'
import type { Outbox } from './records/outbox'
import type { RecordBook } from './records/record-book'
import type { Recordings } from './records/recordings'
import type { Clock } from './sessions/clock'
import type { Post } from './state/post'

interface FrontOptions {
  readonly staticRoots?: StaticRoots
  readonly log?: (line: string) => void
  /** Absent: nobody can arrange faults. */
  readonly faults?: { readonly board: FaultBoard }
  readonly openingTimeoutMs?: number
}

interface FrontParts {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly options: FrontOptions
  readonly host: string
  readonly login: LogIn
  readonly observe: Observe
  readonly book: RecordBook
  readonly outbox: Outbox
  readonly customers: CustomerData
  readonly recordings: Recordings
  readonly callerOf: (sessionId: string) => string | undefined
  readonly tokens: Tokens
  readonly media: Media
  readonly staff: Staff
  readonly post: Post
  readonly doors: Readonly<Record<string, Door>>
  /** What machines ask. */
  readonly probes: readonly FastifyPluginCallback[]
}

/** What the port leads to: HTTP, and the WebSockets beside it. It does not listen yet. */
export function createFront(parts: FrontParts): { readonly app: FastifyInstance; readonly close: () => Promise<void> } {
  const { config, options, host, login, observe, book, media, staff, post, doors, probes } = parts
  const { staticRoots = {}, log = () => undefined, faults, openingTimeoutMs = limits.patienceMs } = options
  const origins = createOrigins(config, host)
  const cookie = createSignInCookie(staff, origins)
  const app = createHttp({
    ...{ origins, cookie, staticRoots, log, timeoutMs: openingTimeoutMs },
    ...{ frameAncestors: config.frameAncestors, mediaHosts: media.hosts, tls: config.tls },
    pictureHosts: config.customerDetails.avatarHosts,
    frames: config.workstation.companyPage ? originsOf(config.workstation.companyPage) : [],
    routes: [
      ...[...probes, logInRoutes({ login, post, observe, origins }), recordRoutes({ book, staff, origins, post })],
      ...[signInRoutes({ staff, cookie, origins, post }), accountRoutes({ config, staff, origins, post })],
      ...[deadLetterRoutes, customerRoutes, keyRoutes, callRoutes, recordingRoutes].map((declare) =>
        declare({ ...parts, origins }),
      ),
      ...media.routes,
      ...(faults ? [faultRoutes(faults.board)] : []),
    ],
  })
  const closeSockets = acceptUpgrades(app.server, { origins, cookie, staff, doors })
  return {
    app,
    async close() {
      await Promise.all([closeSockets(), app.close()])
    },
  }
}
