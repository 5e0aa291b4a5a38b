/** What the component renders, as a pure function of the session, and the least that has to be set. */
import type { MediaWish, Session, SoundMode, Transition } from '../lib/entries/index'

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

/** What is read off a session to show it; spec/component/view.spec.ts holds it against the wish. */
export const SHOWN = ['room', 'media', 'local', 'remote', 'microphone', 'soundMode', 'camera', 'facing'] as const

export type Shown = Pick<Extract<Session, { phase: 'talking' }>, (typeof SHOWN)[number]>

/** Without a room the switches rest where the next call begins. */
export const viewOf = (wish: MediaWish, elsewhere: Elsewhere = nowhere): View => {
  const pushUrl = elsewhere.pusher === null ? wish.pushUrl : ''
  const playUrl = elsewhere.player === null ? wish.playUrl : ''
  if (pushUrl === '' && playUrl === '') return emptyView
  return { pushUrl, playUrl, enableMic: wish.microphone, soundMode: wish.soundMode }
}

/** Whoever enters a room, for the first time or again, does so with the switches as they are set. */
export const hasEntered = ({ from, to }: Omit<Transition, 'effects'>): boolean =>
  from.local.state !== 'up' && to.local.state === 'up'

/** The keys of `next` that are other than those shown; `null`: nothing has to be set. */
export const changed = <View extends object>(shown: View, next: View): Partial<View> | null => {
  const names = (Object.keys(next) as (keyof View)[]).filter((name) => next[name] !== shown[name])
  if (names.length === 0) return null
  return names.reduce<Partial<View>>((changes, name) => ({ ...changes, [name]: next[name] }), {})
}
