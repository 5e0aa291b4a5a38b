import type { ServerMessage } from 'tccc-wx-sdk/call'

/** The numbers of one link, both ways: PROTOCOL.md §3.2. It knows nothing of sockets, so it outlives them. */
export interface Flow {
  /** The last client number that was taken. */
  seen(): number
  take(n: number): 'new' | 'old' | 'gap'
  /** Numbers a message and keeps it until it is covered; the answer is the frame. */
  number(message: ServerMessage): string
  /** Forgets what the client has. False when it claims what was never sent. */
  covered(seen: number): boolean
  /** The frames that a client which has `seen` lacks; undefined when they cannot be told any more. */
  lacking(seen: number): readonly string[] | undefined
  /** How many messages wait to be covered. */
  waiting(): number
}

export function createFlow(): Flow {
  const kept = new Map<number, string>()
  let taken = 0
  let sent = 0
  let coveredUpTo = 0
  return {
    seen: () => taken,
    take(n) {
      if (n <= taken) return 'old'
      if (n > taken + 1) return 'gap'
      taken = n
      return 'new'
    },
    number(message) {
      sent += 1
      const frame = JSON.stringify({ ...message, n: sent })
      kept.set(sent, frame)
      return frame
    },
    covered(seen) {
      if (seen > sent) return false
      for (; coveredUpTo < seen; coveredUpTo += 1) kept.delete(coveredUpTo + 1)
      return true
    },
    lacking: (seen) =>
      seen > sent || seen < coveredUpTo ? undefined : [...kept].filter(([n]) => n > seen).map(([, frame]) => frame),
    waiting: () => kept.size,
  }
}
