/** Places that customers keep without holding the line: who is called when, and what becomes of them. */
import type { MessageKind } from '../config/centre-config'
import type { CallAgainMessage } from '../desk-messages'
import { timeOf } from '../day'
import { limits } from '../limits'
import type { MessageResult } from '../messages/message'
import { reachOf } from '../routing/reach'
import { isFree, seatName, suits, workingSeats, type Desk, type Floor } from './floor'
import { comesBefore, isPromised, type Place } from './place'
import type { Session } from './session'

/** Whether one may be kept for a customer. Who was offered it keeps it, whatever others do meanwhile. */
export function hasRoom({ queue, places }: Floor, userId: string): boolean {
  const { state = 'gone' } = places.get(userId) ?? {}
  return state !== 'gone' || queue.away.count() < limits.placesKept
}

/** Keeps it, in the place of one that the customer had before. `inLineAs`: the call whose place it is; otherwise at the end. */
export function keepPlace(floor: Floor, place: Place, inLineAs?: Session): void {
  const { queue, places } = floor
  dropPlace(floor, place.userId)
  if (inLineAs) queue.handOver(inLineAs, place)
  else queue.reserve(place, place.priority)
  places.set(place.userId, place)
  queue.away.enter(place)
  const gone = places.size > limits.placesKept && [...places.values()].find(({ state }) => state === 'gone')
  if (gone) dropPlace(floor, gone.userId)
  become(floor, place, {})
}

/** It is the customer's turn: the message goes out, and the time to come back begins. */
export function callPlace(floor: Floor, place: Place): void {
  const dueAt = floor.clock.now() + place.backWithinMs
  const isSent = sendTo(floor, place, 'turn', dueAt)
  become(floor, place, { state: 'called', dueAt, message: isSent ? undefined : 'refused' })
  tellExpects(floor, place)
}

/** Calls those before whom nobody waits any more, one for each seat that is free, if somebody works. */
export function callWhoseTurnItIs(floor: Floor): void {
  const { queue, config, clock } = floor
  const { callAtPlace } = config.waiting ?? { callAtPlace: 1 }
  const free = [...floor.desks.values()].filter(isFree)
  // Places may be many, and this runs after every change: whoever stands behind too many is not looked at.
  const most = Math.max(callAtPlace, free.length)
  for (const line of queue.away.lines()) {
    let away = 0
    for (const place of line) {
      const before = away + queue.aheadOf(place)
      if (before >= most) break
      if (place.state === 'kept') {
        const reach = reachOf(config.groups, place.group, clock.now() - place.since)
        const mayTake = ({ seatId }: Desk): boolean => suits(floor, reach, seatId) !== undefined
        const isTurn = before < Math.max(callAtPlace, free.filter(mayTake).length)
        if (isTurn && workingSeats(floor, reach) > 0) callPlace(floor, place)
      }
      if (comesBefore(place)) away += 1
    }
  }
}

/** The customer calls again: the place goes with the call. Undefined: there is none in this channel. */
export function takePlace(floor: Floor, userId: string, channelId: string): Place | undefined {
  const place = floor.places.get(userId)
  if (place?.channelId !== channelId) return undefined
  // Nobody was called: should this call come to nothing, somebody is.
  if (place.state === 'called' && floor.messages.drop(idOf(place, 'turn'))) place.state = 'kept'
  dropPlace(floor, userId)
  return place
}

/** A call that came back is over before it was answered, and the customer did not want it so: the place is as it was. */
export function returnPlace(floor: Floor, session: Session): void {
  const { cameBack, stage, userId, servings } = session
  if (!cameBack || (stage.phase !== 'waiting' && stage.phase !== 'ringing') || floor.places.has(userId)) return
  if (servings.some(({ acceptedAt }) => acceptedAt !== undefined)) return
  const dueAt = Math.max(cameBack.dueAt, floor.clock.now() + cameBack.backWithinMs)
  keepPlace(floor, { ...cameBack, dueAt }, session)
}

/** Nothing is kept for this customer any more, and nothing is sent. */
export function dropPlace({ places, queue, messages, shelf }: Floor, userId: string): void {
  const place = places.get(userId)
  if (!place) return
  place.stopTimer?.()
  places.delete(userId)
  queue.away.leave(place)
  shelf.remove('place', userId)
  for (const kind of ['turn', 'reminder'] as const) messages.drop(idOf(place, kind))
}

/** What became of a message. From then on the customer has time to come back. */
export function messageTold(floor: Floor, id: string, result: MessageResult): void {
  for (const place of floor.places.values()) {
    if (place.state !== 'called' || idOf(place, 'turn') !== id) continue
    const dueAt = floor.clock.now() + place.backWithinMs
    become(floor, place, { message: result, ...(result === 'sent' ? { dueAt } : {}) })
    tellExpects(floor, place)
  }
}

/** Goes on with one that was kept. */
export function awaitPlace(floor: Floor, place: Place): void {
  const remindAt = reminderOf(place)
  place.stopTimer?.()
  place.stopTimer = floor.later(Math.max(0, (remindAt ?? place.dueAt) - floor.clock.now()), () => {
    if (remindAt === undefined) lose(floor, place)
    else remind(floor, place)
  })
}

/** Half of the time before it is over; undefined: the customer has nothing to be reminded of, or was. */
function reminderOf({ state, message, reminded, dueAt, backWithinMs }: Place): number | undefined {
  return state === 'called' && message === 'sent' && !reminded ? dueAt - backWithinMs / 2 : undefined
}

function remind(floor: Floor, place: Place): void {
  sendTo(floor, place, 'reminder', place.dueAt)
  become(floor, place, { reminded: true })
}

/** The time is over. The customer who calls later is told so; after as long again nobody remembers. */
function lose(floor: Floor, place: Place): void {
  floor.queue.away.leave(place)
  if (isPromised(place)) become(floor, place, { state: 'gone', dueAt: floor.clock.now() + rememberedMs })
  else dropPlace(floor, place.userId)
}

const rememberedMs = 86_400_000

type Change = Partial<Pick<Place, 'state' | 'message' | 'reminded' | 'dueAt'>>

function become(floor: Floor, place: Place, change: Change): void {
  Object.assign(place, change)
  floor.shelf.put('place', place.userId, () => ({ ...place }))
  awaitPlace(floor, place)
}

/** False: the customer has not allowed it. */
function sendTo(floor: Floor, place: Place, kind: MessageKind, until: number): boolean {
  const { userId, channelId, channelName, wanted } = place
  const { clock, messages } = floor
  const minutes = String(Math.max(1, Math.floor((until - clock.now()) / 60_000)))
  const seat = wanted === undefined ? channelName : seatName(floor, wanted)
  const words = { channel: channelName, channelId, minutes, seat, time: timeOf(clock.date()) }
  return messages.send({ id: idOf(place, kind), userId, kind, words, until })
}

/** One of each kind for a place. */
function idOf({ userId, since }: Place, kind: MessageKind): string {
  return `${kind} ${userId} ${since}`
}

/** Tells the agent who has called a customer again how that stands. */
export function tellExpects(floor: Floor, { userId, channelName, calledBy, dueAt, message }: Place): void {
  if (calledBy === undefined) return
  const said: CallAgainMessage = floor.messages.templates.turn === undefined ? 'none' : (message ?? 'underway')
  const leftMs = Math.max(0, dueAt - floor.clock.now())
  floor.out.toSeat(calledBy, { type: 'seat/expects', caller: userId, channel: channelName, leftMs, message: said })
}
