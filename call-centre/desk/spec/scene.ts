/** Short ways for specs to bring the workstation into a state. */
import type { CallSummary } from '../../server/call-summary'
import type { SeatNotice } from '../../server/desk-messages'
import { reduce } from '../workstation/reduce'
import { parseSoundWishes } from '../workstation/sound'
import type { WorkstationEvent } from '../workstation/events'
import type { Opening, Workstation } from '../workstation/state'
import { openingState } from '../workstation/state'

export const lin = { seatId: '1001', name: 'Lin' }

export const incoming: Extract<SeatNotice, { type: 'seat/incoming' }> = {
  type: 'seat/incoming',
  sessionId: 's1',
  caller: 'Wang',
  channel: 'Sales',
  media: 'audio',
  ivrPath: [{ key: '1', label: 'Orders' }],
  timeoutMs: 20_000,
}

export const room = { plane: 'webrtc', roomId: 'r1', userId: 'seat-1001', userSig: 'sig' } as const

export const talking: Extract<SeatNotice, { type: 'seat/talking' }> = {
  type: 'seat/talking',
  sessionId: 's1',
  caller: 'Wang',
  channel: 'Sales',
  media: 'audio',
  ivrPath: [{ key: '1', label: 'Orders' }],
  room,
  elapsedMs: 0,
  held: false,
  muted: false,
  remark: { notes: '' },
}

export const record: CallSummary = {
  sessionId: 's1',
  caller: 'Wang',
  channel: 'Sales',
  media: 'audio',
  startedAt: 1000,
  endedAt: 71_000,
  durationMs: 65_000,
  closeBy: 'client',
  endStatus: 'ok',
  ivrPath: [],
}

export const signedIn: Extract<SeatNotice, { type: 'seat/signedIn' }> = {
  type: 'seat/signedIn',
  seat: { ...lin, status: 'online', since: 0 },
  records: [],
  choices: {
    breakReasons: ['Lunch', 'Training'],
    declineReasons: ['Not my subject'],
    dispositions: [{ code: 'solved', label: 'Solved' }],
    groups: [{ groupId: 'support', name: 'Support' }],
  },
}

export const opening: Opening = {
  who: null,
  account: lin,
  supervises: false,
  desk: 'd1',
  wishes: { status: null, call: null, remark: null },
  sound: parseSoundWishes(null),
}

export const lost = { type: 'line/lost', reason: '', retryInMs: 300 } as const
export const back = { type: 'line/up', resumed: true } as const
export const anew = { type: 'line/up', resumed: false } as const

/** The state after these events; each happens one second after the one before, the first at second 1. */
export const after = (...events: readonly WorkstationEvent[]): Workstation =>
  events.reduce((state, event, index) => reduce(state, event, 1000 * (index + 1)), openingState('en', opening))

export const atDesk: readonly WorkstationEvent[] = [
  { type: 'click/signIn' },
  { type: 'line/opening', attempt: 0 },
  anew,
  signedIn,
]
export const inRinging: readonly WorkstationEvent[] = [...atDesk, incoming]
export const inTalk: readonly WorkstationEvent[] = [...inRinging, { type: 'click/answer', sessionId: 's1' }, talking]
