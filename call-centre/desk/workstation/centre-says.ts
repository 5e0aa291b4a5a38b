/** What the centre's notices and the line do to the workstation. */
import type { CallSummary } from '../../server/call-summary'
import type { CallerInfo, SeatInfo, SeatStatus } from '../../server/desk-messages'
import { withNews } from '../shared/rows'
import { left } from './agent-does'
import { overBecause, toldConsult } from './consult'
import { handedOver, remarkFor, saidAgain } from './remark'
import { textsOn, withSeen, withText } from './texts'
import type { Family, Reactions } from './events'
import type { ChosenStatus, TalkingCall, Workstation } from './state'

const KEPT_RECORDS = 50

const isChosen = (status: SeatStatus): status is ChosenStatus => status !== 'offline' && status !== 'wrapUp'

/** Changes the conversation that the notice is about; one about any other changes nothing. */
const inTalk = (state: Workstation, sessionId: string, change: (call: TalkingCall) => Partial<TalkingCall>) =>
  state.call?.phase === 'talking' && state.call.sessionId === sessionId
    ? { ...state, call: { ...state.call, ...change(state.call) } }
    : state

/** The centre knows nothing of our call any more: it took it away while the line was down. */
const afterWelcome = (
  { call, outcome, recalled }: Workstation,
  sessionId: string | undefined,
): Pick<Workstation, 'call' | 'outcome' | 'recalled' | 'over'> => ({
  ...(call === null || call.sessionId === sessionId || call.phase === 'wrapUp'
    ? { call: call?.phase === 'wrapUp' ? null : call, outcome }
    : { call: null, outcome: { kind: 'lost', caller: call.caller } }),
  recalled: recalled?.sessionId === sessionId ? recalled : null,
  over: null,
})

export const onLine: Reactions<'line/opening' | 'line/up' | 'line/lost' | 'line/gaveUp'> = {
  'line/opening': (state) => (state.link === 'lost' ? state : { ...state, link: 'connecting' }),
  // A resumed link has missed nothing, so the state stays.
  'line/up': (state, { resumed }) => ({ ...state, link: 'up', welcomed: resumed && state.welcomed }),
  'line/lost': (state) => ({ ...state, link: 'lost' }),
  'line/gaveUp': (state, { code }) => ({
    ...state,
    ...left,
    trouble: code === 'TAKEN_OVER' ? { kind: 'takenOver' } : { kind: 'refused', code },
  }),
}

type AboutSeat = 'seat/signedIn' | 'seat/taken' | 'seat/seats' | 'seat/changed' | 'seat/refused'

/** The centre's choice stands: a person made none since. */
const ownStatus = (state: Workstation, seats: readonly SeatInfo[]): Pick<Workstation, 'status' | 'away' | 'reason'> => {
  const own = seats.find(({ seatId }) => seatId === state.who?.seatId)
  const told = own && own.sessionId === undefined && isChosen(own.status) ? own.status : state.status
  if (own === undefined) return { status: told, away: state.away, reason: state.reason }
  return { status: told, away: own.away ?? null, reason: own.reason ?? null }
}

/** The colleague whom the agent chose cannot be asked. */
const notAsking = (state: Workstation): Workstation =>
  state.call?.phase === 'talking' && state.call.consult?.state === 'asking'
    ? { ...state, call: { ...state.call, consult: null } }
    : state

const onSeat: Reactions<AboutSeat> = {
  'seat/signedIn': (state, { seat, records, choices }) => ({
    ...state,
    welcomed: true,
    takesOver: false,
    ...(seat.away !== undefined || state.status === null
      ? { status: isChosen(seat.status) ? seat.status : 'online', away: seat.away ?? null, reason: seat.reason ?? null }
      : {}),
    ...afterWelcome(state, seat.sessionId),
    ...saidAgain(state),
    records,
    choices,
    trouble: null,
  }),
  'seat/taken': (state) => ({ ...state, ...left, trouble: state.who && { kind: 'taken', who: state.who } }),
  'seat/seats': (state, { seats, time }, at) => ({
    ...state,
    seats,
    clockAheadMs: time - at,
    ...ownStatus(state, seats),
  }),
  'seat/changed': (state, { seats, gone, time }, at) => {
    const now = withNews(state.seats, seats, gone, ({ seatId }) => seatId)
    return { ...state, seats: now, clockAheadMs: time - at, ...ownStatus(state, seats) }
  },
  'seat/refused': (state, { command, code }) => {
    const trouble = { kind: 'refused', code } as const
    if (command === 'seat/signIn') return { ...state, ...left, status: null, trouble }
    if (command === 'seat/consult') return { ...notAsking(state), trouble }
    const call = state.call?.phase === 'ringing' ? { ...state.call, said: null } : state.call
    return { ...state, call, trouble }
  },
}

/** The latest first. */
const withRecord = ({ records }: Workstation, record: CallSummary): Pick<Workstation, 'records'> => ({
  records: [record, ...records.filter(({ sessionId }) => sessionId !== record.sessionId)].slice(0, KEPT_RECORDS),
})

type CallNotice = Exclude<Family<'seat'>, AboutSeat>

/** Who calls, whatever else is known. */
const callerOf = ({ sessionId, caller, channel, media, ivrPath, ...more }: CallerInfo): CallerInfo => ({
  ...{ sessionId, caller, channel, media, ivrPath },
  ...(more.transferredFrom === undefined ? {} : { transferredFrom: more.transferredFrom }),
  ...(more.awayMs === undefined ? {} : { awayMs: more.awayMs }),
  ...(more.context === undefined ? {} : { context: more.context }),
  ...(more.nickName === undefined ? {} : { nickName: more.nickName }),
  ...(more.phoneNumber === undefined ? {} : { phoneNumber: more.phoneNumber }),
  ...(more.avatarUrl === undefined ? {} : { avatarUrl: more.avatarUrl }),
})

