/** What the component renders, as a pure function of the session, and the least that has to be set. */
import { mediaWish, type Session, type SoundMode, type Transition } from '../lib/index'

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

/** The changed keys; `null`: nothing to set. */
export const patch = (shown: View, session: Session): Partial<View> | null => {
  const view = viewOf(session)
  const changes = {
    ...(view.pushUrl === shown.pushUrl ? {} : { pushUrl: view.pushUrl }),
    ...(view.playUrl === shown.playUrl ? {} : { playUrl: view.playUrl }),
    ...(view.enableMic === shown.enableMic ? {} : { enableMic: view.enableMic }),
    ...(view.soundMode === shown.soundMode ? {} : { soundMode: view.soundMode }),
  }
  return Object.keys(changes).length === 0 ? null : changes
}

/** Whoever enters a room, for the first time or again, does so with the switches as they are set. */
export const hasEntered = ({ from, to }: Transition): boolean => from.local.state !== 'up' && to.local.state === 'up'
