/** From the one who may least to the one who may most: each may also do what those before may. */
export const roles = ['seat', 'supervisor', 'administrator'] as const

export type Role = (typeof roles)[number]

/** How good somebody is at the calls of each group: 1 is the best, 9 the least; of a group that is not named, no calls. */
export type Skills = Readonly<Record<string, number>>

/** Somebody who works here. */
export interface Account {
  /** The name at the sign-in, and the number of the seat: as `1001`. */
  readonly accountId: string
  /** What colleagues and customers see. */
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  /** Absent: those that the configuration gives the seat. */
  readonly skills?: Skills | undefined
  /** Argon2id, as a PHC string. Absent until one was chosen. */
  readonly password?: string
}

/** What is typed into addresses and names a seat in a room. */
export const accountIdPattern = '^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$'

export function isRole(word: string): word is Role {
  return roles.some((role) => role === word)
}

export function mayAs(role: Role, needed: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(needed)
}
