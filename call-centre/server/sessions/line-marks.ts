import type { LineWord } from '../desk-messages'
import { noteCall, type Floor } from './floor'
import type { LineMark, Session } from './session'

/** A line that comes and goes all day long does not fill the record. */
const marksKept = 40

/**
 * Notes how a line of the call is from now on, for its story. Without a seat's name: the customer's line to the centre. A line
 * is good until somebody says otherwise; the same again is nothing new.
 */
export function markLine(floor: Floor, session: Session, line: LineWord, seatName?: string): void {
  const { marks = [] } = session
  const before = marks.findLast((mark) => mark.seatName === seatName)?.line ?? 'good'
  if (before === line || marks.length >= marksKept) return
  const mark: LineMark = { at: floor.clock.now(), line, ...(seatName === undefined ? {} : { seatName }) }
  session.marks = [...marks, mark]
  noteCall(floor, session)
}
