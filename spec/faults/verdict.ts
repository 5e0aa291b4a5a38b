/** What a call must have been, whatever happened to its frames. */
import type { Fault } from '../../call-centre/faults/fault-board'
import { NEXT_PHASES, type Transition } from '../../lib/entries/call'
import { announce } from '../../lib/call/step'
import type { Cell } from './cells'
import type { Picture } from './world'

export interface Outcome {
  readonly transitions: readonly Transition[]
  /** The last look at the centre; null when it never answered. */
  readonly picture: Picture | null
  /** Customers' sockets after the customer has left. */
  readonly openSockets: number
  /** Faults that were never met. */
  readonly armed: readonly Fault[]
}

type Check = (cell: Cell, outcome: Outcome) => string | false

const count = ({ transitions }: Outcome, name: string): number =>
  transitions.flatMap(announce).filter((told) => told.name === name).length

const onceEach: Check = (_, outcome) => {
  const counts = ['sessionStart', 'accepted', 'sessionEnded'].map((name) => count(outcome, name))
  return counts.join() !== '1,1,1' && `sessionStart, accepted and sessionEnded came ${counts.join(', ')} times`
}

const arrows: Check = (_, { transitions }) => {
  const wrong = transitions.find(
    ({ from, to }) => from.phase !== to.phase && !NEXT_PHASES[from.phase].includes(to.phase),
  )
  return wrong !== undefined && `the customer went from ${wrong.from.phase} to ${wrong.to.phase}`
}

/** The room that dies in the talk is replaced, and no second one is asked for. */
const oneFreshRoom: Check = (_, { transitions }) => {
  const rooms = transitions.filter(({ event, from, to }) => event.type === 'call/room' && from !== to).length
  return rooms !== 1 && `${rooms} fresh rooms came`
}

/** Each side hears the text of the other, and the record holds both. */
const eachTextOnce: Check = (_, { transitions, picture }) => {
  const heard = transitions.filter(({ event }) => event.type === 'call/aside').length
  const kept = picture?.records.flatMap(({ Texts = [] }) => Texts.map(({ Text }) => Text)).join()
  return (heard !== 1 || kept !== 'Hello,Hi') && `${heard} texts came, and the record holds ${kept ?? 'nothing'}`
}

const customersEnd: Check = ({ hangsUp }, { transitions }) => {
  const last = transitions.at(-1)?.to
  if (last?.phase !== 'ended') return `the customer is still in ${last?.phase ?? 'nothing'}`
  const { closeBy, endStatus } = last.end
  const expected = hangsUp === 'customer' ? 'client' : 'seat'
  return (closeBy !== expected || endStatus !== 'ok') && `the customer’s end is ${endStatus}, by ${closeBy}`
}

const centresEnd: Check = ({ hangsUp }, { picture }) => {
  const told = picture?.records.map(({ EndStatusString, HungUpSide }) => `${EndStatusString} by ${HungUpSide}`).join()
  const expected = `ok by ${hangsUp === 'customer' ? 'user' : 'seat'}`
  return told !== expected && `the centre’s records say ${told ?? 'nothing'}`
}

const seatIsFree: Check = (_, { picture }) => {
  const busy = picture?.seats.map(({ status, sessionId }) => `${status}${sessionId ?? ''}`).join()
  return busy !== 'online' && `the seat is ${busy ?? 'unknown'}`
}

const nothingLeft: Check = (_, { openSockets }) => openSockets > 0 && `${openSockets} sockets are left`

const wasMet: Check = (_, { armed }) => armed.length > 0 && 'the fault never happened'

const checks: readonly Check[] = [
  arrows,
  onceEach,
  oneFreshRoom,
  eachTextOnce,
  customersEnd,
  centresEnd,
  seatIsFree,
  nothingLeft,
  wasMet,
]

/** In words; empty when all is well. */
export const faultsOf = (cell: Cell, outcome: Outcome): readonly string[] =>
  checks.map((check) => check(cell, outcome)).filter((fault) => fault !== false)
