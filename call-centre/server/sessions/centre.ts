import type { ClientMessage } from 'tccc-wx-sdk/call'
import type { SeatRequest } from '../desk-messages'
import type { OperatorState } from '../operator-messages'
import { hear, type Caller } from './customer'
import { adminEnd, endAndTell } from './ending'
import { createAnswers } from './answers'
import type { Floor } from './floor'
import { operatorState } from './operator-state'
import { obey } from './seat-commands'
import { markLine } from './line-marks'
import type { MessageResult } from '../messages/message'
import type { Place } from './place'
import { dropPlace, messageTold } from './places'
import { createQueue } from './queue'
import { restore } from './restore'
import { seatLine, signIn, signOut } from './seats'
import type { Session } from './session'
import { createEstimates } from '../routing/estimate'
import { createSettle } from './settle'
import { endWrapUp } from './wrap-up'

/** The call centre without sockets: what customers, seats and the operator may do to it. */
export interface Centre {
  customer(from: Caller, message: ClientMessage): void
  line(linkId: string, line: 'up' | 'lost'): void
  /** The link will not come back: its calls are over. */
  linkGone(linkId: string): void
  hasCall(linkId: string): boolean
  /** `over`: see `seats.ts`. */
  signIn(seatId: string, name: string, over?: string): void
  seat(seatId: string, request: SeatRequest): void
  seatLine(seatId: string, line: 'up' | 'lost'): void
  /** The page of the seat will not come back, or has signed out. */
  seatGone(seatId: string): void
  /** Ends a call from outside. False: it is unknown or over. */
  stop(sessionId: string, reason: string): boolean
  isCalling(userId: string): boolean
  /** Of a call that goes on. */
  readonly callerOf: (sessionId: string) => string | undefined
  /** The place that is kept for a customer, or was until of late. */
  placeOf(userId: string): Place | undefined
  /** What became of a message that the centre has sent. */
  readonly messageTold: (id: string, result: MessageResult) => void
  /** Nothing is known any more of a customer who is not calling. */
  forget(userId: string): void
  state(): OperatorState
  /** Who may take which calls has changed: free seats ring anew. */
  readonly skillsChanged: () => void
  /** No new call is taken from now on. */
  readonly drain: () => void
}

/** Without `accounts` no seat has skills of its own. */
type Parts = Partial<Pick<Floor, 'accounts'>> &
  Omit<
    Floor,
    | 'accounts'
    | 'sessions'
    | 'desks'
    | 'answers'
    | 'queue'
    | 'estimates'
    | 'seatNews'
    | 'ratings'
    | 'places'
    | 'later'
    | 'draining'
  >

export function createCentre(parts: Parts): Centre {
  const sessions = new Map<string, Session>()
  const settling =
    <Given extends readonly unknown[], Done>(act: (...given: Given) => Done) =>
    (...given: Given): Done => {
      const done = act(...given)
      settle()
      return done
    }
  const onFloor = <Given extends readonly unknown[]>(act: (floor: Floor, ...given: Given) => void) =>
    settling((...given: Given) => {
      act(floor, ...given)
    })
  const later = (delayMs: number, run: () => void): (() => void) => parts.clock.after(delayMs, settling(run))
  const floor = emptyFloor(parts, sessions, later)
  const settle = createSettle(floor)
  restore(floor)
  const onLink = (linkId: string): Session[] => [...sessions.values()].filter((session) => session.linkId === linkId)
  return {
    customer: onFloor(hear),
    line: settling((linkId, line) => {
      for (const session of onLink(linkId)) lineIs(floor, session, line)
    }),
    linkGone: settling((linkId) => {
      for (const session of onLink(linkId)) timeOut(floor, session)
    }),
    signIn: onFloor(signIn),
    seat: onFloor(obey),
    seatLine: onFloor(seatLine),
    seatGone: onFloor(signOut),
    stop: settling((sessionId, reason) => {
      const session = sessions.get(sessionId)
      if (session) endAndTell(floor, session, adminEnd(session, reason))
      return session !== undefined
    }),
    ...{ messageTold: onFloor(messageTold), forget: onFloor(forget) },
    skillsChanged: settling(() => undefined),
    ...changingNoCall(floor, (linkId) => onLink(linkId).length > 0),
  }
}

function lineIs(floor: Floor, session: Session, line: Session['line']): void {
  session.line = line
  markLine(floor, session, line === 'up' ? 'good' : 'lost')
}

/** Nobody comes back to this call. */
function timeOut(floor: Floor, session: Session): void {
  endAndTell(floor, session, { closeBy: 'admin', endStatus: 'clientTimeout' })
}

function forget(floor: Floor, userId: string): void {
  floor.answers.forget(userId)
  dropPlace(floor, userId)
  for (const desk of floor.desks.values()) if (desk.wrapUp?.call.caller === userId) endWrapUp(floor, desk)
}

/** What needs no settling afterwards. */
function changingNoCall(
  floor: Floor,
  hasCall: Centre['hasCall'],
): Pick<Centre, 'hasCall' | 'isCalling' | 'callerOf' | 'placeOf' | 'state' | 'drain'> {
  return {
    hasCall,
    isCalling: (userId) => [...floor.sessions.values()].some((session) => session.userId === userId),
    callerOf: (sessionId) => floor.sessions.get(sessionId)?.userId,
    placeOf: (userId) => floor.places.get(userId),
    state: () => operatorState(floor),
    drain() {
      floor.draining = true
    },
  }
}

function emptyFloor(parts: Parts, sessions: Floor['sessions'], later: Floor['later']): Floor {
  const answers = createAnswers(parts.shelf)
  const nothing = {
    desks: new Map(),
    queue: createQueue(),
    estimates: createEstimates(),
    seatNews: new Set<string>(),
    ratings: new Map<string, number>(),
    places: new Map<string, Place>(),
    draining: false,
  }
  return { accounts: { find: () => undefined }, ...parts, sessions, later, answers, ...nothing }
}
