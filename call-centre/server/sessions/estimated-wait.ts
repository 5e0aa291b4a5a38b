import { estimateWaitMs } from '../routing/estimate'
import { reachOf } from '../routing/reach'
import { waitedMs, workingSeats, type Floor } from './floor'
import type { Session } from './session'

/** How long a place has to wait, as it looks now; undefined: nobody works who may take the call, and nothing is promised. */
export function createEstimate(floor: Floor): (session: Session, position: number) => number | undefined {
  const { config, book } = floor
  const meanTalkMs = book.meanTalkMs() ?? config.expectedTalkMs
  return (session, position) => {
    const seats = workingSeats(floor, reachOf(config.groups, session.group, waitedMs(floor, session)))
    return seats === 0 ? undefined : estimateWaitMs(position, seats, meanTalkMs)
  }
}
