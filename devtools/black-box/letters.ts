/** A letter for each event of a picture: equal events share one. */
import type { CallEvent } from '../../lib/call/event'
import { ALPHABETS } from '../../lib/testing/alphabet'
import { type Column, type Row, rowOf } from './columns'

export type Letters = Readonly<Record<Row, ReadonlyMap<string, CallEvent>>>

/** How many fields of the kit's event this one shares; 0 when the code of the media tag differs. */
const likeness = (kit: CallEvent, event: CallEvent): number => {
  if (kit.type !== event.type) return 0
  const [theirs, ours] = [
    new Map<string, unknown>(Object.entries(kit)),
    new Map<string, unknown>(Object.entries(event)),
  ]
  if (typeof theirs.get('code') === 'number' && theirs.get('code') !== ours.get('code')) return 0
  return Array.from(theirs).filter(([name, value]) => JSON.stringify(value) === JSON.stringify(ours.get(name))).length
}

/** The letter of the marble kit for an event, and `undefined` where it has none: of a type, the most alike. */
export const kitLetter = (event: CallEvent): string | undefined => {
  const row = rowOf(event)
  let best: { readonly letter?: string; readonly alike: number } = { alike: 0 }
  for (const [letter, kit] of Object.entries(row === undefined ? {} : ALPHABETS[row])) {
    const alike = /\d/.test(letter) ? 0 : likeness(kit, event)
    if (alike > best.alike) best = { letter, alike }
  }
  return best.letter
}

const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CJK = 0x4e00

/** Never a digit: beside `m` or `s` it would read as a time. */
const nth = (index: number): string => LATIN[index] ?? String.fromCharCode(CJK + index)

/** What the kit has no letter for gets one that means nothing in the kit. */
const free = (taken: ReadonlyMap<string, CallEvent>, { row, event }: Column): string => {
  const usual = kitLetter(event)
  if (usual !== undefined && !taken.has(usual)) return usual
  let index = 0
  while (taken.has(nth(index)) || nth(index) in ALPHABETS[row]) index += 1
  return nth(index)
}

export interface Lettering {
  readonly letters: Letters
  readonly letterOf: (column: Column) => string
}

/** Which keys were pressed is in no recording: the kit presses as many zeros. */
const pressable = (event: CallEvent): CallEvent =>
  event.type === 'intent/sendDigits' ? { ...event, digits: event.digits.replace(/[?]/g, '0') } : event

export const lettering = (columns: readonly Column[]): Lettering => {
  const letters: Record<Row, Map<string, CallEvent>> = {
    user: new Map(),
    seat: new Map(),
    line: new Map(),
    phone: new Map(),
  }
  const known = new Map<string, string>()
  const keyOf = ({ row, event }: Column) => row + JSON.stringify(event)
  for (const column of columns) {
    if (known.has(keyOf(column))) continue
    const letter = free(letters[column.row], column)
    letters[column.row].set(letter, pressable(column.event))
    known.set(keyOf(column), letter)
  }
  return { letters, letterOf: (column) => known.get(keyOf(column)) ?? '?' }
}
