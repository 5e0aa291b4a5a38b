/** One log-in at a time, whatever the gateway, and what it yields is kept. */
import { callError, type CallError, isCallError } from '../errors/call-error'
import type { Locale } from '../errors/catalogue'
import type { ErrorCode } from '../errors/codes'
import type { Credential, Gateway, LogInRequest } from '../signalling/gateway'
import { isTicket, type Tickets } from './ticket'

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

export const createLogIn = (ports: LogInPorts): ((options: LogInOptions) => Promise<Customer>) => {
  const running = new Map<string, Promise<Customer>>()
  const fail = (code: ErrorCode, cause?: string): CallError => callError(code, ports.locale(), cause)

  const request = (options: LogInOptions, sdkAppId: string): Promise<Customer> =>
    new Promise<Credential>((resolve) => {
      resolve(ports.gateway().logIn({ ...options, sdkAppId }))
    }).then(
      (credential) => {
        const ticket: unknown = { ...credential, sdkAppId }
        if (!isTicket(ticket)) throw fail('SERVER_ERROR', 'the answer to the log-in holds no token')
        ports.tickets.keep(ticket)
        return { userId: ticket.userId, expiresAt: ticket.expiresAt }
      },
      (error: unknown) => {
        throw isCallError(error) ? error : fail('SERVER_ERROR', String(error))
      },
    )

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
