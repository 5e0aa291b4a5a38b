/** Text beside the voice, both ways: kept with the call, told to whoever talks in it, and back how far it has come. */
import { limits } from '../limits'
import type { RefusalCode, Seen, WrittenText } from '../desk-messages'
import { noteCall, seatName, type Floor } from './floor'
import type { Session } from './session'

type Body = Readonly<Record<string, unknown>>

const isSeen = (value: unknown): value is Seen => value === 'delivered' || value === 'read'

const isId = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 128

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= limits.textBytes

/** The page of the customer shows texts, has written one, or says how far one of a seat has come. */
export function hearText(floor: Floor, session: Session, { id, text, seen }: Body): void {
  if (session.texts === undefined) {
    session.texts = []
    noteCall(floor, session)
    tellTexts(floor, session)
  }
  if (!isId(id)) return
  if (isText(text)) write(floor, session, { textId: id, by: 'customer', text, at: floor.clock.date() })
  else if (isSeen(seen) && mark(floor, session, 'seat', id, seen)) toSeat(floor, session, { textId: id, seen })
}

/** A seat writes to the customer with whom it talks. The answer is why not. */
export function seatWrites(
  floor: Floor,
  session: Session,
  seatId: string,
  { textId, text }: Pick<WrittenText, 'textId' | 'text'>,
): RefusalCode | undefined {
  if (session.stage.phase !== 'talking' || session.stage.seatId !== seatId) return 'NOT_TALKING'
  if (session.texts === undefined) return 'NO_TEXTS'
  if (!isText(text)) return 'TEXT_LENGTH'
  const name = seatName(floor, seatId)
  if (write(floor, session, { textId, by: 'seat', name, text, at: floor.clock.date() })) {
    toCustomer(floor, session, { id: textId, text, name })
  }
  return undefined
}

/** A seat has been given, or has read, what the customer wrote. */
export function seatSaw(
  floor: Floor,
  session: Session,
  seatId: string,
  said: { textId: string; seen: Seen },
): RefusalCode | undefined {
  const { textId, seen } = said
  const talks = session.stage.phase === 'talking' && session.stage.seatId === seatId
  if (talks && mark(floor, session, 'customer', textId, seen)) toCustomer(floor, session, { id: textId, seen })
  return undefined
}

/** All there is, to a page that has just come into the talk. */
export function tellTexts(floor: Floor, session: Session): void {
  const { stage, sessionId, texts } = session
  if (stage.phase !== 'talking' || texts === undefined) return
  floor.out.toSeat(stage.seatId, { type: 'seat/textOn', sessionId })
  for (const text of texts) floor.out.toSeat(stage.seatId, { type: 'seat/text', sessionId, ...text })
}

/** The same id again is the same text. The answer is whether it is new. */
function write(floor: Floor, session: Session, text: WrittenText): boolean {
  const texts = session.texts ?? []
  if (texts.some(({ textId }) => textId === text.textId)) return false
  session.texts = [...texts, text].slice(-limits.textsKept)
  noteCall(floor, session)
  const { stage, sessionId } = session
  if (stage.phase === 'talking') floor.out.toSeat(stage.seatId, { type: 'seat/text', sessionId, ...text })
  return true
}

/** It goes forwards only: what was read is not delivered later. */
function mark(floor: Floor, session: Session, by: WrittenText['by'], textId: string, seen: Seen): boolean {
  const isNews = (text: WrittenText): boolean =>
    text.textId === textId && text.by === by && text.seen !== seen && text.seen !== 'read'
  const { texts = [] } = session
  if (!texts.some(isNews)) return false
  session.texts = texts.map((text) => (isNews(text) ? { ...text, seen } : text))
  noteCall(floor, session)
  return true
}

function toSeat(floor: Floor, { stage, sessionId }: Session, seen: { textId: string; seen: Seen }): void {
  if (stage.phase === 'talking') floor.out.toSeat(stage.seatId, { type: 'seat/textSeen', sessionId, ...seen })
}

function toCustomer(floor: Floor, { linkId, sessionId }: Session, body: object): void {
  floor.out.toCustomer(linkId, { type: 'call/aside', sessionId, about: 'text', body: JSON.stringify(body) })
}
