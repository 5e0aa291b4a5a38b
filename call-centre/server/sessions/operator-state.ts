import type { KeptPlace, LiveCall, OperatorState } from '../operator-messages'
import { seatName, type Floor } from './floor'
import type { Place } from './place'
import { isWaiting } from './queue'
import { seatInfos } from './seats'
import type { Session } from './session'
import { consultOf } from './asked'
import { stateOf } from './telling'

export function operatorState(floor: Floor): OperatorState {
  const estimate = floor.estimates.quality()
  return {
    time: floor.clock.now(),
    sessions: [...floor.sessions.values()].flatMap((session) => row(floor, session)),
    places: [...floor.places.values()].map((place) => keptPlace(floor, place)),
    seats: seatInfos(floor),
    records: floor.book.summaries().toReversed(),
    ...(estimate ? { estimate } : {}),
  }
}

function keptPlace(floor: Floor, place: Place): KeptPlace {
  const { userId, channelName, group, wanted, since, state, dueAt, message } = place
  const sendsNone = floor.messages.templates.turn === undefined
  return {
    ...{ placeId: `${userId} ${since}`, caller: userId, channel: channelName, since, state, dueAt },
    ...(group === undefined ? {} : { group }),
    ...(wanted === undefined ? {} : { seatName: seatName(floor, wanted) }),
    ...(message === undefined || sendsNone ? {} : { message }),
  }
}

function row(floor: Floor, session: Session): readonly LiveCall[] {
  const { stage, sessionId, userId, channelName, media, line, since, ivrPath, group } = session
  if (stage.phase === 'ended') return []
  return [
    {
      ...{ sessionId, caller: userId, channel: channelName, media, phase: stage.phase, line, since, ivrPath },
      ...('seatId' in stage ? { seatName: seatName(floor, stage.seatId) } : {}),
      // Not the place: when one leaves, all behind would be another.
      ...(isWaiting(session) ? { ticket: floor.queue.ticketOf(session) } : {}),
      ...(group === undefined ? {} : { group }),
      ...heldIn(session),
      ...askedIn(floor, session),
    },
  ]
}

function askedIn(floor: Floor, session: Session): Pick<LiveCall, 'asked'> {
  const consult = consultOf(session)
  if (!consult) return {}
  return { asked: { seatName: seatName(floor, consult.seatId), state: stateOf(session, consult) } }
}

/** Whoever holds it, the other end hears nothing. */
function heldIn({ stage, interruption }: Session): Pick<LiveCall, 'held'> {
  if (stage.phase !== 'talking') return {}
  if (stage.held) return { held: 'seat' }
  return interruption ? { held: 'customer' } : {}
}
