/** A recording as a spec for the marble kit: what went wrong in the field becomes a test. */
import type { CallEvent } from '../../lib/call/event'
import type { Interruption, Session } from '../../lib/call/session'
import type { Transition } from '../../lib/call/step'
import { LINE_UP } from '../../lib/testing/alphabet'
import { type Column, columnsOf, drawRow, type Row, ROWS } from './columns'
import { lastCall } from './last-call'
import { type Lettering, lettering, type Letters } from './letters'
import type { Recording } from '../../lib/recording/recording'
import { recordingFault } from './recording-fault'

const quoted = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\"/g, '"')
    .replace(/'/g, "\\'")
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')}'`

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name))

/** JSON as TypeScript that a person would have written. */
const source = (value: unknown): string => {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return `[${value.map(source).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return fields.length === 0
    ? '{}'
    : `{ ${fields.map(([name, field]) => `${key(name)}: ${source(field)}`).join(', ')} }`
}

/** Before a call has a room, the phone says no more of an interruption than these. */
const INTERRUPTED_BY: Readonly<Record<Interruption['reason'], 'app/hidden' | 'audio/interrupted'>> = {
  audio: 'audio/interrupted',
  call: 'audio/interrupted',
  hidden: 'app/hidden',
  suspended: 'app/hidden',
  windowClosed: 'app/hidden',
}

/** What was so before the dialling and matters to the call: the spec has to begin with it. */
const prelude = (first: Transition): readonly Transition[] => {
  const { line, interruption } = first.from
  const events: CallEvent[] = []
  if (line.state === 'up' && String(line.can) !== String(LINE_UP.can)) {
    events.push({ type: 'line/up', resumed: false, ...(line.can && { can: line.can }) })
  }
  if (line.state === 'closed') {
    events.push(line.code === null ? { type: 'line/closed' } : { type: 'line/gaveUp', code: line.code })
  }
  if (line.state === 'opening') events.push({ type: 'line/opening', attempt: 0 })
  if (line.state === 'reconnecting') events.push({ type: 'line/lost', reason: '', retryInMs: 0 })
  if (interruption !== null) events.push({ type: INTERRUPTED_BY[interruption.reason] })
  return events.map((event) => ({ ...first, event, to: first.from, from: { ...first.from }, effects: [] }))
}

const outcome = (session: Session): string =>
  session.phase === 'ended'
    ? `it ends: ${session.end.closeBy}, ${session.end.endStatus}`
    : `it goes on: ${session.phase}`

/** A cause may have been redacted, so it is not compared. */
const endSource = (session: Session): string => {
  if (session.phase !== 'ended') return ''
  const { closeBy, endStatus } = session.end
  return `.toEnd(${source({ closeBy, endStatus })})`
}

/** What was tried again is in the recording, which may end before the first try, or before the next. */
const mends = (transitions: readonly Transition[], last: Transition): readonly string[] =>
  last.to.phase !== 'ended' ||
  transitions.some(({ to }) => to.local.failure !== undefined || to.remote.failure !== undefined)
    ? ['mends: false']
    : []

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
    lineSource(
      'sends',
      drawRow(columns, ({ sent }) => sent),
    ),
  ].join('\n')
}

/**
 * The last call of a recording as the text of a spec file for jest or Vitest with globals: it plays what came in to the
 * real call, and expects what the customer saw, what was sent, and how it ended. Throws a `RecordingFault` BEGINNING_MISSING when the dialling
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
      const scene = call({ ${[...rowsOf(lettered.letters), 'letters', ...mends(transitions, last)].join(', ')} })
      expectCall(scene).toSee(sees).toSend(sends)${endSource(last.to)}
    }),
  )
})
`
}
