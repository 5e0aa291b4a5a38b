import type { Switches } from '../events/event'
import { type Facing, type Intent, otherFacing } from '../events/intents'
import { orRefused } from './dialling'
import { endStatusAtHangUp, finish } from './finish'
import { isRunning, noMedia, type Dialling, type Session, type Wanted, type WantedSwitches } from './session'

type Of<Type extends Intent['type']> = Extract<Intent, { type: Type }>

export const callStarted = (session: Session, intent: Of<'intent/startCall'>, at: number): Session => {
  if (isRunning(session)) return session
  const { line, interruption } = session
  const { callId, channelId, media } = intent
  const dialling: Dialling = {
    ...noMedia,
    line,
    interruption,
    camera: { ...noMedia.camera, desired: media === 'video' ? 'on' : 'off' },
    phase: 'dialling',
    callId,
    channelId,
    media,
    awaiting: intent.awaiting ?? 'answer',
    startedAt: at,
  }
  return orRefused(dialling, at)
}

/** As many as PROTOCOL.md takes: a hang-up with more would be invalid, and the call centre would keep the call. */
const MOST_WORDS = 1_024

/** A page in JavaScript may give anything as its reason, the event of a tap too. */
const wordsOf = (reason: unknown): string | undefined =>
  typeof reason === 'string' ? reason.slice(0, MOST_WORDS) : undefined

/** A hang-up that a policy asked for in a phase that is over comes too late: a source beats a timer. */
export const hungUp = (session: Session, intent: Of<'intent/hangUp'>, at: number): Session => {
  if (!isRunning(session)) return session
  if (intent.inPhase !== undefined && intent.inPhase !== session.phase) return session
  const { policy } = intent
  const reason = wordsOf(intent.reason)
  if (policy === undefined) {
    const cancelled = session.phase === 'dialling' ? ({ error: 'CANCELLED' } as const) : {}
    return finish(
      session,
      { closeBy: 'client', endStatus: endStatusAtHangUp(session), cause: reason, ...cancelled },
      at,
    )
  }
  const cause = wordsOf(reason === undefined ? policy : `${policy}: ${reason}`)
  const unanswered = session.phase === 'dialling' ? ({ error: 'NO_ANSWER' } as const) : {}
  return finish(session, { closeBy: 'timer', endStatus: endStatusAtHangUp(session), cause, ...unanswered }, at)
}

const wish = <Value>(wanted: Wanted<Value>, desired: Value): Wanted<Value> =>
  wanted.desired === desired && wanted.state !== 'failed'
    ? wanted
    : { desired, actual: wanted.actual, state: wanted.actual === desired ? 'applied' : 'pending' }

/** A switch that is turned holds for the running call; the next one begins anew. */
export const wished = <Name extends keyof Switches>(session: Session, name: Name, desired: Switches[Name]): Session => {
  if (!isRunning(session)) return session
  const switches: WantedSwitches = session
  const wanted = wish(switches[name], desired)
  return wanted === switches[name] ? session : { ...session, [name]: wanted }
}

/** Only a video call has a camera to turn. */
export const cameraWished = (session: Session, camera: Switches['camera']): Session =>
  isRunning(session) && session.media === 'video' ? wished(session, 'camera', camera) : session

/** A turn that failed is tried again. */
const nextFacing = ({ facing }: Session): Facing =>
  facing.state === 'failed' ? facing.desired : otherFacing(facing.desired)

export const cameraSwitched = (session: Session): Session =>
  isRunning(session) && session.media === 'video' ? wished(session, 'facing', nextFacing(session)) : session
