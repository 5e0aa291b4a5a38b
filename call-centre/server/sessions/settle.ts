import { createAnnouncer } from './announcer'
import type { Floor } from './floor'
import { endWithoutSeats, ringFreeSeats } from './ringing'
import { seatInfos } from './seats'

/** Each of many seats hears of as many: what changes soon after a change that was told is told together. */
const MANY_SEATS = 20
const SEATS_PAUSE_MS = 250

function createTellSeats(floor: Floor): () => void {
  let told = ''
  let pausing = false
  const tell = (): void => {
    if (pausing || !floor.seatNews) return
    floor.seatNews = false
    const seats = seatInfos(floor)
    const news = JSON.stringify(seats)
    if (news === told) return
    told = news
    const notice = { type: 'seat/seats', seats } as const
    for (const { seatId } of seats) floor.out.toSeat(seatId, notice)
    if (seats.length < MANY_SEATS) return
    pausing = true
    floor.clock.after(SEATS_PAUSE_MS, () => {
      pausing = false
      tell()
    })
  }
  return tell
}

/**
 * What follows from any change, whatever it was: nobody waits for a seat that will not come, free seats ring, whoever
 * waits knows the place, the seats know of each other.
 */
export function createSettle(floor: Floor): () => void {
  const tellSeats = createTellSeats(floor)
  const announcer = createAnnouncer(floor)
  return () => {
    endWithoutSeats(floor)
    announcer.tellNewcomers()
    ringFreeSeats(floor)
    announcer.tellMoved()
    tellSeats()
    floor.out.changed()
  }
}
