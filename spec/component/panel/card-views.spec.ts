/** What the cards show: it is read off what the call centre says and what the customer picked. */
import { NOTHING_PICKED, ratingView } from '../../../component/rating-card/view'
import { ratingWords } from '../../../component/rating-card/words'
import { waitingView } from '../../../component/waiting-card/view'
import { waitingWords } from '../../../component/waiting-card/words'
import { setLocale } from '../../../lib/entries/index'
import type { RatingQuestion } from '../../../lib/entries/rating'
import type { WaitingOffer } from '../../../lib/entries/waiting'

beforeEach(() => {
  setLocale('en')
})

it.each(['zh', 'en'])('have all their words in %s', (language) => {
  setLocale(language)
  const words = [...Object.values(ratingWords()), ...Object.values(waitingWords())]
  expect(words.every((word) => word !== '' && /[一-鿿]/.test(word) === (language === 'zh'))).toBe(true)
})

describe('the card of a rating', () => {
  const question: RatingQuestion = {
    ...{ question: 'How was it?', scale: 3, comment: true, thanks: 'Thanks a lot', answer: null },
    tags: [{ tag: 'kind', label: 'Friendly' }],
  }
  const shown = (asked: RatingQuestion | null, picked = NOTHING_PICKED) => ratingView(asked, picked, ratingWords())

  it('is empty while nothing is asked', () => {
    expect(shown(null)).toEqual({ question: '', stars: [], tags: [], comment: '', send: '', thanks: '' })
  })

  it('first asks for a star alone, each with its words for a screen reader', () => {
    const { stars, ...rest } = shown(question)
    expect(stars.map(({ says, on }) => [says, on])).toEqual([
      ['1 of 3', false],
      ['2 of 3', false],
      ['3 of 3', false],
    ])
    expect(rest).toEqual({ question: 'How was it?', tags: [], comment: '', send: '', thanks: '' })
  })

  it('then for the rest, and says which star and tags are chosen', () => {
    const { stars, tags, comment, send } = shown(question, { score: 2, tags: ['kind'] })
    expect(stars.map(({ says, on }) => [says, on])).toEqual([
      ['1 of 3', true],
      ['2 of 3 chosen', true],
      ['3 of 3', false],
    ])
    expect(tags).toEqual([{ tag: 'kind', label: 'Friendly', on: true, says: 'Friendly chosen' }])
    expect({ comment, send }).toEqual({ comment: 'Anything else? (optional)', send: 'Send rating' })
    expect(shown({ ...question, comment: false }, { score: 2, tags: [] })).toMatchObject({ comment: '' })
  })

  it('thanks whoever has answered, in its own words where the centre has none', () => {
    const answered = { ...question, answer: { score: 3 } }
    const picked = { score: 3, tags: [] }
    expect(shown(answered, picked)).toEqual({ ...shown(question, picked), thanks: 'Thanks a lot' })
    expect(shown({ ...answered, thanks: '' })).toMatchObject({ thanks: 'Thank you' })
  })
})

describe('the card of the wait', () => {
  const shown = (offer: WaitingOffer | null, phase: 'waiting' | 'talking' | 'ended' = 'waiting') =>
    waitingView(offer, phase, waitingWords())

  it('offers to leave with a button, and says when it was refused', () => {
    const offer = { state: 'offered', backWithinMs: 300_000, refused: false } as const
    expect(shown(null)).toEqual({ title: '', text: '', leave: '', left: false })
    expect(shown(offer)).toMatchObject({ title: 'No need to hold the line', leave: 'Notify me and hang up' })
    expect(shown({ ...offer, refused: true })).toMatchObject({
      text: 'The message was not allowed, so we cannot call you. Please hold the line, or tap again.',
      leave: 'Notify me and hang up',
    })
  })

  it.each([
    [300_000, 'within 5 min'],
    [119_000, 'within 1 min'],
    [59_900, 'within 59 s'],
  ])('promises no more than the %i ms that there are', (backWithinMs, text) => {
    expect(shown({ state: 'offered', backWithinMs, refused: false }).text).toContain(text)
    expect(shown({ state: 'kept', backWithinMs }, 'ended').text).toContain(text)
  })

  it('leaves the button its place when it was tapped', () => {
    expect(shown({ state: 'leaving', backWithinMs: 300_000 })).toMatchObject({
      ...{ title: 'Keeping your place…', leave: 'Notify me and hang up', left: true },
    })
    expect(shown({ state: 'kept', backWithinMs: 300_000 })).toMatchObject({ leave: '', left: false })
  })

  it('says that a place was given up while the call waits, and not in the talk', () => {
    expect(shown({ state: 'gone' }).title).toBe('Your place was given up')
    expect(shown({ state: 'gone' }, 'talking').title).toBe('')
  })
})
