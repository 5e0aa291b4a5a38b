import { readFault, type FaultBoard } from '../../../faults/fault-board'
import { fault, give } from '../answer'
import { routes } from '../create-http'

const noFault = fault(400, 'FAULT_INVALID', 'Give kind, direction and message.')

/** For tests. `POST` arms a fault, `DELETE` takes all away; both answer with those that are still to come, as `GET` does. */
export const faultRoutes = (board: FaultBoard) =>
  routes((app) => {
    const armed = () => ({ armed: board.armed() })
    app.get('/faults', armed)
    app.delete('/faults', () => {
      board.clear()
      return armed()
    })
    app.post('/faults', (request, reply) => {
      const arranged = readFault(request.body)
      if (!arranged) return give(reply, noFault)
      board.arm(arranged)
      return armed()
    })
  })
