import type { LineEvent } from '../events/event'
import { orRefused } from './dialling'
import { finish } from './finish'
import { isConnected, isRunning, type Session } from './session'

type Of<Type extends LineEvent['type']> = Extract<LineEvent, { type: Type }>

export const lineOpening = (session: Session, event: Of<'line/opening'>, at: number): Session => {
  if (session.line.state === 'reconnecting') {
    return { ...session, line: { state: 'reconnecting', since: session.line.since, attempt: event.attempt } }
  }
  return { ...session, line: { state: 'opening', since: at } }
}

/** The server no longer knows the link, so it has ended the session that hung on it. */
export const lineUp = (session: Session, event: Of<'line/up'>, at: number): Session => {
  const up: Session = { ...session, line: { state: 'up', since: at } }
  if (event.resumed || !isConnected(up)) return up
  return finish(up, { closeBy: 'admin', endStatus: 'clientTimeout', error: 'NETWORK_LOST' }, at)
}

export const lineLost = (session: Session, at: number): Session =>
  session.line.state === 'reconnecting'
    ? session
    : { ...session, line: { state: 'reconnecting', since: at, attempt: 0 } }

export const lineGaveUp = (session: Session, event: Of<'line/gaveUp'>, at: number): Session => {
  if (session.line.state === 'closed' && session.line.code === event.code) return session
  const closed: Session = { ...session, line: { state: 'closed', code: event.code } }
  if (!isRunning(closed)) return closed
  if (closed.phase === 'dialling' && closed.awaiting === 'phone') return orRefused(closed, at)
  const timedOut = event.code === 'NETWORK_LOST' && closed.phase !== 'dialling'
  const endStatus = timedOut ? 'clientTimeout' : 'clientError'
  return finish(closed, { closeBy: timedOut ? 'admin' : 'client', endStatus, error: event.code }, at)
}

/** Nobody watches any more; the next subscriber opens the line again. */
export const lineClosed = (session: Session): Session => ({ ...session, line: { state: 'closed', code: null } })
