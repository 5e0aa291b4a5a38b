/** The day of `at` (epoch milliseconds) in the machine's zone, as `2030-10-01`. */
export function dayOf(at: number): string {
  const time = new Date(at)
  return `${time.getFullYear()}-${twoDigits(time.getMonth() + 1)}-${twoDigits(time.getDate())}`
}

/** As `2030-10-01 09:05:00`, in the machine's zone. */
export function dayAndTimeOf(at: number): string {
  const time = new Date(at)
  return `${dayOf(at)} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')}`
}

/** As `09:05`, in the machine's zone. */
export function timeOf(at: number): string {
  const time = new Date(at)
  return [time.getHours(), time.getMinutes()].map(twoDigits).join(':')
}

const twoDigits = (part: number): string => String(part).padStart(2, '0')
