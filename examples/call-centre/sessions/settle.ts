import type { Floor } from './floor'
import { keep } from './keep'
import { endWithoutSeats, ringFreeSeats } from './ringing'
import { seatInfos } from './seats'
import { tellPositions } from './waiting'

/**
 * What follows from any change, whatever it was: nobody waits for a seat that will not come, free seats ring, whoever
 * waits knows the place, the seats know of each other.
 */
export function createSettle(floor: Floor): () => void {
  let told = ''
  return () => {
    endWithoutSeats(floor)
    tellPositions(floor)
    ringFreeSeats(floor)
    tellPositions(floor)
    const seats = seatInfos(floor)
    const news = JSON.stringify(seats)
    if (news !== told) {
      told = news
      for (const { seatId } of seats) floor.out.toSeat(seatId, { type: 'seat/seats', seats })
    }
    keep(floor)
    floor.out.changed()
  }
}
