/** The customer's rating of a call, as an entry of its own: a call whose page asks for none loads nothing of it. PROTOCOL.md §4.4. */
import { connect, EMPTY, filter, ignoreElements, merge, type Observable, Subject, switchMap, take, tap } from 'rxjs'
import type { CallEvent } from '../call/event'
import { callError } from '../errors/call-error'
import { fits } from '../link/codec'
import { bytes, flag, id, label, list, optional, record, text, type ValueOf, whole } from '../link/shapes'
import { announce, type AsideSdk, type Body, knownIn, saidIn } from './asides'

const asked = record({
  question: text(1, 200),
  /** 1 is the worst, this the best: 2 to 10. */
  scale: whole(2, 10),
  tags: list(record({ tag: id, label }), 16),
  /** Whether words of the customer's own are wished for. */
  comment: flag,
  /** What to say to a customer who has rated. */
  thanks: text(0, 200),
})

const answer = record({
  /** 1 to the `scale` of the question. */
  score: whole(1, 10),
  /** The `tag` of each that applies. Default: none. */
  tags: optional(list(id, 16)),
  /** 1 to 1,024 bytes of UTF-8. Default: none. */
  comment: optional(bytes(1_024)),
})

export type RatingAnswer = ValueOf<typeof answer>

/** What the call centre asks, in the words of its configuration. */
export type RatingQuestion = ValueOf<typeof asked> & {
  /** What the customer has answered; `null`: nothing yet. */
  readonly answer: RatingAnswer | null
}

export interface Rating {
  /**
   * What to ask the customer, from the end of a call to the next one; `null`: nothing. The call centre asks only while it
   * is subscribed to, and decides when not to ask.
   */
  readonly question$: Observable<RatingQuestion | null>
  /**
   * Sends it, once for each question, however often a finger taps. Throws INTENT_INVALID for what is no such answer; while
   * nothing is asked, and for a score above the scale, it does nothing.
   */
  readonly rate: (answer: RatingAnswer) => void
}

const questionOf = (body: Body): RatingQuestion | null => {
  if (!fits(asked, body)) return null
  const { question, scale, tags, comment, thanks } = body as ValueOf<typeof asked>
  return { question, scale, tags, comment, thanks, answer: null }
}

/** A question, and the answer that went out; the first of each is what counts. */
const heard = (known: RatingQuestion | null, event: CallEvent): RatingQuestion | null => {
  const said = saidIn(event, 'rating')
  if (said === null) return known
  if (!said.isOurs) return known ?? questionOf(said.body)
  return known?.answer === null && fits(answer, said.body) ? { ...known, answer: said.body as RatingAnswer } : known
}

const questionIn = (sdk: AsideSdk): Observable<RatingQuestion | null> => knownIn(sdk, sdk.event$, heard, null)

/** The rating of the calls of `sdk`, the component: `const { question$, rate } = rating(sdk)`. */
export const rating = (sdk: AsideSdk): Rating => {
  const wish$ = new Subject<RatingAnswer>()
  const sentTo = (question: RatingQuestion | null): Observable<never> =>
    question?.answer !== null
      ? EMPTY
      : wish$.pipe(
          filter(({ score }) => score <= question.scale),
          take(1),
          tap((wish) => {
            sdk.aside('rating', wish)
          }),
          ignoreElements(),
        )
  return {
    question$: merge(
      questionIn(sdk).pipe(connect((question$) => merge(question$.pipe(switchMap(sentTo)), question$))),
      announce(sdk, 'rating'),
    ),
    rate: (wish) => {
      if (!fits(answer, wish)) throw callError('INTENT_INVALID')
      wish$.next(wish)
    },
  }
}
