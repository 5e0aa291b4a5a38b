/** A letter for each event of a picture: equal events share one. */
import type { CallEvent } from '../events/event'
import type { Column, Row } from './columns'

export type Letters = Readonly<Record<Row, ReadonlyMap<string, CallEvent>>>

/** Where the marble kit has a letter for it, that one. The type says when one is missing. */
const USUAL: Readonly<Record<CallEvent['type'], string>> = {
  'intent/startCall': 'd',
  'intent/hangUp': 'h',
  'intent/mute': 'm',
  'intent/unmute': 'u',
  'intent/setSoundMode': 'e',
  'intent/setCamera': 'v',
  'intent/switchCamera': 'w',
  'intent/sendDigits': 'k',
  'intent/notify': 'n',
  'call/started': 's',
  'call/refused': 'f',
  'call/ivr': 'v',
  'call/queued': 'q',
  'call/ringing': 'r',
  'call/accepted': 'a',
  'call/held': 'h',
  'call/room': 'o',
  'call/ended': 'e',
  'line/opening': 'o',
  'line/up': 'u',
  'line/lost': 'l',
  'line/gaveUp': 'g',
  'line/slow': 's',
  'line/invalid': 'i',
  'line/closed': 'c',
  'pusher/status': 'p',
  'pusher/error': 'f',
  'player/status': 'y',
  'media/applied': 'm',
  'media/failed': 'x',
  'media/due': 'd',
  'quality/measured': 'q',
  'quality/advised': 'a',
  'app/hidden': 'h',
  'app/shown': 's',
  'audio/interrupted': 'i',
  'audio/resumed': 'c',
  'network/changed': 'n',
  'network/weak': 'w',
  'phone/ready': 'y',
  'phone/unready': 'x',
  'policy/failed': 'f',
  'source/failed': 'f',
}

/** A recording may hold events of a type that is not known here. */
const usualOf = (type: string): string | undefined =>
  Object.prototype.hasOwnProperty.call(USUAL, type) ? USUAL[type as CallEvent['type']] : undefined

/** The letter of the marble kit for a type of event; `•` where it is not known. */
export const usualLetter = (type: string): string => usualOf(type) ?? '•'

const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const CJK = 0x4e00

/** Never a digit: beside `m` or `s` it would read as a time. */
const nth = (index: number): string => LATIN[index] ?? String.fromCharCode(CJK + index)

const free = (taken: ReadonlyMap<string, CallEvent>, type: string): string => {
  const usual = usualOf(type)
  if (usual !== undefined && !taken.has(usual)) return usual
  let index = 0
  while (taken.has(nth(index))) index += 1
  return nth(index)
}

export interface Lettering {
  readonly letters: Letters
  readonly letterOf: (column: Column) => string
}

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
    const letter = free(letters[column.row], column.event.type)
    letters[column.row].set(letter, column.event)
    known.set(keyOf(column), letter)
  }
  return { letters, letterOf: (column) => known.get(keyOf(column)) ?? '?' }
}
