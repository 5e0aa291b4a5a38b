import { stopAsking } from './asking'
import { inherit } from './consult'
import type { Floor } from './floor'
import { miss } from './ringing'
import type { Session } from './session'
import { leave } from './talking'

/** The seat's page is gone. A customer with whom nobody talks then goes back to the queue, at the old place. */
export function seatGone(floor: Floor, session: Session, seatId: string): void {
  const { stage } = session
  if (stage.phase === 'ringing') miss(floor, session, 'the seat is gone')
  if (stage.phase !== 'talking') return
  if (stage.consult?.seatId === seatId) stopAsking(floor, session, 'lost')
  else if (!inherit(floor, session, seatId)) {
    stopAsking(floor, session, 'back')
    leave(floor, session, seatId)
  }
}
