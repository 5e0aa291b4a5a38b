/** Waiting without holding: the offer, and the customer who leaves and keeps the place. PROTOCOL.md §4.4. */
import { endAndTell } from './ending'
import { createEstimate } from './estimated-wait'
import { noteCall, priorityOf, waitedMs, type Floor } from './floor'
import type { Place } from './place'
import { hasRoom, keepPlace } from './places'
import { isWaiting, type WaitingSession } from './queue'
import type { Session } from './session'

type Body = Readonly<Record<string, unknown>>

/** The page can show the offer, the customer allows messages, or leaves and keeps the place. */
export function hearWaiting(floor: Floor, session: Session, { leave, allowed }: Body): void {
  if (!session.showsWaiting) {
    session.showsWaiting = true
    noteCall(floor, session)
    if (session.placeGone) tell(floor, session, { gone: true })
  }
  if (Array.isArray(allowed)) {
    const ids = allowed.filter((id): id is string => typeof id === 'string')
    floor.messages.allow(session.userId, [...new Set(ids)])
  }
  if (leave === true) leaveTheLine(floor, session)
  else if (isWaiting(session)) offer(floor, session)
}

/** Offers it once, where the wait is long, somebody is before, there is room for one more place, and the page can show it. */
export function offer(floor: Floor, session: WaitingSession): void {
  const { waiting: rules } = floor.config
  const { turn, reminder } = floor.messages.templates
  if (!rules || turn === undefined || !session.showsWaiting || session.offered) return
  const position = floor.queue.placeOf(session)
  const waitMs = createEstimate(floor)(session, position) ?? 0
  const isLong = Math.max(waitMs, waitedMs(floor, session)) >= rules.offerAboveMs
  if (!isLong || position <= rules.callAtPlace || !hasRoom(floor, session.userId)) return
  // Who logged in before the centre sent messages cannot be called.
  if (!floor.messages.knows(session.userId)) return
  session.offered = true
  noteCall(floor, session)
  const templates = { turn, ...(reminder === undefined ? {} : { reminder }) }
  tell(floor, session, { offer: { ...templates, backWithinMs: rules.backWithinMs } })
}

/** Looks again when the customer has waited so long that it is long. */
export function offerLater(floor: Floor, session: Session): void {
  const { waiting: rules } = floor.config
  if (!rules) return
  floor.later(Math.max(0, rules.offerAboveMs - waitedMs(floor, session)), () => {
    if (isWaiting(session)) offer(floor, session)
  })
}

/** A ring that has begun meanwhile goes on: it is the customer's turn. Without a message that may be sent nobody leaves. */
function leaveTheLine(floor: Floor, session: Session): void {
  const { waiting: rules } = floor.config
  const { userId, channelId, channelName, group, ivrPath, sessionId } = session
  if (!rules || !isWaiting(session) || !session.offered || !floor.messages.mayReach(userId, 'turn')) return
  const now = floor.clock.now()
  const place: Place = {
    ...{ userId, channelId, channelName, group, ivrPath, leftSessionId: sessionId, wanted: session.stage.wanted },
    ...{ since: session.cameBack?.since ?? session.queuedAt ?? now, priority: priorityOf(floor, session) },
    state: 'kept',
    ...{ backWithinMs: rules.backWithinMs, dueAt: now + rules.keptForMs },
  }
  keepPlace(floor, place, session)
  session.keepsPlace = true
  tell(floor, session, { kept: { backWithinMs: rules.backWithinMs } })
  endAndTell(floor, session, { closeBy: 'client', endStatus: 'waitingGiveUp' })
}

function tell({ out }: Floor, { linkId, sessionId }: Session, body: object): void {
  out.toCustomer(linkId, { type: 'call/aside', sessionId, about: 'waiting', body: JSON.stringify(body) })
}
