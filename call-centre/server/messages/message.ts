import type { MessageKind } from '../config/centre-config'
import type { MessageWords } from './message-data'

/** A message of WeChat to a customer. */
export interface Message {
  /** The same id again is the same message, as long as that one is on its way. */
  readonly id: string
  readonly userId: string
  readonly kind: MessageKind
  readonly words: MessageWords
  /** A moment of the centre's clock: later it is not worth sending. */
  readonly until: number
}

/**
 * `sent`: WeChat has it. `refused`: the customer has not allowed one. `failed`: it is not tried any more, and nothing says that
 * it was sent.
 */
export type MessageResult = 'sent' | 'refused' | 'failed'
