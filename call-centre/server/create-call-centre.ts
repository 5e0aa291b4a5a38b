import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Subject, type Observable } from 'rxjs'
import { createStaff, type Staff } from './accounts/staff'
import { demoLink, firstAdministratorLink, isAtHome, type NewStaff } from './accounts/way-in'
import { assemble } from './assemble'
import type { CentreConfig } from './config/centre-config'
import type { Secrets } from './config/needed-secrets'
import { secretsOf } from './config/read-secret'
import type { FaultBoard } from '../faults/fault-board'
import { withFaults } from '../faults/faulty-socket'
import { createFront } from './front'
import { healthRoutes } from './http/routes/health'
import { metricRoutes } from './http/routes/metrics'
import { openLanDoor } from './lan/lan-door'
import type { StaticRoots } from './http/static-pages'
import { createMedia, findTools } from '../media/create-media'
import type { MediaTools } from '../media/media-parts'
import { createCustomerBook } from './customers/customer-details'
import { Addresses } from './messages/addresses'
import { createMessages } from './messages/messages'
import { createSendMessage } from './messages/send-message'
import { createWeChatApp } from './wechat/wechat-app'
import { createIdentify } from './login/create-identify'
import { createLogin } from './login/login'
import { createTokens } from './login/tokens'
import type { CentreEvent, Observe } from './observe/events'
import { createMetrics } from './observe/metrics'
import { Outbox } from './records/outbox'
import { createRecordBook } from './records/record-book'
import { createRecordings, type Recordings } from './records/recordings'
import { createWebhook, webhookKeys } from './records/webhook'
import { stoppable, systemClock, type Clock } from './sessions/clock'
import { lastMoment } from './sessions/restore'
import { keepUp } from './upkeep'
import type { ClientSocket } from './signalling/client-socket'
import { folderStore } from './state/journal'
import { openState, type State } from './state/state'
import { memoryStore, type Store } from './state/store'
import { createStop, type Stop } from './stop'

export interface CallCentreOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** Default 127.0.0.1. */
  readonly host?: string
  /**
   * An address of the local network, and a port, default the same one, on which phones find log-in and signalling, and
   * nothing else. Default: no phone does.
   */
  readonly lan?: { readonly host: string; readonly port?: number }
  /** Default: no static files. */
  readonly staticRoots?: StaticRoots
  /** Faults worth a line. Default: nobody hears them. */
  readonly log?: (line: string) => void
  readonly clock?: Clock
  /** Calls in progress, records and the secret outlive the process in this folder. Default: nothing does. */
  readonly stateFolder?: string
  /** Instead of a folder. */
  readonly store?: Store
  /**
   * The store has failed, or belongs to another process: the centre has closed everything without a word, so that nobody
   * hears what is not kept. Start another one, which goes on with what is. Default: the log has a line about it.
   */
  readonly lost?: (fault: unknown) => void
  /** For tests: faults on the customers' sockets, and `POST /faults`. Default: none. */
  readonly faults?: { readonly board: FaultBoard; readonly restart: () => void }
  /** Default: the environment of the process. */
  readonly secrets?: Secrets
  /** How long a client may take for an opening or a request. Default 10,000. */
  readonly openingTimeoutMs?: number
}

export interface CallCentre extends Pick<Stop, 'drain' | 'close'> {
  /** Without a slash at the end. WebSockets: the same with `ws:`. */
  readonly url: string
  readonly port: number
  /** Where phones of the local network find it, likewise. Undefined: they do not. */
  readonly lanUrl: string | undefined
  /** What happens: each phase of each call, `ended` included, each log-in, each change of a customer's link. */
  readonly event$: Observable<CentreEvent>
  /**
   * An address that signs in as this account without a password, once; the account is made when there is none. For demos
   * and tests.
   * @throws when others than the people at this machine could reach the centre.
   */
  readonly signInLink: (who: NewStaff) => string
  /** An address where the first administrator chooses a password, once. Undefined: there is an administrator. */
  readonly firstAdministratorLink: () => string | undefined
}

/**
 * Starts a call centre: HTTP log-in, records and static files, and the WebSockets of customers, seats, operators and
 * rooms, all on one port.
 *
 * Rejects with the error of Node when the port cannot be had (`EADDRINUSE`, `EACCES`), with a `StateFault` when the
 * state folder cannot, with a `ConfigFault` when a secret that the configuration needs is not there.
 */
export async function createCallCentre(config: CentreConfig, options: CallCentreOptions = {}): Promise<CallCentre> {
  const { port = 0, host = '127.0.0.1', lan } = options
  const { app, waysIn, ...centre } = await openCentre(config, { ...options, host })
  try {
    await app.listen({ port, host })
    const { port: taken } = app.server.address() as AddressInfo
    const door = lan && (await openLanDoor(app.server, lan.host, lan.port ?? taken))
    app.server.once('close', () => door?.close())
    const url = `http${config.tls ? 's' : ''}://${host}:${taken}`
    return { url, port: taken, lanUrl: door?.url, ...waysIn(url), ...centre }
  } catch (fault) {
    await centre.close()
    throw fault
  }
}

/** A call centre that does not listen: whoever does leads requests and upgrades to `app.server`. */
export interface OpenCentre extends Pick<CallCentre, 'event$' | 'drain' | 'close'>, Pick<Stop, 'isReady'> {
  readonly app: FastifyInstance
  /** `url`: where browsers reach it, unless the configuration says so. */
  readonly waysIn: (url: string) => Pick<CallCentre, 'signInLink' | 'firstAdministratorLink'>
}

