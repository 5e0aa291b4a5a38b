import type { PhaseChange } from '../sessions/session'

/**
 * What happens in the centre, for its log and its metrics. A call is named by the `callId` that the phone gave it at the
 * tap, and by the `sessionId` of its record, in each line. No token, secret, phone number or word of a customer is in here.
 */
export type CentreEvent =
  | (PhaseChange & { readonly type: 'call' })
  | LogInEvent
  | {
      readonly type: 'link'
      readonly state: 'opened' | 'up' | 'lost' | 'gone'
      readonly linkId: string
      readonly userId: string
      /** Why there is no socket. */
      readonly code?: number
    }
  | {
      readonly type: 'record'
      readonly result: 'taken' | 'failed'
      readonly sessionId: string
    }

export interface LogInEvent {
  readonly type: 'logIn'
  readonly result: LogInResult
  readonly userId?: string
  /** Of the request, also in its answer: `x-request-id`. */
  readonly requestId: string
}

/**
 * `code`: the code of wx.login was not good; `blocked`: WeChat blocks the customer; `limited`: too many from this source, of
 * this customer, or of all; `unavailable`: nobody can be logged in; `invalid`: nothing that could be understood.
 */
export const logInResults = ['ok', 'code', 'blocked', 'limited', 'unavailable', 'invalid'] as const
export type LogInResult = (typeof logInResults)[number]

export type Observe = (event: CentreEvent) => void
