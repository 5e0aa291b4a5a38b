import type { Seat, ServerMessage } from 'tccc-wx-sdk/call'
import type { CentreConfig } from '../config/centre-config'
import type { RecordBook } from '../records/record-book'
import type { RoomKeys } from '../room/room-keys'
import type { SeatInfo, SeatNotice } from '../seat-messages'
import type { Shelf } from '../state/shelf'
import type { Clock } from './clock'
import type { Answers } from './answers'
import { isWaiting, type Queue } from './queue'
import type { PhaseChange, Session, Stage } from './session'

/** Where the centre speaks. Nothing here may call back into the centre. */
export interface Outlets {
  toCustomer(linkId: string, message: ServerMessage): void
  toSeat(seatId: string, notice: SeatNotice): void
  /** Something that the operator sees has changed. */
  changed(): void
  phase(change: PhaseChange): void
}

/** A seat that is signed in. */
export interface Desk {
  readonly seatId: string
  readonly name: string
  /** What the seat asked for; while it has a call it shows as busy. */
  chosen: 'online' | 'busy' | 'rest'
  sessionId?: string | undefined
  freeSince: number
  /** The centre began anew, and the page of this seat has not come back yet; calls off waiting for it. */
  stopWaiting?: (() => void) | undefined
}

/** Everything that is going on; `sessions` holds only calls that are not over. */
export interface Floor {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly out: Outlets
  readonly keys: RoomKeys
  readonly book: RecordBook
  readonly shelf: Shelf
  readonly sessions: Map<string, Session>
  readonly desks: Map<string, Desk>
  readonly answers: Answers
  readonly queue: Queue
  /** The seats have something to hear of each other. */
  seatNews: boolean
  /** Like `clock.after`, and the floor is settled afterwards. */
  later(delayMs: number, run: () => void): () => void
}

/** The one way from phase to phase: the timer of the old phase is called off, the listeners are told. */
export function enter(floor: Floor, session: Session, stage: Stage): void {
  session.stopTimer()
  session.stopTimer = () => undefined
  session.timerAt = undefined
  if (isWaiting(session)) floor.queue.leave(session)
  session.stage = stage
  session.since = floor.clock.now()
  if (isWaiting(session)) floor.queue.join(session)
  noteCall(floor, session)
  const change = { sessionId: session.sessionId, phase: stage.phase, at: session.since }
  floor.out.phase(stage.phase === 'ended' ? { ...change, end: stage.end } : change)
}

/** Sets the one timer of a call; an earlier one is called off. */
export function arm(floor: Floor, session: Session, delayMs: number, run: () => void): void {
  session.stopTimer()
  session.timerAt = floor.clock.now() + delayMs
  session.stopTimer = floor.later(delayMs, run)
  noteCall(floor, session)
}

/** Puts a call at its place in the queue: whoever has waited before keeps the place. */
export function enqueue(floor: Floor, session: Session, wanted?: string): void {
  session.queuedAt ??= floor.clock.now()
  floor.queue.reserve(session)
  enter(floor, session, { phase: 'waiting', wanted })
}

/** Takes the call off the desk. */
export function free(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  desk.sessionId = undefined
  desk.freeSince = floor.clock.now()
  noteDesk(floor, desk)
}

/** Each change of a call is noted here, or it would not outlive the process; `end` takes it off the shelf. */
export function noteCall({ shelf }: Floor, session: Session): void {
  shelf.put('session', session.sessionId, () => ({ ...session, line: undefined, passed: [...session.passed] }))
}

/** Each change of a seat, likewise. */
export function noteDesk(floor: Floor, desk: Desk): void {
  floor.seatNews = true
  floor.shelf.put('desk', desk.seatId, () => desk)
}

export function seatOf(floor: Floor, seatId: string): Seat {
  return { seatId, name: floor.desks.get(seatId)?.name ?? seatId }
}

export function seatInfo({ seatId, name, chosen, sessionId }: Desk): SeatInfo {
  return sessionId === undefined ? { seatId, name, status: chosen } : { seatId, name, status: 'busy', sessionId }
}

/** The name of a seat in its room. */
export function roomUser(seatId: string): string {
  return `seat-${seatId}`
}
