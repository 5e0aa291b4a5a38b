/** What the component renders, as a pure function of the session, and the least that has to be set. */
import type { MediaWish, SoundMode, Transition } from '../lib/index'

export interface View {
  readonly pushUrl: string
  readonly playUrl: string
  readonly enableMic: boolean
  readonly soundMode: SoundMode
}

export const emptyView: View = { pushUrl: '', playUrl: '', enableMic: true, soundMode: 'speaker' }

/** Which tags are rendered by sub-components that the page has placed; `null`: by the component itself. */
export type Elsewhere<Part = object> = Readonly<Record<'pusher' | 'player', Part | null>>

export const nowhere = { pusher: null, player: null } as const satisfies Elsewhere

/** Without a room the switches rest where the next call begins. */
export const viewOf = (wish: MediaWish, elsewhere: Elsewhere = nowhere): View => {
  const pushUrl = elsewhere.pusher === null ? wish.pushUrl : ''
  const playUrl = elsewhere.player === null ? wish.playUrl : ''
  if (pushUrl === '' && playUrl === '') return emptyView
  return { pushUrl, playUrl, enableMic: wish.microphone, soundMode: wish.soundMode }
}

/** Whoever enters a room, for the first time or again, does so with the switches as they are set. */
export const hasEntered = ({ from, to }: Transition): boolean => from.local.state !== 'up' && to.local.state === 'up'
