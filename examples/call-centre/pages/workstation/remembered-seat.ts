/** Who signs in without being asked. */
import type { Who } from './state'

const isWho = (value: unknown): value is Who =>
  typeof value === 'object' &&
  value !== null &&
  'seatId' in value &&
  'name' in value &&
  typeof value.seatId === 'string' &&
  typeof value.name === 'string'

/** `?seat=1001&name=Lin`; the name may be left out. */
export const whoInAddress = (search: string): Who | null => {
  const asked = new URLSearchParams(search)
  const seatId = asked.get('seat')?.trim()
  const name = asked.get('name')?.trim() ?? ''
  return seatId ? { seatId, name: name === '' ? seatId : name } : null
}

/** What `JSON.stringify` made of a `Who`, or null for anything else. */
export const parseWho = (stored: string | null): Who | null => {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    return isWho(value) ? value : null
  } catch {
    return null
  }
}
