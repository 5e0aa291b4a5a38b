/** Whether a call can be dialled on the line as it is. */
import type { LineFailure } from '../events/event'
import { finish } from './finish'
import type { Dialling, Session } from './session'

/** A log-in may still be renewed while the phone is asked: it is that question that answers for it. */
const OF_THE_LOG_IN: readonly LineFailure[] = ['LOGIN_REQUIRED', 'TOKEN_EXPIRED']

/** A line that was given up for want of a network is tried again by the dialling itself. */
const refusal = ({ line, awaiting }: Dialling): LineFailure | null => {
  if (line.state !== 'closed' || line.code === null || line.code === 'NETWORK_LOST') return null
  return awaiting === 'phone' && OF_THE_LOG_IN.includes(line.code) ? null : line.code
}

/** The dialling, or its end when there is no line and none will come by itself. */
export const orRefused = (dialling: Dialling, at: number): Session => {
  const error = refusal(dialling)
  return error === null ? dialling : finish(dialling, { closeBy: 'client', endStatus: 'clientError', error }, at)
}
