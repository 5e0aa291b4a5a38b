/** A recording as a spec for the marble kit: what went wrong in the field becomes a test. */
import type { Session } from '../session/session'
import type { Transition } from '../session/transition'
import { type Column, columnsOf, drawRow, type Row, ROWS } from './columns'
import { lastCall } from './last-call'
import { type Lettering, lettering, type Letters } from './letters'
import type { Recording } from './recording'
import { recordingFault } from './recording-fault'
import { source } from './source'

/** A line that was closed for a reason before the call was dialled ends it at once, so the spec has to begin with it. */
const prelude = (first: Transition): readonly Transition[] => {
  const { line } = first.from
  if (line.state !== 'closed' || line.code === null) return []
  return [
    {
      ...first,
      event: { type: 'line/gaveUp', code: line.code },
      to: first.from,
      from: { ...first.from, line: { state: 'closed', code: null } },
    },
  ]
}

const outcome = (session: Session): string =>
  session.phase === 'ended'
    ? `it ends: ${session.end.closeBy}, ${session.end.endStatus}`
    : `it goes on: ${session.phase}`

/** A line that is left out is the kit's own: it dials, and it answers by itself. */
const rowsOf = (letters: Letters): readonly Row[] =>
  ROWS.filter((row) => row === 'user' || row === 'seat' || letters[row].size > 0)

const lettersSource = (letters: Letters): string =>
  rowsOf(letters)
    .map((row) => {
      const lines = Array.from(letters[row], ([letter, event]) => `    ${letter}: ${source(event)},`)
      return lines.length === 0 ? `  ${row}: {},` : [`  ${row}: {`, ...lines, '  },'].join('\n')
    })
    .join('\n')

/** Shorter names are filled up, so that the marbles of one moment stand above each other. */
const lineSource = (name: string, marbles: string): string =>
  `      const ${name} = '${' '.repeat(6 - name.length)}${marbles}'`

const linesSource = (columns: readonly Column[], { letters, letterOf }: Lettering): string => {
  const rows = rowsOf(letters).map((row) =>
    lineSource(
      row,
      drawRow(columns, (column) => (column.row === row ? letterOf(column) : null)),
    ),
  )
  return [
    ...rows,
    lineSource(
      'sees',
      drawRow(columns, ({ phase }) => phase),
    ),
  ].join('\n')
}

/**
 * The last call of a recording as the text of a spec file for jest or Vitest with globals: it plays what came in to the
 * real call, and expects the phases that the customer saw. Throws a `RecordingFault` BEGINNING_MISSING when the dialling
 * was dropped.
 */
export const toMarbles = (recording: Recording): string => {
  const { transitions, isWhole } = lastCall(recording)
  const [first] = transitions
  const last = transitions[transitions.length - 1]
  if (!isWhole || first === undefined || last === undefined) {
    throw recordingFault('BEGINNING_MISSING', 'The recording holds no call from its dialling on')
  }
  const columns = columnsOf([...prelude(first), ...transitions])
  const lettered = lettering(columns)
  return `/** Written by tccc-wx-sdk from a recording of ${new Date(first.at).toISOString()}. */
import { callMarbles } from 'tccc-wx-sdk/testing'

const letters = {
${lettersSource(lettered.letters)}
} as const

describe(${source(`the call ${first.to.phase === 'idle' ? '' : first.to.callId}`)}, () => {
  it(
    '${outcome(last.to)}',
    callMarbles(({ call, expectCall }) => {
${linesSource(columns, lettered)}
      expectCall(call({ ${rowsOf(lettered.letters).join(', ')}, letters })).toSee(sees)
    }),
  )
})
`
}
