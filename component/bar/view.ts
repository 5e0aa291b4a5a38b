/** What the bar shows, as a pure function of the session. It says what the panel says, in fewer words. */
import type { Session } from '../../lib/entries/index'
import { SEEN_FIRST, viewOf } from '../panel/view'
import type { PanelWords } from '../panel/words'
import type { BarWords } from './words'

export interface BarView {
  /** The agent's name, or the phase; '': there is no running call, and no bar. */
  readonly title: string
  /** How it stands, or what is wrong. */
  readonly hint: string
  /** What is said is a warning: a hold, or what is wrong. */
  readonly warns: boolean
  readonly time: string
  readonly muted: boolean
  /** On the bar, where it leads. */
  readonly word: string
  /** For a screen reader, without the clock: it changes when the call does. */
  readonly says: string
}

const NO_CALL: BarView = { title: '', hint: '', warns: false, time: '', muted: false, word: '', says: '' }

/** `now`: as sessions tell it, in ms. */
export const barView = (
  session: Session | null,
  now: number,
  words: PanelWords,
  { back, backTo }: BarWords,
): BarView => {
  if (session === null) return NO_CALL
  const view = viewOf({ ...SEEN_FIRST, session }, now, words)
  if (!view.running) return NO_CALL
  const { title, notice, held, place, time, muted } = view
  const hint = notice || (place > 0 ? `${words.place} ${place}` : view.hint)
  const heard = [title, hint, muted ? `${words.mute} ${words.on}` : '', backTo]
  return {
    title,
    hint,
    warns: notice !== '' || held,
    time,
    muted,
    word: back,
    says: heard.filter((each) => each !== '').join(' '),
  }
}
