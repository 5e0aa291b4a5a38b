import type { SeatInfo, SeatNotice } from '../desk-messages'
import { inParts } from '../parts'
import { createQueuePlaces } from './queue-places'
import { seatInfo, type Floor } from './floor'
import { callWhoseTurnItIs } from './places'
import { endWithoutSeats, ringFreeSeats } from './ringing'

/** Each of many seats hears of as many: what changes soon after a change that was told is told together. */
const MANY_SEATS = 20
const SEATS_PAUSE_MS = 250

/** Of one seat: how it is now; undefined: it is gone. */
type News = readonly [seatId: string, seat: SeatInfo | undefined]

function newsOf(floor: Floor): readonly SeatNotice[] {
  const { seatNews, desks, clock } = floor
  const news = [...seatNews].map((seatId): News => {
    const desk = desks.get(seatId)
    return [seatId, desk && seatInfo(floor, desk)]
  })
  return inParts(news, JSON.stringify).map((part) => ({
    type: 'seat/changed',
    time: clock.now(),
    seats: part.flatMap(([, seat]) => seat ?? []),
    gone: part.flatMap(([seatId, seat]) => (seat ? [] : seatId)),
  }))
}

function createTellSeats(floor: Floor): () => void {
  let pausing = false
  const tell = (): void => {
    if (pausing || floor.seatNews.size === 0) return
    const notices = newsOf(floor)
    floor.seatNews.clear()
    for (const { seatId, line } of floor.desks.values()) {
      if (line === 'up') for (const notice of notices) floor.out.toSeat(seatId, notice)
    }
    if (floor.desks.size < MANY_SEATS) return
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
  const places = createQueuePlaces(floor)
  return () => {
    endWithoutSeats(floor)
    places.tellNewcomers()
    ringFreeSeats(floor)
    callWhoseTurnItIs(floor)
    places.tellMoved()
    tellSeats()
    floor.out.changed()
  }
}
