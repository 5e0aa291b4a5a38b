/** The log-in of PROTOCOL.md §2. */
import { callError, type CallError } from '../errors/call-error'
import type { Locale } from '../errors/catalogue'
import type { ErrorCode } from '../errors/codes'
import type { PostJson } from './post-json'
import { isTicket, type Ticket, type Tickets } from './ticket'

export interface LogInOptions {
  /** The one-use code of `wx.login`. */
  readonly jsCode: string
  /** Default: the one that `configure` or the component's property set. */
  readonly sdkAppId?: string | number
  /** `encryptedData` and `iv` of the customer's profile. */
  readonly dataEnv?: string
  readonly dataIv?: string
  /** `encryptedData` and `iv` of the phone number. */
  readonly mobileEnv?: string
  readonly mobileIv?: string
}

export interface Customer {
  readonly userId: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export interface LogInPorts {
  readonly postJson: PostJson
  readonly tickets: Tickets
  readonly url: () => string
  readonly sdkAppId: () => string | null
  readonly locale: () => Locale
}

const CODES: ReadonlyMap<unknown, ErrorCode> = new Map([
  ['JS_CODE_INVALID', 'JS_CODE_INVALID'],
  ['SDK_APP_ID_UNKNOWN', 'SDK_APP_ID_UNKNOWN'],
  ['TOO_MANY_REQUESTS', 'TOO_BUSY'],
])

const field = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined

const ticketOf = (sdkAppId: string, body: unknown): Ticket | null => {
  const [token, expiresAt, userId] = [field(body, 'token'), field(body, 'expiresAt'), field(body, 'userId')]
  const ticket = { sdkAppId, token, expiresAt, userId }
  return isTicket(ticket) ? ticket : null
}

export const createLogIn = (ports: LogInPorts): ((options: LogInOptions) => Promise<Customer>) => {
  const running = new Map<string, Promise<Customer>>()
  const fail = (code: ErrorCode, cause?: string): CallError => callError(code, ports.locale(), cause)

  const failureOf = (status: number | 'hostNotAllowed' | 'noNetwork', body: unknown): CallError => {
    if (status === 'hostNotAllowed') return fail('HOST_NOT_ALLOWED', String(body))
    if (status === 'noNetwork') return fail('NETWORK', String(body))
    const code = field(body, 'code')
    return fail(CODES.get(code) ?? 'SERVER_ERROR', `HTTP ${String(status)} ${JSON.stringify(code ?? '')}`)
  }

  const request = (options: LogInOptions, sdkAppId: string): Promise<Customer> =>
    ports.postJson(ports.url(), { ...options, sdkAppId }).then(({ status, body }) => {
      if (status !== 200) throw failureOf(status, body)
      const ticket = ticketOf(sdkAppId, body)
      if (ticket === null) throw fail('SERVER_ERROR', 'the answer to the log-in holds no token')
      ports.tickets.keep(ticket)
      return { userId: ticket.userId, expiresAt: ticket.expiresAt }
    })

  return (options) => {
    const sdkAppId = String(options.sdkAppId ?? ports.sdkAppId() ?? '')
    if (sdkAppId === '') return Promise.reject(fail('SDK_APP_ID_MISSING'))
    if (!options.jsCode) return Promise.reject(fail('JS_CODE_MISSING'))
    const shared = running.get(sdkAppId)
    if (shared !== undefined) return shared
    const done = () => {
      running.delete(sdkAppId)
    }
    const started = request(options, sdkAppId)
    running.set(sdkAppId, started)
    started.then(done, done)
    return started
  }
}
