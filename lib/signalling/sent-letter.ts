/** The letters of what is sent: of the marble kit, of the specs that are made of recordings, and of the inspectors. */
import type { ClientMessage } from './messages'

const SENT: Readonly<Record<ClientMessage['type'], string>> = {
  'call/start': 's',
  'call/hangUp': 'h',
  'call/digits': 'd',
  'call/hold': 'o',
  'call/rejoin': 'r',
}

/** The letter of a message that was sent; `c` is the end of a hold. */
export const sentLetter = (message: ClientMessage): string =>
  message.type === 'call/hold' && !message.held ? 'c' : SENT[message.type]
