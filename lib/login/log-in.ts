/** One log-in at a time, whatever the gateway, and what it yields is kept. */
import { callError, type CallError, isCallError } from '../errors/call-error'
import type { Locale } from '../errors/catalogue'
import type { ErrorCode } from '../errors/codes'
import type { Credential, Gateway, LogInRequest } from '../signalling/gateway'
import { isTicket, type Ticket, type Tickets } from './ticket'

export type LogInOptions = Omit<LogInRequest, 'sdkAppId'> & {
  /** Default: the one that `configure` or the component's property set. */
  readonly sdkAppId?: string | number
}

export interface Customer {
  readonly userId: string
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export interface LogInPorts {
  readonly gateway: () => Pick<Gateway, 'logIn'>
  readonly tickets: Tickets
  readonly sdkAppId: () => string | null
  readonly locale: () => Locale
}

export interface LogIn {
  readonly logIn: (options: LogInOptions) => Promise<Customer>
  /** What is on its way rejects with CANCELLED and is not kept, whatever the gateway answers. */
  readonly cancel: () => void
}

const fail = (ports: LogInPorts, code: ErrorCode, cause?: string): CallError => callError(code, ports.locale(), cause)

const request = (ports: LogInPorts, options: LogInOptions, sdkAppId: string): Promise<Ticket> =>
  new Promise<Credential>((resolve) => {
    resolve(ports.gateway().logIn({ ...options, sdkAppId }))
  }).then(
    (credential) => {
      const ticket: unknown = { ...credential, sdkAppId }
      if (!isTicket(ticket)) throw fail(ports, 'SERVER_ERROR', 'the answer to the log-in holds no token')
      return ticket
    },
    (error: unknown) => {
      throw isCallError(error) ? error : fail(ports, 'SERVER_ERROR', String(error))
    },
  )

export const createLogIn = (ports: LogInPorts): LogIn => {
  /** By sdkAppId; `cancel` begins another map, so a log-in whose map it is no more was cancelled. */
  let running = new Map<string, Promise<Customer>>()

  const start = (options: LogInOptions, sdkAppId: string): Promise<Customer> => {
    const begun = running
    const settle = () => {
      begun.delete(sdkAppId)
      if (begun !== running) throw fail(ports, 'CANCELLED', 'logout was called while the log-in was on its way')
    }
    const started = request(ports, options, sdkAppId).then(
      (ticket) => {
        settle()
        ports.tickets.keep(ticket)
        return { userId: ticket.userId, expiresAt: ticket.expiresAt }
      },
      (error: unknown) => {
        settle()
        throw error
      },
    )
    begun.set(sdkAppId, started)
    return started
  }

  return {
    logIn: (options) => {
      const sdkAppId = String(options.sdkAppId ?? ports.sdkAppId() ?? '')
      if (sdkAppId === '') return Promise.reject(fail(ports, 'SDK_APP_ID_MISSING'))
      if (!options.jsCode) return Promise.reject(fail(ports, 'JS_CODE_MISSING'))
      return running.get(sdkAppId) ?? start(options, sdkAppId)
    },
    cancel: () => {
      running = new Map()
    },
  }
}