/** `host`: the name or address that is listened on. Rejects with a `StateFault` or a `ConfigFault`. */
export async function openCentre(config: CentreConfig, options: Placed): Promise<OpenCentre> {
  const tools = await findTools(config)
  let lose: (fault: unknown) => void = () => undefined
  const state = await openState(storeOf(options), (fault) => {
    lose(fault)
  })
  try {
    const { lost, staff, ...centre } = build(state, config, { ...options, tools })
    lose = lost
    return { ...centre, waysIn: (url) => waysIn(staff, config, options.host, url) }
  } catch (fault) {
    await state.close()
    throw fault
  }
}

function storeOf({ store, stateFolder }: CallCentreOptions): Store {
  return store ?? (stateFolder === undefined ? memoryStore() : folderStore(stateFolder))
}

/** The addresses that bring somebody in. */
function waysIn(
  staff: Staff,
  config: CentreConfig,
  host: string,
  url: string,
): Pick<CallCentre, 'signInLink' | 'firstAdministratorLink'> {
  const at = (path: string): string => `${config.publicUrl ?? url}${path}`
  return {
    signInLink(who) {
      if (!isAtHome(config, host)) throw new Error('A centre that others can reach signs nobody in without a password.')
      return at(demoLink(staff, who))
    },
    firstAdministratorLink() {
      const path = firstAdministratorLink(staff)
      return path === undefined ? undefined : at(path)
    },
  }
}

export interface Placed extends CallCentreOptions {
  readonly host: string
}

interface Built extends Omit<OpenCentre, 'waysIn'> {
  readonly lost: (fault: unknown) => void
  readonly staff: Staff
}

/** The whole centre, before it listens. */
function build(state: State, config: CentreConfig, options: Placed & { readonly tools: MediaTools }): Built {
  const { shelf, post } = state
  const { host, log = () => undefined, faults, secrets = secretsOf(process.env) } = options
  const clock = stoppable(options.clock ?? systemClock(lastMoment(shelf)), state.isHeld)
  const tokens = createTokens({ clock, shelf, secrets, tokenLifeMs: config.tokenLifeMs })
  const event$ = new Subject<CentreEvent>()
  const observe = event$.next.bind(event$)
  const recordings = createRecordings(config.recordings, clock, shelf)
  const { book, outbox } = recordsOf({ config, secrets, clock, shelf, post, log, observe, recordings })
  const dress = (socket: ClientSocket) => (faults ? withFaults(socket, { ...faults, clock }) : socket)
  const staff = createStaff({ shelf, clock })
  const media = createMedia({ config, secrets, clock, shelf, post, log, tools: options.tools })
  const details = createCustomerBook(config.customerDetails, clock, shelf)
  const wechat = createWeChatApp({ config, secrets, clock, shelf })
  const addresses = new Addresses(config.messages !== undefined, clock, shelf)
  const sendMessage = createSendMessage({ config: config.messages, wechat, addresses, log })
  const messages = createMessages({ config: config.messages, sendMessage, clock, shelf, post, addresses })
  const core = { config, clock, tokens, book, details, observe, shelf, media, post, staff, outbox, messages, addresses }
  const inside = assemble({ ...core, recordings, purge: state.purge, dress })
  const metrics = createMetrics(inside.picture, outbox)
  event$.subscribe(metrics.see)
  const identify = createIdentify({ wechat, clock, shelf, log })
  const login = createLogin(config, clock, tokens, identify, [details, addresses])
  const probes = [healthRoutes(() => stop.isReady()), metricRoutes(metrics, secrets('TCCC_METRICS_TOKEN'))]
  const front = createFront({ ...core, recordings, host, login, options, probes, ...inside })
  keepUp({ config, clock, state, tokens, aging: [book, recordings, details, addresses] })
  const closeDoors = (): Promise<unknown> => {
    outbox.stop()
    media.stop()
    return front.close()
  }
  const { abandon, ...stop } = createStop({ inside, clock, event$, closeStore: state.close, closeDoors })
  const lost = (fault: unknown): void => {
    log(fault instanceof Error ? fault.message : String(fault))
    void abandon().then(() => options.lost?.(fault))
  }
  return { app: front.app, staff, event$, lost, ...stop }
}

interface RecordParts extends Pick<State, 'shelf' | 'post'> {
  readonly config: CentreConfig
  readonly secrets: Secrets
  readonly clock: Clock
  readonly log: (line: string) => void
  readonly observe: Observe
  readonly recordings: Recordings
}

/** The book of the calls that are over, and the way of each record to the company's back end. */
function recordsOf({ config, secrets, clock, shelf, post, log, observe, recordings }: RecordParts) {
  const { sdkAppId, cdrPushUrl } = config
  const book = createRecordBook(
    sdkAppId,
    clock,
    ({ SessionId }) => {
      outbox.add(SessionId)
    },
    shelf,
    (sessionId) => {
      outbox.forget(sessionId)
      recordings.erase(sessionId)
    },
  )
  const keys = webhookKeys(secrets)
  const webhook = cdrPushUrl === undefined ? undefined : createWebhook(cdrPushUrl, keys, () => clock.date())
  const outbox = new Outbox({ webhook, book, clock, shelf, post, log, observe })
  return { book, outbox }
}