const onCall: Reactions<CallNotice> = {
  'seat/incoming': (state, incoming, at) => ({
    ...state,
    call: {
      ...callerOf(incoming),
      ...(incoming.askedBy === undefined ? {} : { askedBy: incoming.askedBy }),
      timeoutMs: incoming.timeoutMs,
      phase: 'ringing',
      since: at,
      follows: state.outcome?.kind === 'missed',
      silenced: false,
      said: null,
    },
    outcome: null,
    trouble: null,
    expects: state.expects?.caller === incoming.caller ? null : state.expects,
  }),
  'seat/expects': (state, { caller, channel, leftMs, message }, at) => ({
    ...state,
    expects: { caller, channel, until: at + leftMs, message },
    trouble: null,
  }),
  'seat/earlier': (state, { sessionId, calls }) => ({ ...state, earlier: { sessionId, calls } }),
  'seat/textOn': (state, { sessionId }) => ({ ...state, ...textsOn(state, sessionId) }),
  'seat/text': (state, text) => ({ ...state, ...withText(state, text) }),
  'seat/textSeen': (state, seen) => ({ ...state, ...withSeen(state, seen) }),
  'seat/context': (state, { sessionId, context }) =>
    state.call?.sessionId === sessionId ? { ...state, call: { ...state.call, context } } : state,
  'seat/missed': (state, { sessionId, reason }) =>
    state.call?.sessionId === sessionId
      ? { ...state, call: null, outcome: { kind: 'missed', caller: state.call.caller, reason } }
      : state,
  'seat/talking': (state, talking, at) => {
    const { sessionId, room, elapsedMs, media } = talking
    const since = at - elapsedMs
    // Hung up here, and the centre does not know it yet: the room is not entered.
    if (state.over === sessionId) return state
    if (state.call?.phase === 'talking')
      return {
        ...inTalk(state, sessionId, (call) => ({
          ...{ room, since, voice: 'connecting', fault: null },
          ...callerOf(talking),
          // Who of the two is on hold goes with the consult, and the centre knows.
          held: talking.consult || call.consult ? talking.held : call.held,
          consult: toldConsult(talking.consult, call.consult),
        })),
        ...remarkFor(state, sessionId, talking.remark),
      }
    const wished = state.recalled?.sessionId === sessionId ? state.recalled : talking
    const { muted } = wished
    const held = (talking.consult ? null : wished.held) ?? talking.held
    const consult = toldConsult(talking.consult, null)
    const begun = {
      consultOver: null,
      aim: 'transfer',
      customerHeld: null,
      digits: '',
      sought: null,
      microphone: 'asking',
      voice: 'connecting',
      fault: null,
      quality: 'unknown',
      blocked: false,
      stream: null,
      picture: null,
      shown: media === 'video',
      camera: 'off',
      ownPicture: null,
    } as const
    const call = { ...callerOf(talking), phase: 'talking', since, room, held, muted, consult, ...begun } as const
    return { ...state, call, recalled: null, outcome: null, ...remarkFor(state, sessionId, talking.remark) }
  },
  'seat/digits': (state, { sessionId, digits }) =>
    inTalk(state, sessionId, (call) => ({ digits: call.digits + digits })),
  'seat/held': (state, { sessionId, held }) => inTalk(state, sessionId, () => ({ held })),
  'seat/customerHeld': (state, { sessionId, held, reason }, at) =>
    inTalk(state, sessionId, () => ({
      customerHeld: held ? { since: at, ...(reason === undefined ? {} : { reason }) } : null,
    })),
  'seat/consult': (state, { sessionId, held, consult, why }) =>
    inTalk(state, sessionId, (call) => ({
      held,
      consult: toldConsult(consult, call.consult),
      consultOver: overBecause(call.consult, why),
    })),
  'seat/advised': (state, { sessionId }) =>
    state.call?.phase === 'talking' && state.call.sessionId === sessionId
      ? {
          ...{ ...state, ...handedOver(state), call: null },
          outcome: { kind: 'advised', caller: state.call.caller, by: state.call.consult?.name ?? '' },
        }
      : state,
  'seat/transferred': (state, { sessionId }) => {
    if (state.call?.sessionId === sessionId)
      return { ...state, call: null, outcome: { kind: 'transferred', caller: state.call.caller } }
    // Hung up here while it was on its way to somebody else: it goes on there, and may come back here.
    if (state.over !== sessionId) return state
    const caller = state.outcome?.kind === 'hungUp' ? state.outcome.caller : ''
    return { ...state, over: null, outcome: { kind: 'transferred', caller } }
  },
  'seat/ended': (state, { sessionId, record }) => ({
    ...state,
    ...handedOver(state),
    over: state.over === sessionId ? null : state.over,
    ...withRecord(state, record),
    ...(state.call?.sessionId === sessionId || state.over === sessionId
      ? { call: null, outcome: { kind: 'ended', record } }
      : {}),
  }),
  'seat/record': (state, { record }) => ({ ...state, ...withRecord(state, record) }),
  'seat/wrapUp': (state, wrapUp, at) => ({
    ...state,
    call: { ...callerOf(wrapUp), phase: 'wrapUp', since: at, limitMs: wrapUp.limitMs },
    ...remarkFor(state, wrapUp.sessionId, wrapUp.remark),
  }),
  'seat/wrapUpOver': (state, { sessionId }) =>
    state.call?.phase === 'wrapUp' && state.call.sessionId === sessionId
      ? { ...state, call: null, outcome: null, earlier: null, ...handedOver(state) }
      : state,
}

export const onNotice: Reactions<Family<'seat'>> = { ...onSeat, ...onCall }
