import { limits } from '../limits'
import type { Clock } from '../sessions/clock'
import type { Post } from '../state/post'
import type { Shelf } from '../state/shelf'
import type { Addresses } from './addresses'
import type { Message, MessageResult } from './message'
import type { Attempted, SendMessage } from './send-message'

/** A message on its way, as it is kept. */
export interface Underway extends Omit<Message, 'id'> {
  /** Those that were begun. */
  readonly attempts: number
  /** One of them was not answered: it is under way, or was when the process ended, or WeChat was silent. */
  readonly mayHaveArrived: boolean
  readonly dueAt: number
}

interface Parts {
  readonly sendMessage: SendMessage
  readonly clock: Clock
  readonly shelf: Shelf
  readonly post: Post
  /** A message takes a consent of the customer with it; what WeChat surely did not send gives it back. */
  readonly consents: Pick<Addresses, 'allow' | 'usedUp'>
}

const firstPauseMs = 1_000
const longestPauseMs = 60_000
/** After the quota of the day is used up: it is anew at midnight in Beijing. */
const quotaPauseMs = 600_000
/** Past this an attempt of a process that has ended is not under way any more. */
const attemptMs = 10_000

/**
 * The committed way out for messages: an attempt is kept before it is made, and goes on where the process before it ended. WeChat
 * knows no message a second time. So one that may have arrived is tried again: the customer would lose the place by one that
 * never comes, and loses a glance by one that comes twice. It comes once where one consent was given: when the second attempt
 * is refused for want of another, the first one has arrived.
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

  /** Of one customer. */
  of(userId: string): readonly Underway[] {
    return [...this.underway.values()].filter((message) => message.userId === userId)
  }

  add(id: string, message: Omit<Message, 'id'>): void {
    const dueAt = this.parts.clock.now()
    this.parts.consents.allow(message.userId, message.kind, -1)
    this.keep(id, { ...message, attempts: 0, mayHaveArrived: false, dueAt }, () => {
      this.wait(id, dueAt)
    })
  }

  /** Whether it was on its way, and surely nothing of it went out. */
  drop(id: string): boolean {
    const message = this.underway.get(id)
    if (!message) return false
    this.forget(id)
    this.giveBack(message)
    return !message.mayHaveArrived
  }

  private giveBack({ userId, kind, mayHaveArrived }: Underway): void {
    if (!mayHaveArrived) this.parts.consents.allow(userId, kind, 1)
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
    if (now >= until) this.finish(id, message, 'failed')
    else if (this.busy.has(userId) || this.busy.size >= limits.messagesInFlight) this.wait(id, now + firstPauseMs)
    else {
      this.busy.add(userId)
      const tried = { ...message, attempts: attempts + 1, mayHaveArrived: true, dueAt: now + attemptMs }
      this.keep(id, tried, () => {
        void this.send(id, tried).then((attempted) => {
          this.busy.delete(userId)
          this.attempted(id, message, tried, attempted)
        })
      })
    }
  }

  /** The customer may have come while the attempt was being kept. */
  private send(id: string, tried: Underway): Promise<Attempted> {
    return this.underway.get(id) === tried ? this.parts.sendMessage(tried) : Promise.resolve('later')
  }

  private attempted(id: string, before: Underway, tried: Underway, attempted: Attempted): void {
    const mayHaveArrived = before.mayHaveArrived || attempted === 'unanswered'
    const message = { ...tried, mayHaveArrived }
    if (attempted === 'refused') this.parts.consents.usedUp(tried.userId, tried.kind)
    if (this.underway.get(id) !== tried) {
      if (attempted !== 'sent' && attempted !== 'refused') this.giveBack(message)
    } else if (attempted === 'unanswered' || attempted === 'later' || attempted === 'tomorrow') {
      const pauseMs = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(tried.attempts - 1, 20))
      const dueAt = this.parts.clock.now() + (attempted === 'tomorrow' ? quotaPauseMs : pauseMs)
      this.keep(id, { ...message, dueAt }, () => {
        this.wait(id, dueAt)
      })
    } else this.finish(id, message, attempted === 'refused' && mayHaveArrived ? 'sent' : attempted)
  }

  private finish(id: string, message: Underway, result: MessageResult): void {
    this.forget(id)
    if (result === 'failed') this.giveBack(message)
    this.told(id, result)
  }
}
