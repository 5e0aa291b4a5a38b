import type { OperatorNotice } from '../seat-messages'
import type { Floor } from './floor'
import { seatInfos } from './seats'
import type { Session } from './session'
import { waitingLine } from './waiting'

/** The whole picture for the operator. */
export function operatorState(floor: Floor): OperatorNotice {
  const line = waitingLine(floor).map(({ sessionId }) => sessionId)
  return {
    type: 'operator/state',
    time: floor.clock.now(),
    sessions: [...floor.sessions.values()].flatMap((session) =>
      row(floor, session, line.indexOf(session.sessionId) + 1),
    ),
    seats: seatInfos(floor),
    records: floor.book.summaries(),
  }
}

function row(floor: Floor, session: Session, position: number): OperatorNotice['sessions'] {
  const { stage, sessionId, userId, channelName, media, line, since, ivrPath } = session
  if (stage.phase === 'ended') return []
  const seatName = 'seatId' in stage ? floor.desks.get(stage.seatId)?.name : undefined
  return [
    {
      ...{ sessionId, caller: userId, channel: channelName, media, phase: stage.phase, line, since, ivrPath },
      ...(seatName === undefined ? {} : { seatName }),
      ...(position === 0 ? {} : { position }),
    },
  ]
}
