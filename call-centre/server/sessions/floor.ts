import type { Seat, ServerMessage } from 'tccc-wx-sdk/call'
import type { Accounts } from '../accounts/accounts'
import type { CentreConfig } from '../config/centre-config'
import type { CustomerBook } from '../customers/customer-details'
import type { RecordBook } from '../records/record-book'
import type { Messages } from '../messages/messages'
import type { MediaPlane } from '../../media/media-plane'
import type { AwayReason, CallerInfo, SeatInfo, SeatNotice } from '../desk-messages'
import type { Estimates } from '../routing/estimate'
import { rankOf, widensInMs } from '../routing/reach'
import type { Shelf } from '../state/shelf'
import type { Clock } from './clock'
import type { Answers } from './answers'
import type { Place } from './place'
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

/** A talk that is over here and has yet to be written up. */
export interface WrapUp {
  readonly call: CallerInfo
  readonly endsAt: number
}

/** A seat that is signed in. */
export interface Desk {
  readonly seatId: string
  name: string
  line: 'up' | 'lost'
  /** What the seat asked for; while it has a call it shows as busy. */
  chosen: 'online' | 'busy' | 'rest'
  /** The centre chose instead, because a call was not taken. */
  away?: AwayReason | undefined
  /** Why it is on a break, in a word of the configuration. */
  reason?: string | undefined
  sessionId?: string | undefined
  wrapUp?: WrapUp | undefined
  /** When what others see of it began. */
  since: number
}

/** Everything that is going on; `sessions` holds only calls that are not over. */
export interface Floor {
  readonly config: CentreConfig
  readonly clock: Clock
  readonly out: Outlets
  readonly media: MediaPlane
  readonly book: RecordBook
  /** Who sits at a seat; no account: a seat without skills of its own. */
  readonly accounts: Pick<Accounts, 'find'>
  readonly customers: Pick<CustomerBook, 'of' | 'inRecord'>
  readonly messages: Pick<Messages, 'templates' | 'knows' | 'allow' | 'mayReach' | 'send' | 'drop'>
  readonly shelf: Shelf
  readonly sessions: Map<string, Session>
  readonly desks: Map<string, Desk>
  readonly answers: Answers
  readonly queue: Queue
  readonly estimates: Estimates
  /** Calls that are over and whose records wait for a rating; until when. */
  readonly ratings: Map<string, number>
  /** Places that are kept for customers who do not hold the line, by their ids. */
  readonly places: Map<string, Place>
  /** The centre is about to stop: it takes no new call. */
  draining: boolean
  /** Of whom the other seats have something to hear. */
  readonly seatNews: Set<string>
  /** Like `clock.after`, and the floor is settled afterwards. */
  later(delayMs: number, run: () => void): () => void
}

/** The one way from phase to phase: the timer of the old phase is called off, the listeners are told. */
export function enter(floor: Floor, session: Session, stage: Stage): void {
  disarm(session)
  if (isWaiting(session)) floor.queue.leave(session)
  session.stage = stage
  session.since = floor.clock.now()
  if (isWaiting(session)) floor.queue.join(session)
  noteCall(floor, session)
  const { sessionId, callId, userId, channelId, since } = session
  floor.out.phase({
    ...{ sessionId, callId, userId, channelId, phase: stage.phase, at: since },
    ...('seatId' in stage ? { seatId: stage.seatId } : {}),
    ...(stage.phase === 'talking' && session.promised ? { promised: session.promised } : {}),
    ...(stage.phase === 'ended' ? { end: stage.end } : {}),
  })
}

/** Sets the one timer of a call; an earlier one is called off. */
export function arm(floor: Floor, session: Session, delayMs: number, run: () => void): void {
  session.stopTimer()
  session.timerAt = floor.clock.now() + delayMs
  session.stopTimer = floor.later(delayMs, run)
  noteCall(floor, session)
}

/** Calls the timer of a call off. */
export function disarm(session: Session): void {
  session.stopTimer()
  session.stopTimer = () => undefined
  session.timerAt = undefined
}

/** Puts a call at its place in the queue: whoever has waited before keeps the place. */
export function enqueue(floor: Floor, session: Session, wanted?: string): void {
  const now = floor.clock.now()
  session.queuedAt ??= now
  session.waitsSince ??= now
  floor.queue.reserve(session, priorityOf(floor, session))
  enter(floor, session, { phase: 'waiting', wanted })
  awaitOverflow(floor, session)
}

/** Looks for a seat again when one more group may take the call. */
export function awaitOverflow(floor: Floor, session: Session): void {
  const inMs = widensInMs(floor.config.groups, session.group, waitedMs(floor, session))
  if (inMs === undefined) return
  arm(floor, session, inMs, () => {
    awaitOverflow(floor, session)
  })
}

