import type { MessageKind } from '../config/centre-config'
import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import type { Post } from '../state/post'
import type { Shelf } from '../state/shelf'
import type { Message, MessageResult } from './message'
import type { Attempted, SendMessage } from './send-message'

/** A message on its way, as it is kept. */
export interface Underway extends Omit<Message, 'id'> {
  /** Those that were begun: the last one may be under way, or was when the process ended. */
  readonly attempts: number
  readonly dueAt: number
}

interface Parts {
  readonly sendMessage: SendMessage
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
  /** WeChat says that the customer has allowed no other one. */
  readonly usedUp: (userId: string, kind: MessageKind) => void
}

const firstPauseMs = 1_000
const longestPauseMs = 60_000
/** After the quota of the day is used up: it is anew at midnight in Beijing. */
const quotaPauseMs = 600_000
/** Past this an attempt of a process that has ended is not under way any more. */
const attemptMs = 10_000

/**
 * The committed way out for messages: an attempt is kept before it is made, and goes on where the process before it ended. What
 * was tried before and is refused then for want of a consent has arrived: for one consent WeChat sends one message.
 */
export class Deliveries {
  told: (id: string, result: MessageResult) => void = () => undefined
  private readonly underway: Map<string, Underway>
  /** Customers to whom one is being sent: WeChat takes one at a time (43108). */
  private readonly busy = new Set<string>()

  constructor(private readonly parts: Parts) {
    this.underway = new Map(parts.shelf.all('message') as ReadonlyMap<string, Underway>)
    for (const [id, { dueAt }] of this.underway) this.wait(id, dueAt)
  }

  has(id: string): boolean {
    return this.underway.has(id)
  }

  add(id: string, message: Omit<Message, 'id'>): void {
    const dueAt = this.parts.clock.now()
    this.keep(id, { ...message, attempts: 0, dueAt }, () => {
      this.wait(id, dueAt)
    })
  }

  /** The answer is what it was; undefined: it was not on its way. */
  drop(id: string): Underway | undefined {
    const message = this.underway.get(id)
    if (message) this.forget(id)
    return message
  }

  private keep(id: string, message: Underway, then: () => void): void {
    this.underway.set(id, message)
    this.parts.shelf.put('message', id, () => message)
    this.parts.post.send(then)
  }

  private forget(id: string): void {
    this.underway.delete(id)
    this.parts.shelf.remove('message', id)
  }

  private wait(id: string, dueAt: number): void {
    const { clock } = this.parts
    clock.after(Math.max(0, dueAt - clock.now()), () => {
      this.attempt(id)
    })
  }

  private attempt(id: string): void {
    const message = this.underway.get(id)
    if (!message) return
    const { userId, until, attempts } = message
    const now = this.parts.clock.now()
    if (now >= until) this.finish(id, 'failed')
    else if (this.busy.has(userId) || this.busy.size >= limits.messagesInFlight) this.wait(id, now + firstPauseMs)
    else {
      this.busy.add(userId)
      const tried = { ...message, attempts: attempts + 1, dueAt: now + attemptMs }
      this.keep(id, tried, () => {
        void this.parts.sendMessage(tried).then((attempted) => {
          this.busy.delete(userId)
          if (this.underway.get(id) === tried) this.tried(id, tried, attempted)
        })
      })
    }
  }

  private tried(id: string, message: Underway, attempted: Attempted): void {
    const { userId, kind, attempts } = message
    if (attempted === 'later' || attempted === 'tomorrow') {
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempts - 1, 20))
      const dueAt = this.parts.clock.now() + (attempted === 'tomorrow' ? quotaPauseMs : pauseMs)
      this.keep(id, { ...message, dueAt }, () => {
        this.wait(id, dueAt)
      })
      return
    }
    if (attempted === 'refused') this.parts.usedUp(userId, kind)
    this.finish(id, attempted === 'refused' && attempts > 1 ? 'sent' : attempted)
  }

  private finish(id: string, result: MessageResult): void {
    this.forget(id)
    this.told(id, result)
  }
}
