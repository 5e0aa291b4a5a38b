import type { OpenHours } from '../config/centre-config'

/** Whether a channel is open at `at` (epoch milliseconds, read in the machine's zone). No hours given: always. */
export function isOpen(hours: readonly OpenHours[] | undefined, at: number): boolean {
  if (hours === undefined) return true
  const time = new Date(at)
  const minute = time.getHours() * 60 + time.getMinutes()
  return hours.some(
    ({ days, from, to }) => days.includes(time.getDay()) && minuteOf(from) <= minute && minute < minuteOf(to),
  )
}

function minuteOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}
