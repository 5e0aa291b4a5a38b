/** The rating of a call, as a page asks for it and sends it. */
import { NEVER, timer } from 'rxjs'
import { callError, type CallEvent } from '../../lib/entries/call'
import { rating, type RatingAnswer, type RatingQuestion } from '../../lib/entries/rating'
import { callMarbles, SESSION_ID } from '../../lib/entries/testing'
import { sdkOf } from './sdk-of'

const words = {
  ...{ question: 'How was it?', scale: 5, comment: true, thanks: 'Thank you' },
  tags: [{ tag: 'fast', label: 'Fast' }],
}

const asks = (value: object): CallEvent & { type: 'call/aside' } => ({
  ...{ type: 'call/aside', sessionId: SESSION_ID, about: 'rating' },
  body: JSON.stringify(value),
})

const seat = {
  s: { type: 'call/started', callId: 'call-1', sessionId: SESSION_ID },
  e: { type: 'call/ended', sessionId: SESSION_ID, closeBy: 'seat', endStatus: 'ok' },
  t: { type: 'call/started', callId: 'call-2', sessionId: 'session-2' },
  q: asks(words),
  w: asks({ ...words, question: 'Another one?' }),
  j: asks({ question: 7 }),
} as const

const user = {
  d: { type: 'intent/startCall', callId: 'call-1', channelId: 'service', media: 'audio' },
  n: { type: 'intent/startCall', callId: 'call-2', channelId: 'service', media: 'audio' },
} as const

interface Scene {
  readonly user?: string
  readonly seat: string
  readonly line?: string
  readonly sees: string
  readonly sends: string
  /** What the customer taps, in which frame. */
  readonly taps?: Readonly<Record<number, RatingAnswer>>
}

const play = ({ taps = {}, sees, sends, user: does = 'd', ...lines }: Scene): readonly (RatingQuestion | null)[] => {
  const seen: (RatingQuestion | null)[] = []
  callMarbles(({ call, expectCall }) => {
    const scene = call({ user: does, ...lines, letters: { seat, user } })
    const { question$, rate } = rating(sdkOf(scene.call))
    question$.subscribe((question) => seen.push(question))
    Object.entries(taps).forEach(([frame, answer]) => {
      timer(Number(frame)).subscribe(() => {
        rate(answer)
      })
    })
    expectCall(scene).toSee(sees).toSend(sends)
  })()
  return seen
}

describe('a rating', () => {
  it('is asked after the end, in the words of the centre, of a page that has said that it can', () => {
    const seen = play({ seat: '-s-eq', sees: 'DV-E', sends: 'sx' })
    expect(seen).toEqual([null, { ...words, answer: null }])
  })

  it('is sent once, however often a finger taps, and stays as it was given', () => {
    const seen = play({
      ...{ seat: '-s-eq-w', sees: 'DV-E', sends: 'sx----x' },
      taps: { 6: { score: 5, tags: ['fast'] }, 7: { score: 1 }, 8: { score: 5, tags: ['fast'] } },
    })
    expect(seen.at(-1)).toEqual({ ...words, answer: { score: 5, tags: ['fast'] } })
  })

  it('is sent once by a page that answers twice as soon as it is asked', () => {
    callMarbles(({ call, expectCall }) => {
      const scene = call({ user: 'd', seat: '-s-eq', letters: { seat, user } })
      const { question$, rate } = rating(sdkOf(scene.call))
      question$.subscribe((question) => {
        if (question?.answer === null)
          [5, 4].forEach((score) => {
            rate({ score })
          })
      })
      expectCall(scene).toSee('DV-E').toSend('sx--x')
    })()
  })

  it('is not sent before it is asked for, nor above the scale', () => {
    const taps = { 2: { score: 5 }, 6: { score: 6 } }
    expect(play({ taps, seat: '-s-eq', sees: 'DV-E', sends: 'sx' }).at(-1)).toMatchObject({ answer: null })
  })

  it('that waits on a lost line goes out when the line is back', () => {
    const line = '-----l-u'
    play({ line, seat: '-s-eq', taps: { 6: { score: 4 } }, sees: 'DV-E', sends: 'sx----x' })
  })

  it('goes with the next call', () => {
    const seen = play({ user: 'd----n', seat: '-s-eq-t', sees: 'DV-E-DV', sends: 'sx---sx' })
    expect(seen.at(-1)).toBeNull()
  })

  it('that cannot be read is not asked', () => {
    expect(play({ seat: '-s-ej', sees: 'DV-E', sends: 'sx' })).toEqual([null])
  })

  it.each<[string, unknown]>([
    ['without a score', {}],
    ['of no whole number', { score: 4.5 }],
    ['of 1,025 bytes of words', { score: 5, comment: 'x'.repeat(1_025) }],
  ])('%s is refused', (_, wrong) => {
    const { rate } = rating({ session$: NEVER, event$: NEVER, now: () => 7, aside: () => undefined })
    expect(() => {
      rate(wrong as RatingAnswer)
    }).toThrow(callError('INTENT_INVALID'))
  })
})
