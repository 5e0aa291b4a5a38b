import type { LinkMessage } from 'tccc-wx-sdk/call'

/** The numbers of one link, both ways: PROTOCOL.md §3.2. It knows nothing of sockets, so it outlives them. */
export interface Flow {
  /** The last client number that was taken. */
  seen(): number
  /** The last server number that was given. */
  sent(): number
  take(n: number): 'new' | 'old' | 'gap'
  /** Numbers a message and keeps it until it is covered; the answer is the frame. */
  number(message: LinkMessage): string
  /** Forgets what the client has. False when it claims what was never sent. */
  covered(seen: number): boolean
  /**
   * The frames that a client which has `seen` lacks; undefined when they cannot be told any more, or when the store has lost
   * what the client was told or acknowledged.
   */
  lacking(seen: number): readonly string[] | undefined
  /** How many messages wait to be covered. */
  waiting(): number
  kept(): KeptFlow
}

/** A flow as it is stored. */
export interface KeptFlow {
  readonly taken: number
  readonly sent: number
  readonly coveredUpTo: number
  readonly frames: readonly (readonly [n: number, frame: string])[]
}

const fresh: KeptFlow = { taken: 0, sent: 0, coveredUpTo: 0, frames: [] }

export function createFlow(stored: KeptFlow = fresh): Flow {
  const frames = new Map(stored.frames)
  let { taken, sent, coveredUpTo } = stored
  /** How often in a row a number was missing. A client that resumes says again what it was not acknowledged. */
  let gaps = 0
  /** Above this the client has nothing from here: since the flow was read from a store it has not been back. */
  let toldUpTo = stored === fresh ? Infinity : sent
  return {
    seen: () => taken,
    sent: () => sent,
    take(n) {
      if (n <= taken) return 'old'
      if (n > taken + 1) {
        gaps += 1
        return 'gap'
      }
      taken = n
      gaps = 0
      return 'new'
    },
    number(message) {
      sent += 1
      const frame = JSON.stringify({ ...message, n: sent })
      frames.set(sent, frame)
      return frame
    },
    covered(seen) {
      if (seen > sent) return false
      for (; coveredUpTo < seen; coveredUpTo += 1) frames.delete(coveredUpTo + 1)
      return true
    },
    lacking(seen) {
      if (gaps > 1 || seen > Math.min(sent, toldUpTo) || seen < coveredUpTo) return undefined
      toldUpTo = Infinity
      return [...frames].filter(([n]) => n > seen).map(([, frame]) => frame)
    },
    waiting: () => frames.size,
    kept: () => ({ taken, sent, coveredUpTo, frames: [...frames] }),
  }
}
