import { estimateWaitMs } from '../routing/estimate'
import { reachOf } from '../routing/reach'
import { noteCall, waitedMs, workingSeats, type Floor } from './floor'
import type { WaitingSession } from './queue'
import type { Session } from './session'
import { offer } from './waiting'

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
    const wait = createWait(floor)
    let told = 0
    for (const session of sessions) {
      if (told === most) return
      const { stage, sessionId, linkId } = session
      const position = queue.placeOf(session)
      const isNews = stage.position !== position
      queue.told(session, position)
      if (!isNews) continue
      told += 1
      const estimate = wait(session, position)
      const { estimatedWaitMs: waitMs } = estimate
      if (waitMs !== undefined) session.promised ??= { at: clock.now(), waitMs }
      noteCall(floor, session)
      floor.out.toCustomer(linkId, { type: 'call/queued', sessionId, position, ...estimate })
      offer(floor, session, waitMs)
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

/** How long a place has to wait, as it looks now; nothing is promised while nobody works who may take the call. */
function createWait(floor: Floor): (session: Session, position: number) => { readonly estimatedWaitMs?: number } {
  const { config, book } = floor
  const meanTalkMs = book.meanTalkMs() ?? config.expectedTalkMs
  return (session, position) => {
    const seats = workingSeats(floor, reachOf(config.groups, session.group, waitedMs(floor, session)))
    return seats === 0 ? {} : { estimatedWaitMs: estimateWaitMs(position, seats, meanTalkMs) }
  }
}
