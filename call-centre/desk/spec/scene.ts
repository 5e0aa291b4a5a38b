/** Short ways for specs to bring the workstation into a state. */
import type { CallSummary, SeatNotice } from '../../seat-messages'
import { reduce } from '../workstation/reduce'
import type { Workstation, WorkstationEvent } from '../workstation/state'
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

export const room = { kind: 'trtc', sdkAppId: 1, roomId: 'r1', userId: 'seat-1001', userSig: 'sig' } as const

export const talking: Extract<SeatNotice, { type: 'seat/talking' }> = {
  type: 'seat/talking',
  sessionId: 's1',
  media: 'audio',
  room,
  since: 5000,
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
  seat: { ...lin, status: 'online' },
  records: [],
}

/** The state after these events; each happens one second after the one before, the first at second 1. */
export const after = (...events: readonly WorkstationEvent[]): Workstation =>
  events.reduce((state, event, index) => reduce(state, event, 1000 * (index + 1)), openingState('en', null, null))

export const atDesk: readonly WorkstationEvent[] = [
  { type: 'click/signIn', who: lin },
  { type: 'link/connecting' },
  { type: 'link/up' },
  signedIn,
]
export const inRinging: readonly WorkstationEvent[] = [...atDesk, incoming]
export const inTalk: readonly WorkstationEvent[] = [...inRinging, { type: 'click/answer' }, talking]
