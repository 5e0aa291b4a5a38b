import type { ServerMessage } from 'tccc-wx-sdk/call'
import type { Shelf } from '../state/shelf'

interface Asked {
  readonly userId: string
  readonly callId: string
}

/** What was said to each `call/start`, so that the same is said again. */
export interface Answers {
  given(asked: Asked): ServerMessage | undefined
  note(asked: Asked, answer: ServerMessage): void
}

/** Of one customer: who starts calls without end forgets only answers of her own. */
const keptOfOne = 16
const customersKept = 2_000

type Own = Map<string, ServerMessage>

export function createAnswers(shelf: Shelf): Answers {
  const all = new Map<string, Own>()
  for (const [userId, own] of shelf.all('answers') as ReadonlyMap<string, readonly [string, ServerMessage][]>) {
    all.set(userId, new Map(own))
  }
  return {
    given: ({ userId, callId }) => all.get(userId)?.get(callId),
    note({ userId, callId }, answer) {
      const own = all.get(userId) ?? new Map<string, ServerMessage>()
      // Again, so that who calls now is the last to be forgotten.
      all.delete(userId)
      all.set(userId, own.set(callId, answer))
      trim(own, keptOfOne)
      for (const forgotten of trim(all, customersKept)) shelf.remove('answers', forgotten)
      shelf.put('answers', userId, () => [...own])
    },
  }
}

/** Takes the oldest entries away until `most` are left; the answer names them. */
function trim(map: Map<string, unknown>, most: number): readonly string[] {
  const names = [...map.keys()].slice(0, Math.max(0, map.size - most))
  for (const name of names) map.delete(name)
  return names
}
