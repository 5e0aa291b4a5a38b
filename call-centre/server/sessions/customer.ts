import type { ClientMessage } from 'tccc-wx-sdk/call'
import { customerEnd, end } from './ending'
import { rejoin, start } from './entry'
import { hearAside, hearLate } from './asides'
import type { Floor } from './floor'
import { press } from './ivr'
import type { Session } from './session'
import { interrupt } from './talking'

/** Who speaks: a customer, over one of the customer's links. */
export interface Caller {
  readonly linkId: string
  readonly userId: string
}

/** Does what a customer asks for. What concerns a call that is over, or somebody else's, is ignored. */
export function hear(floor: Floor, from: Caller, message: ClientMessage): void {
  if (message.type === 'call/start') {
    const { callId, channelId, media, context } = message
    start(floor, { ...from, callId, channelId, media, ...(context === undefined ? {} : { context }) })
    return
  }
  const session = callOf(floor, from, message)
  if (!session) {
    if (message.type === 'call/aside') hearLate(floor, from.userId, message)
    return
  }
  switch (message.type) {
    case 'call/aside':
      hearAside(floor, session, message)
      break
    case 'call/digits':
      press(floor, session, message.digits)
      break
    case 'call/hold':
      interrupt(floor, session, message.held, message.reason)
      break
    case 'call/rejoin':
      rejoin(floor, session)
      break
    case 'call/hangUp':
      end(floor, session, customerEnd(session, message))
  }
}

type AboutCall = Exclude<ClientMessage, { type: 'call/start' }>

/** A hang-up may overtake the session's name: then the customer's own name of the call counts. */
function callOf(floor: Floor, { userId }: Caller, message: AboutCall): Session | undefined {
  const session =
    message.sessionId === undefined
      ? [...floor.sessions.values()].find(
          (candidate) => candidate.userId === userId && 'callId' in message && candidate.callId === message.callId,
        )
      : floor.sessions.get(message.sessionId)
  return session?.userId === userId ? session : undefined
}
