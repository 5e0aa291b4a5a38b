import type { SeatCommand } from '../seat-messages'
import type { Floor } from './floor'
import { chooseStatus, signIn } from './seats'
import { answer, hold, seatHangUp, transfer, type Refusal } from './talking'

/** Does what a seat asks for, or tells it why not. */
export function obey(floor: Floor, seatId: string, command: SeatCommand): void {
  const message = carryOut(floor, seatId, command)
  if (message !== undefined) floor.out.toSeat(seatId, { type: 'seat/refused', command: command.type, message })
}

function carryOut(floor: Floor, seatId: string, command: SeatCommand): Refusal {
  if (command.type === 'seat/signIn') {
    signIn(floor, seatId, command.name)
    return undefined
  }
  if (command.type === 'seat/status') {
    chooseStatus(floor, seatId, command.status)
    return undefined
  }
  const session = floor.sessions.get(command.sessionId)
  if (!session) return 'This call is over.'
  switch (command.type) {
    case 'seat/answer':
      return answer(floor, session, seatId)
    case 'seat/hold':
      return hold(floor, session, seatId, command.held)
    case 'seat/transfer':
      return transfer(floor, session, seatId, command.toSeatId)
    case 'seat/hangUp':
      return seatHangUp(floor, session, seatId)
  }
}
