/** All that can happen in a call, also what is meant for another, and what comes too late. */
import type { CallEvent } from '../../../lib/call/event'
import { type Phase, PHASE_LETTERS } from '../../../lib/call/phase'
import { callIdOf, EVENTS } from '../call/alphabet'

const BEFORE = 0
const CALL = 1

const told = Object.entries(EVENTS).flatMap(([lane, letters]) =>
  Object.values(letters).map((event) => event(lane === 'user' ? BEFORE : CALL)),
)

const dialled = told.filter((event) => event.type === 'intent/startCall')

/** What a policy asked for in a phase that may be over. */
const limits = (Object.keys(PHASE_LETTERS) as Phase[]).map((inPhase): CallEvent => ({
  type: 'intent/hangUp',
  policy: 'limit',
  inPhase,
}))

const answers = [BEFORE, CALL].map(callIdOf).flatMap((callId): readonly CallEvent[] => [
  { type: 'phone/ready', callId },
  { type: 'phone/unready', callId, code: 'MICROPHONE_REFUSED', cause: 'no' },
])

export const alphabet: readonly CallEvent[] = [
  ...told,
  ...dialled.map((event): CallEvent => ({ ...event, awaiting: 'phone' })),
  ...answers,
  ...limits,
  { type: 'media/due' },
  { type: 'line/closed' },
  { type: 'policy/failed', policy: 'limit', message: 'no' },
  { type: 'source/failed', source: 'readiness', message: 'no' },
]
