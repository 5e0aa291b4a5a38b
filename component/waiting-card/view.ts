/** What the card shows, as a pure function of the offer and of the phase of the call. */
import type { Phase } from '../../lib/entries/index'
import type { WaitingOffer } from '../../lib/entries/waiting'
import type { WaitingWords } from './words'

export interface WaitingView {
  /** '': nothing is shown. */
  readonly title: string
  readonly text: string
  /** On the button; '': none. */
  readonly leave: string
  /** It was tapped: its place stays, so that nothing moves below a finger that taps twice. */
  readonly left: boolean
}

const EMPTY_VIEW: WaitingView = { title: '', text: '', leave: '', left: false }

/** Never longer than it is: whole minutes, below one whole seconds. */
const timeText = (ms: number, { seconds, minutes }: WaitingWords): string =>
  ms < 60_000
    ? seconds.replace('#', String(Math.floor(ms / 1_000)))
    : minutes.replace('#', String(Math.floor(ms / 60_000)))

export const waitingView = (offer: WaitingOffer | null, phase: Phase, words: WaitingWords): WaitingView => {
  const within = (text: string, ms: number) => text.replace('#', timeText(ms, words))
  switch (offer?.state) {
    case undefined:
      return EMPTY_VIEW
    case 'offered': {
      const text = offer.refused ? words.refused : within(words.offeredText, offer.backWithinMs)
      return { title: words.offered, text, leave: words.leave, left: false }
    }
    case 'leaving':
      return {
        ...{ title: words.leaving, text: within(words.offeredText, offer.backWithinMs) },
        ...{ leave: words.leave, left: true },
      }
    case 'kept':
      return { ...EMPTY_VIEW, title: words.kept, text: within(words.keptText, offer.backWithinMs) }
    case 'gone':
      // It says how this call waits.
      return phase === 'waiting' ? { ...EMPTY_VIEW, title: words.gone, text: words.goneText } : EMPTY_VIEW
  }
}
