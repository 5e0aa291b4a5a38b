import { createEstimate } from './estimated-wait'
import { noteCall, type Floor } from './floor'
import type { WaitingSession } from './queue'
import { offer, offerLater } from './waiting'

/** So many hear of a new place in one turn of the event loop: whoever speaks meanwhile waits for no more than these. */
const toldInOneTurn = 20

/** Tells those who wait their places. */
export interface QueuePlaces {
  /** Those who have just come, at once: each of them has asked for it. */
  tellNewcomers(): void
  /** Those who moved; when they are many, a few in each turn, each with the place of that moment. */
  tellMoved(): void
}

export function createQueuePlaces(floor: Floor): QueuePlaces {
  const { queue, clock } = floor
  let pausing = false

  const tell = (sessions: Iterable<WaitingSession>, most: number): void => {
    const estimate = createEstimate(floor)
    let told = 0
    for (const session of sessions) {
      if (told === most) return
      const { stage } = session
      const position = queue.placeOf(session)
      const [isNews, isNew] = [stage.position !== position, stage.position === undefined]
      queue.told(session, position)
      if (!isNews) continue
      told += 1
      const waitMs = estimate(session, position)
      if (waitMs !== undefined) session.promised ??= { at: clock.now(), waitMs }
      noteCall(floor, session)
      tellPlace(floor, session, position, waitMs)
      offer(floor, session)
      if (isNew) offerLater(floor, session)
    }
  }
  const tellMoved = (): void => {
    if (pausing || queue.moved.size === 0) return
    tell(queue.moved, toldInOneTurn)
    if (queue.moved.size === 0) return
    // Not `later`: the floor is settled after each word of anybody, and would tell the next few each time.
    pausing = true
    clock.after(0, () => {
      pausing = false
      tellMoved()
    })
  }
  return {
    tellMoved,
    tellNewcomers() {
      if (queue.untold.size > 0) tell(queue.untold, Infinity)
    },
  }
}

function tellPlace({ out }: Floor, { linkId, sessionId }: WaitingSession, position: number, waitMs?: number): void {
  const estimated = waitMs === undefined ? {} : { estimatedWaitMs: waitMs }
  out.toCustomer(linkId, { type: 'call/queued', sessionId, position, ...estimated })
}
