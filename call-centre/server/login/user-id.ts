import { createHash, randomUUID } from 'node:crypto'

/** The customer that a name stands for, always the same. */
export function userIdOf(name: string): string {
  return `customer-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`
}

/** A code `name-random` belongs to `name`; any other to somebody new. */
export function ownerOf(jsCode: string): string {
  const name = /^([A-Za-z0-9_]+)-./.exec(jsCode)?.[1]
  return userIdOf(name ?? randomUUID())
}
