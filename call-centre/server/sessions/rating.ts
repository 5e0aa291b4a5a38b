/** What a customer thinks of a call: asked once it is over, put into its record. PROTOCOL.md §4.4. */
import type { RatingConfig } from '../config/centre-config'
import type { GivenRating } from '../call-summary'
import { limits } from '../limits'
import { acceptedAtOf } from '../records/call-record'
import { noteCall, type Floor } from './floor'
import { mayAskForRating } from './may-ask-for-rating'
import type { End, Session } from './session'
import { fileRecord } from './wrap-up'

type Body = Readonly<Record<string, unknown>>

/** The page of the customer can ask for a rating. */
export function showRating(floor: Floor, session: Session): void {
  session.rates = true
  noteCall(floor, session)
}

/** The call is over and in the book. */
export function askForRating(floor: Floor, session: Session, how: End): void {
  const { clock, book, config, out } = floor
  const { sessionId, linkId, userId, rates } = session
  const rules = config.rating
  if (!rules || !rates) return
  const askedAt = book.ofCustomer(userId).findLast(({ asked }) => asked)?.at
  const now = clock.now()
  const talkedMs = now - (acceptedAtOf(session) ?? now)
  const sinceAskedMs = askedAt === undefined ? undefined : now - askedAt
  if (!mayAskForRating(rules, { talkedMs, endStatus: how.endStatus, sinceAskedMs })) return
  book.ask(sessionId)
  awaitRating(floor, sessionId, now + rules.recordWaitsMs)
  out.toCustomer(linkId, { type: 'call/aside', sessionId, about: 'rating', body: questionOf(rules) })
}

function questionOf({ question, scale, tags, comment, thanks }: RatingConfig): string {
  return JSON.stringify({ question, scale, tags, comment, thanks })
}

/** The record waits for its rating until this moment. */
export function awaitRating(floor: Floor, sessionId: string, until: number): void {
  floor.ratings.set(sessionId, until)
  floor.shelf.put('ratingAwaited', sessionId, () => until)
  floor.later(Math.max(0, until - floor.clock.now()), () => {
    settleRecord(floor, sessionId)
  })
}

function settleRecord(floor: Floor, sessionId: string): void {
  if (!floor.ratings.delete(sessionId)) return
  floor.shelf.remove('ratingAwaited', sessionId)
  fileRecord(floor, sessionId)
}

/** The first answer to a question counts, however late; one to a question that was not asked, or that cannot be read, is none. */
export function rate(floor: Floor, userId: string, sessionId: string, body: Body): void {
  const rules = floor.config.rating
  const entry = floor.book.find(sessionId)
  if (!rules || entry?.asked !== true || entry.record.Caller !== userId || entry.summary.rating) return
  const rating = ratingOf(rules, body)
  if (!rating) return
  floor.book.rate(sessionId, rating)
  const record = floor.book.find(sessionId)?.summary
  for (const seatId of new Set((entry.servings ?? []).map((serving) => serving.seatId))) {
    if (record && floor.desks.has(seatId)) floor.out.toSeat(seatId, { type: 'seat/record', record })
  }
  settleRecord(floor, sessionId)
}

function ratingOf({ scale, tags, comment: asksForWords }: RatingConfig, body: Body): GivenRating | undefined {
  const { score, tags: said, comment } = body
  if (typeof score !== 'number' || !Number.isInteger(score) || score < 1 || score > scale) return undefined
  const given: readonly unknown[] = Array.isArray(said) ? said : []
  const applies = tags.filter(({ tag }) => given.includes(tag)).map(({ label }) => label)
  const hasWords = asksForWords && typeof comment === 'string' && comment.trim() !== ''
  const words = hasWords && Buffer.byteLength(comment) <= limits.textBytes ? { comment } : {}
  return { score, scale, tags: applies, ...words }
}
