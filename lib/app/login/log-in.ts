/** One log-in at a time, whatever the gateway, and what it yields is kept. */
import { timer } from 'rxjs'
import { callError, type CallError, isCallError } from '../../errors/call-error'
import type { Locale } from '../../errors/catalogue'
import type { ErrorCode } from '../../errors/codes'
import type { Credential, Gateway, LogInRequest } from '../../link/gateway'
import { isTicket, MARGIN_MS, type Owner, type Tickets } from './ticket'

export type LogInOptions = Omit<LogInRequest, 'sdkAppId'> & {
  /** Default: the one that `configure` or the component's property set. */
  readonly sdkAppId?: string | number
}

export interface Customer {
  readonly userId: string
  /** Epoch milliseconds; on the clock of this phone where the call centre says how long the log-in lasts. */
  readonly expiresAt: number
}

export interface LogInPorts {
  readonly gateway: () => Pick<Gateway, 'logIn'>
  readonly tickets: Pick<Tickets, 'keep'>
  readonly owner: () => Owner
  readonly locale: () => Locale
}

export interface LogIn {
  readonly logIn: (options: LogInOptions) => Promise<Customer>
  /** What is on its way rejects with CANCELLED and is not kept, whatever the gateway answers. */
  readonly cancel: () => void
}

/** A phone, or a gateway, that never answers: longer than `wx.request` waits. */
const LONGEST_MS = 20_000

const within = <Value>(promise: Promise<Value>, late: () => CallError): Promise<Value> =>
  new Promise((resolve, reject) => {
    const limit = timer(LONGEST_MS).subscribe(() => {
      reject(late())
    })
    const end = () => {
      limit.unsubscribe()
    }
    promise.then(resolve, reject)
    promise.then(end, end)
  })

/**
 * How long a log-in lasts, counted from now: what the call centre says, or else what the two clocks say. A log-in that
 * has just been given has not run out: when the clocks say so, they differ, and only the call centre knows.
 */
const lifeOf = (expiresInMs: unknown, expiresAt = 0): number => {
  if (typeof expiresInMs === 'number' && expiresInMs >= 0) return expiresInMs
  const leftMs = expiresAt - Date.now()
  return leftMs > MARGIN_MS ? leftMs : Infinity
}

const fail = (ports: LogInPorts, code: ErrorCode, cause?: string): CallError => callError(code, ports.locale(), cause)

const request = (ports: LogInPorts, options: LogInOptions, sdkAppId: string): Promise<Credential> => {
  const asked = new Promise<Credential>((resolve) => {
    resolve(ports.gateway().logIn({ ...options, sdkAppId }))
  })
  return within(asked, () => fail(ports, 'NETWORK', 'the log-in was not answered within 20 s'))
}

/** A gateway in JavaScript may answer with anything. */
const kept = (ports: LogInPorts, credential: Partial<Credential> | null | undefined, owner: Owner): Customer => {
  const { userId, token, expiresAt, expiresInMs } = credential ?? {}
  const livesMs = lifeOf(expiresInMs, expiresAt)
  const endsAt = expiresInMs === livesMs ? Date.now() + livesMs : expiresAt
  const ticket: unknown = { ...owner, userId, token, expiresAt: endsAt }
  if (!isTicket(ticket)) throw fail(ports, 'SERVER_ERROR', 'the answer to the log-in holds no token')
  ports.tickets.keep(ticket, livesMs)
  return { userId: ticket.userId, expiresAt: ticket.expiresAt }
}

export const createLogIn = (ports: LogInPorts): LogIn => {
  /** By owner; `cancel` begins another map, so a log-in whose map it is no more was cancelled. */
  let running = new Map<string, Promise<Customer>>()

  const start = (
    options: LogInOptions,
    owner: Owner & { readonly sdkAppId: string },
    key: string,
  ): Promise<Customer> => {
    const begun = running
    const settle = () => {
      begun.delete(key)
      if (begun !== running) throw fail(ports, 'CANCELLED', 'logout was called while the log-in was on its way')
    }
    const started = request(ports, options, owner.sdkAppId).then(
      (credential) => {
        settle()
        return kept(ports, credential, owner)
      },
      (error: unknown) => {
        settle()
        throw isCallError(error) ? error : fail(ports, 'SERVER_ERROR', String(error))
      },
    )
    begun.set(key, started)
    return started
  }

  return {
    logIn: (options) => {
      const owner = ports.owner()
      const sdkAppId = String(options.sdkAppId ?? owner.sdkAppId ?? '')
      if (sdkAppId === '') return Promise.reject(fail(ports, 'SDK_APP_ID_MISSING'))
      if (!options.jsCode) return Promise.reject(fail(ports, 'JS_CODE_MISSING'))
      const key = `${sdkAppId} ${owner.issuer ?? ''}`
      return running.get(key) ?? start(options, { ...owner, sdkAppId }, key)
    },
    cancel: () => {
      running = new Map()
    },
  }
}
