/** Customers who are expected at a seat: their talk there broke, or its agent has called them again. */
import type { EndStatus } from 'tccc-wx-sdk/call'
import { mayAs } from '../accounts/account'
import type { RefusalCode } from '../desk-messages'
import { rangAt } from '../records/record-book'
import type { Floor } from './floor'
import { beforeAll, isPromised, type Place } from './place'
import { callPlace, hasRoom, keepPlace, tellExpects } from './places'
import type { Session } from './session'

/** Ends by which nobody wanted a talk to be over. */
const broken: readonly EndStatus[] = ['clientError', 'clientTimeout', 'callConflict', 'error']

/** A talk that broke here goes on, as far as it can: the customer who calls soon comes first, and to the same seat. */
export function expectBack(floor: Floor, session: Session, seatId: string, endStatus: EndStatus): void {
  const { brokenWithinMs: backWithinMs } = floor.config.callAgain
  if (backWithinMs === 0 || !broken.includes(endStatus) || !hasRoom(floor, session.userId)) return
  const { userId, channelId, channelName, group, ivrPath } = session
  if (keepsAnother(floor, session)) return
  const call = { userId, channelId, channelName, group, ivrPath }
  keepPlace(floor, { ...expected(floor, seatId, backWithinMs), ...call, state: 'called' })
}

/** A customer has one place: that of another line is not taken away. */
function keepsAnother({ places }: Floor, line: Pick<Place, 'userId' | 'channelId' | 'group'>): boolean {
  const place = places.get(line.userId)
  return place !== undefined && isPromised(place) && !isSameLine(place, line)
}

type Line = Pick<Place, 'channelId' | 'group'>

const isSameLine = (one: Line, other: Line): boolean => one.channelId === other.channelId && one.group === other.group

function expected(floor: Floor, seatId: string, backWithinMs: number) {
  const now = floor.clock.now()
  const when = { since: now, dueAt: now + backWithinMs, backWithinMs }
  return { wanted: seatId, priority: beforeAll, ...when }
}

/**
 * The agent wants to talk with the customer of a call that is over. Nobody can ring a mini program: the customer is sent a
 * message, where one was allowed, and comes first to this seat when calling, message or not. The answer is why not.
 */
export function callAgain(floor: Floor, seatId: string, sessionId: string): RefusalCode | undefined {
  const entry = floor.book.find(sessionId)
  const seesAll = mayAs(floor.accounts.find(seatId)?.role ?? 'seat', 'supervisor')
  if (!entry || !(seesAll || rangAt(entry, seatId))) return 'CALL_UNKNOWN'
  const { Caller: userId, Callee: channelId } = entry.record
  if ([...floor.sessions.values()].some((session) => session.userId === userId)) return 'CALLING_NOW'
  const channel = Object.hasOwn(floor.config.channels, channelId) ? floor.config.channels[channelId] : undefined
  if (!channel) return 'CHANNEL_GONE'
  const group = Object.hasOwn(floor.config.groups, entry.group ?? '') ? entry.group : channel.group
  const line = { userId, channelId, channelName: channel.name, group, ivrPath: entry.summary.ivrPath }
  const found = floor.places.get(userId)
  const before = found?.state !== 'gone' && found && isSameLine(found, line) ? found : undefined
  if (found?.calledBy !== undefined && found.state === 'called') {
    if (found.calledBy !== seatId) return 'CALLED_ALREADY'
    if (before) {
      tellExpects(floor, before)
      return undefined
    }
  }
  if (keepsAnother(floor, line)) return 'KEEPS_A_PLACE'
  if (!hasRoom(floor, userId)) return 'TOO_MANY_EXPECTED'
  const times = expected(floor, seatId, floor.config.callAgain.expectedForMs)
  const place: Place = { ...times, ...line, leftSessionId: before?.leftSessionId, calledBy: seatId, state: 'kept' }
  keepPlace(floor, place)
  callPlace(floor, place)
  return undefined
}
