import { createHash } from 'node:crypto'
import { StateFault } from './state-fault'
import { createKept, type Change, type Kept } from './store'

/** The first line of a journal. Version 0.1.0 wrote none, and no check sums: its lines begin with a bracket. */
const heading = 'tccc-call-centre journal 2'

/** A journal that holds this and nothing else. */
export function journalOf(kept: Kept): string {
  return [`${heading}\n`, ...kept.entries().map((entry) => lineOf([entry]))].join('')
}

/** One line is one commit. */
export function lineOf(changes: readonly Change[]): string {
  const json = `[${changes.map(([kind, name, value]) => `[${JSON.stringify([kind, name]).slice(1, -1)},${value ?? 'null'}]`).join(',')}]`
  return `${sumOf(json)} ${json}\n`
}

/**
 * Reads a journal; `place` names it. What was being written when the process or the machine died was promised to nobody:
 * it is the last line, and is left out when it is not whole.
 * @throws {StateFault} when any other line is damaged, or a newer version wrote it.
 */
export function readJournal(text: string, place: string): Kept {
  const kept = createKept()
  const lines = text.split('\n')
  const first = lines[0] ?? ''
  const begin = first.startsWith('tccc-call-centre journal ') ? 1 : 0
  if (begin === 1 && first !== heading && lines.length > 1) {
    throw new StateFault(
      `${place} was written by another version ("${first}"). Start that version, or restore a backup of this one.`,
    )
  }
  const last = lines.findLastIndex((line) => line !== '')
  for (let at = begin; at <= last; at += 1) {
    const changes = at === lines.length - 1 ? undefined : parse(lines[at] ?? '', begin === 0)
    if (changes) kept.enter(changes)
    else if (at < last)
      throw new StateFault(`${place}:${at + 1} is damaged. Restore a backup, or remove the file to begin with nothing.`)
  }
  return kept
}

function parse(line: string, isOfOld: boolean): readonly Change[] | undefined {
  const json = isOfOld && line.startsWith('[') ? line : wholeOf(line)
  try {
    const changes = JSON.parse(json) as readonly (readonly [string, string, unknown])[]
    return changes.map(([kind, name, value]) => [kind, name, value === null ? null : JSON.stringify(value)])
  } catch {
    return undefined
  }
}

/** What follows the check sum; empty when it does not fit. */
function wholeOf(line: string): string {
  const json = line.slice(sumLength + 1)
  return line.startsWith(`${sumOf(json)} `) ? json : ''
}

const sumLength = 8

function sumOf(text: string): string {
  return createHash('sha1').update(text).digest('hex').slice(0, sumLength)
}
