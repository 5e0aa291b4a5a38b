/** What the history page knows of the recordings of phones. */
import type { CallPage, HeldRecording } from '../../server/history-messages'
import type { Language } from '../shared/language'

/** What a recording tells, in sentences; or why nobody knows, as a code; `asked`: somebody is about it. */
export type Told = 'asked' | { readonly fault: string } | Readonly<Record<Language, readonly string[]>>

export type RecordingEvent =
  | { readonly type: 'click/read'; readonly sessionId: string }
  | { readonly type: 'click/add'; readonly sessionId: string; readonly file: File }
  /** `held`: the centre has taken it just now. */
  | {
      readonly type: 'recording/told'
      readonly sessionId: string
      readonly told: Exclude<Told, 'asked'>
      readonly held?: HeldRecording
    }

interface Page {
  readonly told: Readonly<Record<string, Told>>
  readonly found: CallPage | null
}

export const onRecording = <Shown extends Page>(page: Shown, event: RecordingEvent): Shown => {
  const { sessionId } = event
  const told = { ...page.told, [sessionId]: event.type === 'recording/told' ? event.told : ('asked' as const) }
  if (event.type !== 'recording/told' || event.held === undefined || page.found === null) return { ...page, told }
  const { held: recording } = event
  const calls = page.found.calls.map((call) => (call.sessionId === sessionId ? { ...call, recording } : call))
  return { ...page, told, found: { ...page.found, calls } }
}
