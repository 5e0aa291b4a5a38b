/** What the customer switches on the phone: wanted by the customer, applied by the phone. */
import type { ErrorCode } from '../errors/codes'
import type { EventOf, Switches } from './event'
import {
  isAway,
  isConnected,
  isRunning,
  only,
  type Session,
  type Step,
  tell,
  type Wanted,
  type WantedSwitches,
} from './session'
import { type Facing, otherFacing } from './intents'

/** A switch of which nobody knows any more what the phone does: it has to be applied again. */
export const again = <Value>(wanted: Wanted<Value>): Wanted<Value> =>
  wanted.state === 'pending' && wanted.actual === null ? wanted : { ...wanted, actual: null, state: 'pending' }

/** What failed stays so until the phone does what is wanted, or until it is asked for again. */
const stateWith = <Value>({ desired, state }: Wanted<Value>, actual: Value): Wanted<Value>['state'] => {
  if (actual === desired) return 'applied'
  return state === 'failed' ? state : 'pending'
}

/** The phone does `actual`; `undefined`: it says nothing about this switch. */
export const applied = <Value>(wanted: Wanted<Value>, actual: Value | undefined): Wanted<Value> =>
  actual === undefined || (actual === wanted.actual && wanted.state !== 'failed')
    ? wanted
    : { desired: wanted.desired, actual, state: stateWith(wanted, actual) }

/** What has failed is tried again. */
export const retried = <Value>(wanted: Wanted<Value>): Wanted<Value> =>
  wanted.state === 'failed' ? { ...wanted, state: 'pending' } : wanted

const wish = <Value>(wanted: Wanted<Value>, desired: Value): Wanted<Value> =>
  wanted.desired === desired && wanted.state !== 'failed'
    ? wanted
    : { desired, actual: wanted.actual, state: wanted.actual === desired ? 'applied' : 'pending' }

/** A switch that is turned holds for the running call; the next one begins anew. */
export const wished = <Name extends keyof Switches>(session: Session, name: Name, desired: Switches[Name]): Step => {
  if (!isRunning(session)) return only(session)
  const switches: WantedSwitches = session
  const wanted = wish(switches[name], desired)
  return only(wanted === switches[name] ? session : { ...session, [name]: wanted })
}

/** Only a video call has a camera to turn. */
export const cameraWished = (session: Session, camera: Switches['camera']): Step =>
  isRunning(session) && session.media === 'video' ? wished(session, 'camera', camera) : only(session)

/** A turn that failed is tried again. */
const nextFacing = ({ facing }: Session): Facing =>
  facing.state === 'failed' ? facing.desired : otherFacing(facing.desired)

export const cameraSwitched = (session: Session): Step =>
  isRunning(session) && session.media === 'video' ? wished(session, 'facing', nextFacing(session)) : only(session)

/** The call goes on without the picture, and the page can say so. A camera that is not wanted cannot be missed. */
export const cameraFailed = (session: Session, code: ErrorCode): Step => {
  if (session.camera.desired !== 'on' || session.camera.state === 'failed') return only(session)
  const failed: Session = { ...session, camera: { desired: 'on', actual: 'off', state: 'failed' } }
  return [failed, [tell({ name: 'error', detail: { code, cause: null } })]]
}

/** What is set in the background may never reach the tags: it is so when it is set again in the foreground. */
export const mediaApplied = (session: Session, event: EventOf<'media/applied'>): Step => {
  if (!isConnected(session) || isAway(session)) return only(session)
  const switches: WantedSwitches = session
  const now = {
    microphone: applied(switches.microphone, event.microphone),
    soundMode: applied(switches.soundMode, event.soundMode),
    camera: applied(switches.camera, event.camera),
    facing: applied(switches.facing, event.facing),
  }
  return only({ ...session, ...now })
}

export const mediaFailed = (session: Session, { target }: EventOf<'media/failed'>): Step => {
  if (!isConnected(session)) return only(session)
  if (target === 'camera') return cameraFailed(session, 'CAMERA_FAILED')
  return only({ ...session, [target]: { ...session[target], state: 'failed' } })
}
