import type { PhoneEvent } from '../events/event'
import { orRefused } from './dialling'
import { finish } from './finish'
import type { Dialling, Session } from './session'

type Of<Type extends PhoneEvent['type']> = Extract<PhoneEvent, { type: Type }>

/** An answer for a call that is dialled or over, or for another one, comes too late. */
const isAwaited = (session: Session, { callId }: PhoneEvent): session is Dialling =>
  session.phase === 'dialling' && session.awaiting === 'phone' && session.callId === callId

export const phoneReady = (session: Session, event: Of<'phone/ready'>, at: number): Session =>
  isAwaited(session, event) ? orRefused({ ...session, awaiting: 'answer' }, at) : session

export const phoneUnready = (session: Session, event: Of<'phone/unready'>, at: number): Session => {
  if (!isAwaited(session, event)) return session
  const { code, cause } = event
  return finish(session, { closeBy: 'client', endStatus: 'clientError', cause, error: code }, at)
}
