import type { ClientMessage } from 'tccc-wx-sdk/call'
import type { OperatorNotice, SeatCommand } from '../seat-messages'
import { hear, type Caller } from './customer'
import { adminEnd, endAndTell } from './ending'
import { createAnswers } from './answers'
import type { Floor } from './floor'
import { operatorState } from './operator-state'
import { obey } from './seat-commands'
import { createQueue } from './queue'
import { restore } from './restore'
import { signOut } from './seats'
import type { Session } from './session'
import { createSettle } from './settle'

/** The call centre without sockets: what customers, seats and the operator may do to it. */
export interface Centre {
  customer(from: Caller, message: ClientMessage): void
  line(linkId: string, line: 'up' | 'lost'): void
  /** The link will not come back: its calls are over. */
  linkGone(linkId: string): void
  hasCall(linkId: string): boolean
  seat(seatId: string, command: SeatCommand): void
  seatGone(seatId: string): void
  /** Ends a call from outside. Unknown or over: does nothing. */
  stop(sessionId: string, reason: string): void
  state(): OperatorNotice
}

type Parts = Omit<Floor, 'sessions' | 'desks' | 'answers' | 'queue' | 'seatNews' | 'later'>

export function createCentre(parts: Parts): Centre {
  const sessions = new Map<string, Session>()
  const settling =
    <Given extends readonly unknown[]>(act: (...given: Given) => void) =>
    (...given: Given): void => {
      act(...given)
      settle()
    }
  const later = (delayMs: number, run: () => void): (() => void) => parts.clock.after(delayMs, settling(run))
  const floor = emptyFloor(parts, sessions, later)
  const settle = createSettle(floor)
  restore(floor)
  const onLink = (linkId: string): Session[] => [...sessions.values()].filter((session) => session.linkId === linkId)
  return {
    customer: settling((from, message) => {
      hear(floor, from, message)
    }),
    line: settling((linkId, line) => {
      for (const session of onLink(linkId)) session.line = line
    }),
    linkGone: settling((linkId) => {
      for (const session of onLink(linkId)) endAndTell(floor, session, { closeBy: 'admin', endStatus: 'clientTimeout' })
    }),
    hasCall: (linkId) => onLink(linkId).length > 0,
    seat: settling((seatId, command) => {
      obey(floor, seatId, command)
    }),
    seatGone: settling((seatId) => {
      signOut(floor, seatId)
    }),
    stop: settling((sessionId, reason) => {
      const session = sessions.get(sessionId)
      if (session) endAndTell(floor, session, adminEnd(session, reason))
    }),
    state: () => operatorState(floor),
  }
}

function emptyFloor(parts: Parts, sessions: Floor['sessions'], later: Floor['later']): Floor {
  const answers = createAnswers(parts.shelf)
  return { ...parts, sessions, later, desks: new Map(), answers, queue: createQueue(), seatNews: true }
}
