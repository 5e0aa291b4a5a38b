/** Recordings of phones: read from the centre, and added to it. */
import type { HeldRecording } from '../../server/history-messages'
import { ask, type Reply, toSignIn } from '../shared/account'
import { recordingAddress } from '../shared/calls-address'
import type { RecordingEvent } from './recordings'

type Answered = Extract<RecordingEvent, { readonly type: 'recording/told' }>

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

/** What comes of a wish about a recording; null: the event is none. */
export const answerTo = async (event: { readonly type: string } | RecordingEvent): Promise<Answered | null> => {
  if (!('sessionId' in event)) return null
  const { sessionId } = event
  if (event.type === 'click/read') return { type: 'recording/told', sessionId, told: await read(sessionId) }
  if (event.type === 'click/add') return { type: 'recording/told', sessionId, ...(await add(sessionId, event.file)) }
  return null
}
