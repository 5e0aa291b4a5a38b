/** What the component renders, as a pure function of the session, and the least that has to be set. */
import { isConnected, mediaWish, type Session, type SoundMode } from '../lib/index'

export interface View {
  readonly pushUrl: string
  readonly playUrl: string
  readonly enableMic: boolean
  readonly soundMode: SoundMode
}

export const emptyView: View = { pushUrl: '', playUrl: '', enableMic: true, soundMode: 'speaker' }

/** Without a room the switches rest where the next call begins. */
export const viewOf = (session: Session): View => {
  const { pushUrl, playUrl, microphone, soundMode } = mediaWish(session)
  return pushUrl === '' ? emptyView : { pushUrl, playUrl, enableMic: microphone, soundMode }
}

const isPending = (session: Session): boolean =>
  isConnected(session) && (session.microphone.state === 'pending' || session.soundMode.state === 'pending')

/**
 * The changed keys. Without any, in a room, the switches that the phone has not confirmed: setting them asks for its
 * word. `null`: nothing to set.
 */
export const patch = (shown: View, session: Session): Partial<View> | null => {
  const view = viewOf(session)
  const changes = {
    ...(view.pushUrl === shown.pushUrl ? {} : { pushUrl: view.pushUrl }),
    ...(view.playUrl === shown.playUrl ? {} : { playUrl: view.playUrl }),
    ...(view.enableMic === shown.enableMic ? {} : { enableMic: view.enableMic }),
    ...(view.soundMode === shown.soundMode ? {} : { soundMode: view.soundMode }),
  }
  if (Object.keys(changes).length > 0) return changes
  return view.pushUrl !== '' && isPending(session) ? { enableMic: view.enableMic, soundMode: view.soundMode } : null
}
