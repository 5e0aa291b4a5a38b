/** What the card shows, as a pure function of the question and of what the customer has picked. */
import type { RatingQuestion } from '../../lib/entries/rating'
import type { RatingWords } from './words'

/** Until it is sent. */
export interface Picked {
  /** 0: none yet. */
  readonly score: number
  readonly tags: readonly string[]
}

export const NOTHING_PICKED: Picked = { score: 0, tags: [] }

interface Star {
  readonly score: number
  /** Is it filled: it is the one that was picked, or below it. */
  readonly on: boolean
  /** For a screen reader. */
  readonly says: string
}

interface Tag {
  readonly tag: string
  readonly label: string
  readonly on: boolean
  readonly says: string
}

export interface RatingView {
  /** '': nothing is asked. */
  readonly question: string
  readonly stars: readonly Star[]
  /** None before a star was picked; nor is anything that follows. */
  readonly tags: readonly Tag[]
  /** What stands in the empty field of the comment; '': none is wished for. */
  readonly comment: string
  /** On the button; '': nothing to send yet. */
  readonly send: string
  /** '': not answered. It stands on the rest, which stays: nothing moves below a finger that taps twice. */
  readonly thanks: string
}

const EMPTY_VIEW: RatingView = { question: '', stars: [], tags: [], comment: '', send: '', thanks: '' }

export const ratingView = (question: RatingQuestion | null, picked: Picked, words: RatingWords): RatingView => {
  if (question === null) return EMPTY_VIEW
  const said = (label: string, on: boolean): string => (on ? `${label} ${words.chosen}` : label)
  const { score: best, tags } = picked
  const thanks = question.answer === null ? '' : question.thanks || words.thanks
  const stars: Star[] = []
  for (let score = 1; score <= question.scale; score += 1) {
    const label = words.score.replace('#', String(score)).replace('%', String(question.scale))
    stars.push({ score, on: score <= best, says: said(label, score === best) })
  }
  if (best === 0) return { ...EMPTY_VIEW, question: question.question, stars, thanks }
  return {
    question: question.question,
    stars,
    tags: question.tags.map(({ tag, label }) => {
      const on = tags.some((each) => each === tag)
      return { tag, label, on, says: said(label, on) }
    }),
    comment: question.comment ? words.comment : '',
    send: words.send,
    thanks,
  }
}
