/** The messages that were sent: their letters, and how they are compared, as an end is, by the fields that a spec names. */
import type { ClientMessage } from '../link/messages'
import type { End } from '../call/session'

const SENT: Readonly<Record<ClientMessage['type'], string>> = {
  'call/start': 's',
  'call/aside': 'x',
  'call/hangUp': 'h',
  'call/digits': 'd',
  'call/hold': 'o',
  'call/rejoin': 'r',
}

/** The letter of a message that was sent; `c` is the end of a hold. */
export const sentLetter = (message: ClientMessage): string =>
  message.type === 'call/hold' && !message.held ? 'c' : SENT[message.type]

type PartOf<Message> = Message extends { readonly type: unknown } ? Pick<Message, 'type'> & Partial<Message> : never

/** A message by its type, and by those of its fields that matter to the spec. */
export type SentMessage = PartOf<ClientMessage>

const line = ({ type, ...fields }: { readonly type: string }): string =>
  Object.keys(fields).length === 0 ? type : `${type} ${JSON.stringify(fields)}`

const fits = (whole: object, wanted: object): boolean => {
  const fields = new Map<string, unknown>(Object.entries(whole))
  return Object.entries(wanted).every(([name, value]) => JSON.stringify(fields.get(name)) === JSON.stringify(value))
}

/** `undefined` when the messages are the wanted ones, in this order; otherwise both lists. */
export const sentDifference = (wanted: readonly SentMessage[], sent: readonly ClientMessage[]): string | undefined => {
  const isSame = sent.length === wanted.length && sent.every((message, index) => fitsAt(wanted, message, index))
  const list = (messages: readonly { readonly type: string }[]) => messages.map(line).join('\n                  ')
  return isSame ? undefined : `expected to send  ${list(wanted)}\n     but it was  ${list(sent)}`
}

const fitsAt = (wanted: readonly SentMessage[], message: ClientMessage, index: number): boolean => {
  const part = wanted[index]
  return part !== undefined && fits(message, part)
}

/** `undefined` when the end is the wanted one; otherwise both. */
export const endDifference = (wanted: Partial<End>, end: End | undefined): string | undefined =>
  end !== undefined && fits(end, wanted)
    ? undefined
    : `expected to end   ${JSON.stringify(wanted)}\n     but it was  ${end === undefined ? 'no end' : JSON.stringify(end)}`
