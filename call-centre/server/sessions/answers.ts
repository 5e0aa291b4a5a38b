import type { ServerMessage } from 'tccc-wx-sdk/call'
import { limits } from '../limits'
import type { Shelf } from '../state/shelf'

interface Asked {
  readonly userId: string
  readonly callId: string
}

/** What was said to each `call/start`, and how the call ended, so that the same is said again. */
export interface Answers {
  given(asked: Asked): readonly ServerMessage[]
  note(asked: Asked, answer: ServerMessage): void
  ended(asked: Asked, ended: ServerMessage): void
  /** Of all calls of this customer. */
  forget(userId: string): void
}

type Own = Map<string, readonly ServerMessage[]>

export function createAnswers(shelf: Shelf): Answers {
  const all = new Map<string, Own>()
  const stored = shelf.all('answers') as ReadonlyMap<string, readonly (readonly [string, readonly ServerMessage[]])[]>
  for (const [userId, own] of stored) all.set(userId, new Map(own))
  return {
    given: ({ userId, callId }) => all.get(userId)?.get(callId) ?? [],
    note({ userId, callId }, answer) {
      const own = all.get(userId) ?? (new Map() as Own)
      // Moved to the end: the oldest customers are forgotten first.
      all.delete(userId)
      all.set(userId, own.set(callId, [answer]))
      // A customer who starts calls without end pushes out only their own answers.
      trim(own, limits.answersOfCustomer)
      for (const forgotten of trim(all, limits.customersAnswered)) shelf.remove('answers', forgotten)
      shelf.put('answers', userId, () => [...own])
    },
    ended({ userId, callId }, ended) {
      const own = all.get(userId)
      const given = own?.get(callId)
      // It may have been forgotten by now.
      if (!own || !given) return
      own.set(callId, [...given, ended])
      shelf.put('answers', userId, () => [...own])
    },
    forget(userId) {
      all.delete(userId)
      shelf.remove('answers', userId)
    },
  }
}

/** Takes the oldest entries away until `most` are left; the answer names them. */
function trim(map: Map<string, unknown>, most: number): readonly string[] {
  const names = [...map.keys()].slice(0, Math.max(0, map.size - most))
  for (const name of names) map.delete(name)
  return names
}
