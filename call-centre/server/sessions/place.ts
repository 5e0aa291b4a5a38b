import type { IvrKey } from 'tccc-wx-sdk/call'
import type { MessageResult } from '../messages/message'

/** A place in the line that a customer keeps without holding it. All moments are those of `Clock.now`. */
export interface Place {
  /** A customer has one. */
  readonly userId: string
  readonly channelId: string
  readonly channelName: string
  readonly group?: string | undefined
  readonly ivrPath: readonly IvrKey[]
  /** The call that was left for it. */
  readonly leftSessionId?: string | undefined
  /** The seat at which the customer's call rings first, if it is free then. */
  readonly wanted?: string | undefined
  /** The agent who has called the customer, and hears what becomes of it. */
  readonly calledBy?: string | undefined
  /** Since when it is in the line. */
  readonly since: number
  /** Of its call, in the place of that of the channel. */
  readonly priority: number
  /** How long the customer has to come back once called. */
  readonly backWithinMs: number
  /** `gone`: the customer did not come, and hears so when calling later. */
  state: 'kept' | 'called' | 'gone'
  /** What became of the message that calls; undefined: none was sent, or nobody knows yet. */
  message?: MessageResult | undefined
  /** The moment to remind the customer has been. */
  reminded?: true
  /** When this state ends by itself. */
  dueAt: number
  stopTimer?: () => void
}

/** The customer has left a line for it or was told of it: something would be lost with it. */
export function isPromised({ state, leftSessionId, message }: Place): boolean {
  return state !== 'gone' && (leftSessionId !== undefined || message === 'sent')
}

/**
 * Whether those behind are called after this one: its customer has left the line, and comes back into it. Not one who is
 * expected at a seat, whose talk broke or whom an agent called again, and who may never come; nor one who was called and whom
 * no message has reached.
 */
export function comesBefore({ leftSessionId, calledBy, message }: Place): boolean {
  return leftSessionId !== undefined && calledBy === undefined && message !== 'refused' && message !== 'failed'
}

/** The higher, the sooner: before every channel's. */
export const beforeAll = 10
