/** What the centre's notices and the line do to the workstation. */
import type { MediaKind } from 'tccc-wx-sdk/call'
import type { SeatStatus } from '../../seat-messages'
import { TAKEN_OVER } from '../shared/page-link'
import type { Family, Reactions } from './reactions'
import type { Caller, ChosenStatus, TalkingCall, Workstation } from './state'

const KEPT_RECORDS = 50

const isChosen = (status: SeatStatus): status is ChosenStatus => status !== 'offline'

/** Changes the conversation that the notice is about; one about any other changes nothing. */
const inTalk = (state: Workstation, sessionId: string, change: (call: TalkingCall) => Partial<TalkingCall>) =>
  state.call?.phase === 'talking' && state.call.sessionId === sessionId
    ? { ...state, call: { ...state.call, ...change(state.call) } }
    : state

/** Who calls, whatever else is known. */
const callerOf = ({ sessionId, caller, channel, media, ivrPath, transferredFrom }: Caller): Caller => ({
  sessionId,
  caller,
  channel,
  media,
  ivrPath,
  ...(transferredFrom === undefined ? {} : { transferredFrom }),
})

/** A conversation of which this page saw no ringing: it was loaded again in the middle of a call. */
const unknownCaller = (sessionId: string, media: MediaKind): Caller => ({
  sessionId,
  caller: '',
  channel: '',
  media,
  ivrPath: [],
})

/** The centre knows nothing of our call any more: it took it away while the line was down. */
const afterWelcome = (
  { call, outcome }: Workstation,
  sessionId: string | undefined,
): Pick<Workstation, 'call' | 'outcome'> =>
  call === null || call.sessionId === sessionId
    ? { call, outcome }
    : { call: null, outcome: { kind: 'lost', caller: call.caller } }

export const onLine: Reactions<Family<'link'>> = {
  'link/connecting': (state) => (state.link === 'lost' ? state : { ...state, link: 'connecting' }),
  'link/up': (state) => ({ ...state, link: 'up', welcomed: false }),
  'link/lost': (state, { code }) =>
    code === TAKEN_OVER
      ? { ...state, who: null, status: null, call: null, welcomed: false, link: 'off', trouble: { kind: 'takenOver' } }
      : { ...state, welcomed: false, link: 'lost' },
}

const onSeat: Reactions<'seat/signedIn' | 'seat/seats' | 'seat/refused'> = {
  'seat/signedIn': (state, { seat, records }) => ({
    ...state,
    welcomed: true,
    status: state.status ?? (isChosen(seat.status) ? seat.status : 'online'),
    ...afterWelcome(state, seat.sessionId),
    records,
    trouble: null,
  }),
  'seat/seats': (state, { seats }) => {
    const own = seats.find(({ seatId }) => seatId === state.who?.seatId)
    const status = own && own.sessionId === undefined && isChosen(own.status) ? own.status : state.status
    return { ...state, seats, status }
  },
  'seat/refused': (state, { command, message }) => {
    const trouble = { kind: 'refused', message } as const
    if (command === 'seat/signIn') return { ...state, who: null, status: null, call: null, link: 'off', trouble }
    const call = state.call?.phase === 'ringing' ? { ...state.call, answering: false } : state.call
    return { ...state, call, trouble }
  },
}

type CallNotice = Exclude<Family<'seat'>, keyof typeof onSeat>

const onCall: Reactions<CallNotice> = {
  'seat/incoming': (state, incoming, at) => ({
    ...state,
    call: {
      ...callerOf(incoming),
      timeoutMs: incoming.timeoutMs,
      phase: 'ringing',
      since: at,
      silenced: false,
      answering: false,
    },
    outcome: null,
    trouble: null,
  }),
  'seat/missed': (state, { sessionId, reason }) =>
    state.call?.sessionId === sessionId
      ? { ...state, call: null, outcome: { kind: 'missed', caller: state.call.caller, reason } }
      : state,
  'seat/talking': (state, { sessionId, media, room, since }) => {
    if (state.call?.phase === 'talking') return inTalk(state, sessionId, () => ({ room, since }))
    const begun = {
      held: false,
      muted: false,
      customerHeld: null,
      digits: '',
      choosingSeat: false,
      microphone: 'asking',
      voice: 'connecting',
      stream: null,
      picture: null,
      shown: media === 'video',
      camera: 'off',
      ownPicture: null,
    } as const
    const caller = state.call?.sessionId === sessionId ? callerOf(state.call) : unknownCaller(sessionId, media)
    return {
      ...state,
      call: { ...caller, phase: 'talking', since, room, ...begun },
      outcome: null,
    }
  },
  'seat/digits': (state, { sessionId, digits }) =>
    inTalk(state, sessionId, (call) => ({ digits: call.digits + digits })),
  'seat/held': (state, { sessionId, held }) => inTalk(state, sessionId, () => ({ held })),
  'seat/customerHeld': (state, { sessionId, held, reason }, at) =>
    inTalk(state, sessionId, () => ({
      customerHeld: held ? { since: at, ...(reason === undefined ? {} : { reason }) } : null,
    })),
  'seat/transferred': (state, { sessionId }) =>
    state.call?.sessionId === sessionId
      ? { ...state, call: null, outcome: { kind: 'transferred', caller: state.call.caller } }
      : state,
  'seat/ended': (state, { sessionId, record }) => ({
    ...state,
    records: [record, ...state.records.filter((known) => known.sessionId !== sessionId)].slice(0, KEPT_RECORDS),
    ...(state.call?.sessionId === sessionId ? { call: null, outcome: { kind: 'ended', record } } : {}),
  }),
}

export const onNotice: Reactions<Family<'seat'>> = { ...onSeat, ...onCall }
