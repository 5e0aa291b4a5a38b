/** Recordings of phones: read from the centre, and added to it. */
import type { HeldRecording } from '../../server/history-messages'
import { ask, type Reply, toSignIn } from '../shared/account'
import { recordingAddress } from '../shared/calls-address'
import type { RecordingEvent } from './recordings'

type Answered = Extract<RecordingEvent, { readonly type: 'recording/told' }>
type Wish = Exclude<RecordingEvent, Answered>

const faultIn = ({ status, body }: Reply): string => {
  if (status === 401) toSignIn()
  if (status === 0) return 'UNREACHABLE'
  return 'code' in body ? String(body.code) : ''
}

const read = async (sessionId: string): Promise<Answered['told']> => {
  const reply = await ask('GET', recordingAddress(sessionId))
  if (reply.status !== 200) return { fault: faultIn(reply) }
  const { tell } = await import('./tell')
  return tell(reply.body)
}

/** What is wrong with a file is found out here, before it is sent. */
const add = async (sessionId: string, file: File): Promise<Pick<Answered, 'told' | 'held'>> => {
  const [{ tell }, text] = await Promise.all([import('./tell'), file.text()])
  const told = tell(text)
  if ('fault' in told) return { told }
  const reply = await ask('PUT', recordingAddress(sessionId), JSON.parse(text) as object)
  return reply.status === 200 ? { told, held: reply.body as HeldRecording } : { told: { fault: faultIn(reply) } }
}

const toldOf = async (event: Wish): Promise<Pick<Answered, 'told' | 'held'>> => {
  try {
    return event.type === 'click/read' ? { told: await read(event.sessionId) } : await add(event.sessionId, event.file)
  } catch {
    // A folder that was dropped is no file, and the page may be older than what it loads.
    return { told: { fault: 'UNREADABLE' } }
  }
}

/** What comes of a wish about a recording; null: the event is none. */
export const answerTo = async (event: { readonly type: string } | RecordingEvent): Promise<Answered | null> => {
  if (!('sessionId' in event) || event.type === 'recording/told') return null
  return { type: 'recording/told', sessionId: event.sessionId, ...(await toldOf(event)) }
}
