import type { OperatorNotice } from '../seat-messages'
import type { Floor } from './floor'
import { isWaiting } from './queue'
import { seatInfos } from './seats'
import type { Session } from './session'

/** The whole picture for the operator. */
export function operatorState(floor: Floor): OperatorNotice {
  return {
    type: 'operator/state',
    time: floor.clock.now(),
    sessions: [...floor.sessions.values()].flatMap((session) => row(floor, session)),
    seats: seatInfos(floor),
    records: floor.book.summaries(),
  }
}

function row(floor: Floor, session: Session): OperatorNotice['sessions'] {
  const { stage, sessionId, userId, channelName, media, line, since, ivrPath } = session
  if (stage.phase === 'ended') return []
  const seatName = 'seatId' in stage ? floor.desks.get(stage.seatId)?.name : undefined
  return [
    {
      ...{ sessionId, caller: userId, channel: channelName, media, phase: stage.phase, line, since, ivrPath },
      ...(seatName === undefined ? {} : { seatName }),
      ...(isWaiting(session) ? { position: floor.queue.placeOf(session) } : {}),
    },
  ]
}
