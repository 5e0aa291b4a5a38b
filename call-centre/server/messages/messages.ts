import type { MessageKind, MessagesConfig } from '../config/centre-config'
import type { Clock } from '../sessions/clock'
import type { Post } from '../state/post'
import type { Shelf } from '../state/shelf'
import type { Addresses } from './addresses'
import { Deliveries, type Underway } from './deliveries'
import type { Message, MessageResult } from './message'
import type { SendMessage } from './send-message'

/** Messages of WeChat, each to be allowed by the customer. */
export interface Messages {
  /** The kinds that can be sent at all, with the ids of their templates, for the page that asks the customer. */
  readonly templates: Readonly<Partial<Record<MessageKind, string>>>
  /** Whether it is known where WeChat takes messages to the customer. */
  readonly knows: (userId: string) => boolean
  /** The customer has allowed one more message by each of these templates. */
  readonly allow: (userId: string, templateIds: readonly string[]) => void
  /** Whether the customer has allowed a message of this kind that is not sent yet. */
  readonly mayReach: (userId: string, kind: MessageKind) => boolean
  /** Sends it as soon as that is kept. False: the customer has not allowed one, and nothing is sent. */
  readonly send: (message: Message) => boolean
  /** Not to be sent any more. The answer is whether it was on its way, and surely nothing of it went out. */
  readonly drop: (id: string) => boolean
  /** Those to a customer that are on their way. */
  readonly of: (userId: string) => readonly Underway[]
  /** Hears what became of each. Nobody hears of one that was dropped. */
  readonly onTold: (tell: (id: string, result: MessageResult) => void) => void
}

interface Parts {
  readonly config: MessagesConfig | undefined
  readonly sendMessage: SendMessage
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
  readonly addresses: Addresses
}

export function createMessages({ config, addresses, ...parts }: Parts): Messages {
  const deliveries = new Deliveries({ ...parts, consents: addresses })
  const templates = config ? templatesOf(config) : {}
  const mayReach = (userId: string, kind: MessageKind): boolean =>
    templates[kind] !== undefined && addresses.allows(userId, kind)
  return {
    templates,
    mayReach,
    knows: (userId) => addresses.openidOf(userId) !== undefined,
    allow(userId, templateIds) {
      for (const kind of kinds) if (templateIds.includes(templates[kind] ?? '')) addresses.allow(userId, kind, 1)
    },
    send({ id, ...message }) {
      const { userId, kind } = message
      if (deliveries.has(id)) return true
      if (!mayReach(userId, kind)) return false
      deliveries.add(id, message)
      return true
    },
    drop: (id) => deliveries.drop(id),
    of: (userId) => deliveries.of(userId),
    onTold(tell) {
      deliveries.told = tell
    },
  }
}

const kinds: readonly MessageKind[] = ['turn', 'reminder']

function templatesOf(config: MessagesConfig): Messages['templates'] {
  return Object.fromEntries(kinds.flatMap((kind) => (config[kind] ? [[kind, config[kind].templateId]] : [])))
}