/** How long a call has waited for a seat, rings included. */
export function waitedMs({ clock }: Floor, { waitsSince }: Session): number {
  return waitsSince === undefined ? 0 : clock.now() - waitsSince
}

export function priorityOf({ config }: Floor, { channelId, cameBack }: Session): number {
  return cameBack?.priority ?? config.channels[channelId]?.priority ?? 0
}

/** Whether the call waits for an answer of this seat. */
export function ringsAt({ stage }: Session, seatId: string): boolean {
  if (stage.phase === 'ringing') return stage.seatId === seatId
  return stage.phase === 'talking' && stage.consult?.state === 'ringing' && stage.consult.seatId === seatId
}

/** The seat has answered what rang there: others see the talk from now on. */
export function stopsRinging(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (!desk) return
  desk.since = floor.clock.now()
  noteDesk(floor, desk)
}

/** Takes the call off the desk. */
export function free(floor: Floor, seatId: string): void {
  const desk = floor.desks.get(seatId)
  if (desk) turn(floor, desk, { sessionId: undefined })
}

/** A seat becomes another one; what others see of it begins anew when it is another. */
export function turn(floor: Floor, desk: Desk, change: Partial<Omit<Desk, 'since'>>): void {
  const before = [statusOf(desk), desk.sessionId]
  Object.assign(desk, change)
  if (before[0] !== statusOf(desk) || before[1] !== desk.sessionId) desk.since = floor.clock.now()
  noteDesk(floor, desk)
}

/** Each change of a call is noted here, or it would not outlive the process; `end` takes it off the shelf. */
export function noteCall({ shelf }: Floor, session: Session): void {
  shelf.put('session', session.sessionId, () => ({ ...session, line: undefined, passed: [...session.passed] }))
}

/** Each change of a seat, likewise. */
export function noteDesk(floor: Floor, desk: Desk): void {
  floor.seatNews.add(desk.seatId)
  floor.shelf.put('desk', desk.seatId, () => ({ ...desk, line: undefined }))
}

export function seatOf(floor: Floor, seatId: string): Seat {
  return { seatId, name: seatName(floor, seatId) }
}

/** Also of a seat that is not signed in. */
export function seatName({ desks, accounts }: Floor, seatId: string): string {
  return desks.get(seatId)?.name ?? accounts.find(seatId)?.name ?? seatId
}

export function callerInfo({ customers }: Floor, session: Session): CallerInfo {
  const { sessionId, userId, channelName, media, ivrPath, transferredFrom, context, cameBack, startedAt } = session
  return {
    ...{ sessionId, caller: userId, channel: channelName, media, ivrPath, ...customers.of(userId) },
    ...(transferredFrom === undefined ? {} : { transferredFrom }),
    ...(context === undefined ? {} : { context }),
    ...(cameBack === undefined ? {} : { awayMs: startedAt - cameBack.since }),
  }
}

export function seatInfo({ sessions }: Floor, desk: Desk): SeatInfo {
  const { seatId, name, sessionId, away, reason, line, since } = desk
  const session = sessions.get(sessionId ?? '')
  return {
    ...{ seatId, name, since, status: statusOf(desk) },
    ...(reason === undefined ? {} : { reason }),
    ...(sessionId === undefined ? {} : { sessionId }),
    ...(session && ringsAt(session, seatId) ? { rings: true } : {}),
    ...(away === undefined ? {} : { away }),
    ...(line === 'lost' ? { line } : {}),
  }
}

function statusOf({ chosen, sessionId, wrapUp }: Desk): SeatInfo['status'] {
  if (sessionId !== undefined) return 'busy'
  return wrapUp === undefined ? chosen : 'wrapUp'
}

/** A seat that is free and takes calls, and is there to hear of one. */
export function isFree(desk: Desk): boolean {
  return desk.chosen === 'online' && desk.sessionId === undefined && desk.wrapUp === undefined && desk.line === 'up'
}

/** How well a seat suits a call of these groups, by the skills of its account, or else by the configuration. */
export function suits({ config, accounts }: Floor, reach: readonly string[], seatId: string): number | undefined {
  return rankOf(config.groups, reach, seatId, accounts.find(seatId)?.skills)
}

/** How many seats of these groups work: those that take calls and those that have one, or have one to write up. */
export function workingSeats(floor: Floor, reach: readonly string[]): number {
  const working = [...floor.desks.values()].filter(
    ({ chosen, sessionId, wrapUp }) => chosen === 'online' || sessionId !== undefined || wrapUp !== undefined,
  )
  return working.filter(({ seatId }) => suits(floor, reach, seatId) !== undefined).length
}
