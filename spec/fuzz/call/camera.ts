/** What holds for the picture of every call. */
import { mediaWish } from '../../../lib/call/media-wish'
import { isRunning, type Session } from '../../../lib/call/session'
import type { Invariant } from '../trace'
import { each } from './each'

const callIdOf = (session: Session): string | null => ('callId' in session ? session.callId : null)

/** Of a call that is not running nobody wants a picture. */
const videoIn = (session: Session): boolean => isRunning(session) && session.media === 'video'

const onlyVideoHasPictures = each(({ to }) => {
  const { camera, video } = mediaWish(to)
  if ((camera || video) && !videoIn(to)) return 'a picture is wished for without a video call'
  return camera && to.camera.desired === 'off' ? 'a camera is wished for that is not wanted' : undefined
})

const cameraHolds: Invariant = ({ transitions }) => {
  let wanted = { camera: 'off', facing: 'front' }
  for (const { event, from, to } of transitions) {
    if (callIdOf(from) !== callIdOf(to)) wanted = { camera: videoIn(to) ? 'on' : 'off', facing: 'front' }
    if (event.type === 'intent/setCamera' && videoIn(from)) wanted = { ...wanted, camera: event.camera }
    // A turn that failed is tried again, not taken back.
    if (event.type === 'intent/switchCamera' && videoIn(from) && from.facing.state !== 'failed') {
      wanted = { ...wanted, facing: wanted.facing === 'front' ? 'back' : 'front' }
    }
    const { camera, facing } = to
    if (isRunning(to) && (camera.desired !== wanted.camera || facing.desired !== wanted.facing)) {
      return `the customer wants ${JSON.stringify(wanted)}, the session ${camera.desired} and ${facing.desired}`
    }
    const untrue = [camera, facing].find(({ state, actual, desired }) => state === 'applied' && actual !== desired)
    if (untrue) return 'applied, but it is not'
  }
  return undefined
}

export const CAMERA_INVARIANTS = { onlyVideoHasPictures, cameraHolds } as const satisfies Readonly<
  Record<string, Invariant>
>
