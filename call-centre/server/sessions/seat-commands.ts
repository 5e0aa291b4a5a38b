import type { LineWord, SeatRequest } from '../desk-messages'
import { seatOf, type Floor } from './floor'
import { chooseStatus, signOut } from './seats'
import { consultOf } from './asked'
import { callAgain } from './call-again'
import { answerAsked, ask, declineAsked, muteAsked, stopAsking } from './asking'
import { goBack, handOver, together } from './consult'
import { markLine } from './line-marks'
import type { Session } from './session'
import { answer, decline, hold, mute, seatHangUp, seatRejoin, transfer, type Refusal } from './talking'
import { seatSaw, seatWrites } from './texts'
import { noteRemark, wrapUpDone } from './wrap-up'

/** Does what a seat asks for, or tells it why not. */
export function obey(floor: Floor, seatId: string, command: SeatRequest): void {
  const code = carryOut(floor, seatId, command)
  if (code !== undefined) floor.out.toSeat(seatId, { type: 'seat/refused', command: command.type, code })
}

function carryOut(floor: Floor, seatId: string, command: SeatRequest): Refusal {
  const { breakReasons } = floor.config.workstation
  switch (command.type) {
    case 'seat/signOut':
      signOut(floor, seatId)
      return undefined
    case 'seat/status':
      if (!isOffered(breakReasons, command.reason)) return 'REASON_UNKNOWN'
      chooseStatus(floor, seatId, command.status, command.reason)
      return undefined
    case 'seat/remark': {
      const { sessionId, notes, disposition } = command
      noteRemark(floor, seatId, sessionId, { notes, ...(disposition === undefined ? {} : { disposition }) })
      return undefined
    }
    case 'seat/callAgain':
      return callAgain(floor, seatId, command.sessionId)
    case 'seat/wrapUpDone':
      wrapUpDone(floor, seatId, command.sessionId)
      return undefined
    default:
      return aboutCall(floor, seatId, command)
  }
}

/** Asks for nothing, or for what has come already. */
const saysOnly: readonly SeatRequest['type'][] = ['seat/hangUp', 'seat/textSeen', 'seat/line']

type AboutCall = Exclude<
  Extract<SeatRequest, { sessionId: string }>,
  { readonly type: 'seat/remark' | 'seat/callAgain' | 'seat/wrapUpDone' }
>

function aboutCall(floor: Floor, seatId: string, command: AboutCall): Refusal {
  const session = floor.sessions.get(command.sessionId)
  // A desk that was away may ask for an end that has come already: it has what it wants.
  if (!session) return saysOnly.includes(command.type) ? undefined : 'CALL_OVER'
  if (command.type === 'seat/decline' && !isOffered(floor.config.workstation.declineReasons, command.reason)) {
    return 'REASON_UNKNOWN'
  }
  return consultOf(session)?.seatId === seatId
    ? ofAsked(floor, session, seatId, command)
    : ofOwn(floor, session, seatId, command)
}

/** By the seat that is asked. */
function ofAsked(floor: Floor, session: Session, seatId: string, command: AboutCall): Refusal {
  switch (command.type) {
    case 'seat/answer':
      return answerAsked(floor, session, seatId)
    case 'seat/decline':
      return declineAsked(floor, session, command.reason)
    case 'seat/line':
      markLine(floor, session, command.line, seatOf(floor, seatId).name)
      return undefined
    case 'seat/mute':
      return muteAsked(floor, session, command.muted)
    case 'seat/rejoin':
      return seatRejoin(floor, session, seatId)
    case 'seat/goBack':
      stopAsking(floor, session, 'left')
      return undefined
    default:
      return 'NOT_YOURS'
  }
}

function ofOwn(floor: Floor, session: Session, seatId: string, command: AboutCall): Refusal {
  switch (command.type) {
    case 'seat/answer':
      return answer(floor, session, seatId)
    case 'seat/decline':
      return decline(floor, session, seatId, command.reason)
    case 'seat/hold':
      return hold(floor, session, seatId, command.held)
    case 'seat/line':
      return sayLine(floor, session, seatId, command.line)
    case 'seat/mute':
      return mute(floor, session, seatId, command.muted)
    case 'seat/rejoin':
      return seatRejoin(floor, session, seatId)
    case 'seat/text':
      return seatWrites(floor, session, seatId, command)
    case 'seat/textSeen':
      return seatSaw(floor, session, seatId, command)
    case 'seat/transfer':
      return transfer(floor, session, seatId, command)
    case 'seat/consult':
      return ask(floor, session, seatId, command.toSeatId)
    case 'seat/together':
      return together(floor, session, seatId)
    case 'seat/handOver':
      return handOver(floor, session, seatId)
    case 'seat/goBack':
      return goBack(floor, session, seatId)
    case 'seat/hangUp':
      return seatHangUp(floor, session, seatId)
  }
}

function sayLine(floor: Floor, session: Session, seatId: string, line: LineWord): Refusal {
  const { stage } = session
  if (stage.phase === 'talking' && stage.seatId === seatId) markLine(floor, session, line, seatOf(floor, seatId).name)
  return undefined
}

/** A reason may be left out. */
function isOffered(reasons: readonly string[], reason: string | undefined): boolean {
  return reason === undefined || reasons.includes(reason)
}
