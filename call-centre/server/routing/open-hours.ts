import type { Holiday, OpenHours } from '../config/centre-config'
import { dayOf } from '../day'

/**
 * Whether a channel is open at `at` (epoch milliseconds, read in the machine's zone). No hours given: always. On a date
 * among the holidays its own hours count, and those of the week do not.
 */
export function isOpen(hours: readonly OpenHours[] | undefined, holidays: readonly Holiday[], at: number): boolean {
  if (hours === undefined) return true
  const time = new Date(at)
  const holiday = holidays.find(({ date }) => date === dayOf(at))
  const ofTheDay = holiday ? holiday.hours : hours.filter(({ days }) => days.includes(time.getDay()))
  const minute = time.getHours() * 60 + time.getMinutes()
  return ofTheDay.some(({ from, to }) => minuteOf(from) <= minute && minute < minuteOf(to))
}

function minuteOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}
