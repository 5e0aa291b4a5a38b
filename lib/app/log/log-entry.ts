import type { Redact } from '../../recording/redact'
import type { CallEvent } from '../../call/event'
import type { Session } from '../../call/session'
import type { Transition } from '../../call/step'

/** One line of the log. It holds no secret, no telephone number and no address of a room. */
export interface LogEntry {
  /** `info`: another phase. `warn`: something failed. `debug`: everything else. */
  readonly level: 'debug' | 'info' | 'warn'
  readonly line: string
}

/** Takes each line as it comes. */
export type LogSink = (entry: LogEntry) => void

const LONGEST = 300

const failed = ({ event, from, to }: Transition): boolean =>
  event.type === 'policy/failed' ||
  event.type === 'source/failed' ||
  event.type === 'line/invalid' ||
  (from !== to && to.phase === 'ended' && from.phase !== 'ended' && to.end.error !== null)

const detailOf = (event: CallEvent): string => {
  const { type } = event
  const fields = JSON.stringify({ ...event, type: undefined })
  const detail = fields === '{}' ? type : `${type} ${fields}`
  return detail.length > LONGEST ? `${detail.slice(0, LONGEST - 1)}…` : detail
}

const endOf = (session: Session): string => {
  if (session.phase !== 'ended') return ''
  const { closeBy, endStatus, error } = session.end
  return ` ${closeBy} ${endStatus}${error === null ? '' : ` ${error}`}`
}

const sinceDialling = ({ to, at }: Transition): string =>
  to.phase === 'idle' ? '' : `+${((at - to.startedAt) / 1000).toFixed(3)}s `

/** A new phase is told in few words, as phones send few; the rest with its fields. `isNews`: it is told to developers too. */
export const entryOf = (transition: Transition, redact: Redact, isNews: boolean): LogEntry => {
  const { from, to, event } = transition
  const time = sinceDialling(transition)
  if (from.phase !== to.phase) {
    const level = failed(transition) ? 'warn' : 'info'
    return { level, line: `${time}${from.phase} > ${to.phase} ${event.type}${endOf(to)}` }
  }
  const level = isNews ? 'info' : 'debug'
  return { level: failed(transition) ? 'warn' : level, line: `${time}${to.phase} ${detailOf(redact.event(event))}` }
}
