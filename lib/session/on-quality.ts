import type { QualityEvent } from '../events/event'
import { isConnected, type Session } from './session'

type Of<Type extends QualityEvent['type']> = Extract<QualityEvent, { type: Type }>

/** What is measured of a call that is over is about nobody. */
export const measured = (session: Session, { local, remote }: Of<'quality/measured'>): Session =>
  isConnected(session) ? { ...session, quality: { ...session.quality, local, remote } } : session

export const advised = (session: Session, { advice }: Of<'quality/advised'>): Session =>
  isConnected(session) ? { ...session, quality: { ...session.quality, advice } } : session
