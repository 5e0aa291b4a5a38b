/** How what is written beside the voice changes, and what the centre is told of it. */
import type { SeatCommand, Seen, WrittenText } from '../../server/desk-messages'
import type { EventOf, WorkstationEvent } from './events'
import type { Texts, Workstation } from './state'

type Changed = Pick<Workstation, 'texts'>

export const textsOn = ({ texts }: Workstation, sessionId: string): Changed => ({
  texts: texts?.sessionId === sessionId ? texts : { sessionId, lines: [], draft: '' },
})

const inTexts = ({ texts }: Workstation, sessionId: string, change: (texts: Texts) => Partial<Texts>): Changed => ({
  texts: texts?.sessionId === sessionId ? { ...texts, ...change(texts) } : texts,
})

const lineOf = ({ textId, by, text, at, name, seen }: WrittenText): WrittenText => ({
  ...{ textId, by, text, at },
  ...(name === undefined ? {} : { name }),
  ...(seen === undefined ? {} : { seen }),
})

/** A page that comes back into a talk is told all of them again. */
export const withText = (state: Workstation, told: EventOf<'seat/text'>): Changed =>
  inTexts(state, told.sessionId, ({ lines }) => ({
    lines: lines.some(({ textId }) => textId === told.textId) ? lines : [...lines, lineOf(told)],
  }))

export const withSeen = (state: Workstation, { sessionId, textId, seen }: EventOf<'seat/textSeen'>): Changed =>
  inTexts(state, sessionId, ({ lines }) => ({
    lines: lines.map((line) => (line.textId === textId ? { ...line, seen } : line)),
  }))

export const withDraft = ({ texts }: Workstation, draft: string): Changed => ({ texts: texts && { ...texts, draft } })

const isUnread = ({ by, seen }: WrittenText): boolean => by === 'customer' && seen !== 'read'

export const allRead = ({ texts }: Workstation): Changed => {
  if (texts?.lines.some(isUnread) !== true) return { texts }
  return { texts: { ...texts, lines: texts.lines.map((line) => (isUnread(line) ? { ...line, seen: 'read' } : line)) } }
}

const saw = (sessionId: string, { textId }: WrittenText, seen: Seen): SeatCommand => ({
  ...{ type: 'seat/textSeen', sessionId, textId, seen },
})

/** Only while the centre hears it: what was typed stays in its field otherwise. */
export const textCommands = (
  event: WorkstationEvent,
  { texts }: Workstation,
  ready: boolean,
): readonly SeatCommand[] => {
  if (event.type === 'seat/text') {
    return event.by === 'customer' && event.seen === undefined ? [saw(event.sessionId, event, 'delivered')] : []
  }
  if (texts === null) return []
  const { sessionId, draft, lines } = texts
  if (event.type === 'click/readTexts') return lines.filter(isUnread).map((line) => saw(sessionId, line, 'read'))
  if (event.type !== 'click/sendText' || !ready || draft === '') return []
  return [{ type: 'seat/text', sessionId, textId: event.textId, text: draft }]
}
