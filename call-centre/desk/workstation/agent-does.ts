/** What the agent's clicks, the voice and the ring do to the workstation. */
import { askingFor, isAsked } from './consult'
import { noHistory } from './history'
import { handedOver, withDisposition, withNotes } from './remark'
import { allRead, withDraft } from './texts'
import type { Family, Reactions } from './events'
import { isReady, isTooSoon, type TalkingCall, type Workstation } from './state'

const inTalk = (state: Workstation, change: (call: TalkingCall) => Partial<TalkingCall>): Workstation =>
  state.call?.phase === 'talking' ? { ...state, trouble: null, call: { ...state.call, ...change(state.call) } } : state

/** Over here at once, microphone and all, whatever the line does; the centre hears of it when it can. */
const hungUp = (state: Workstation): Workstation =>
  state.call?.phase === 'talking' && !isAsked(state.call)
    ? {
        ...state,
        call: null,
        over: state.call.sessionId,
        outcome: { kind: 'hungUp', caller: state.call.caller },
        trouble: null,
        ...handedOver(state),
      }
    : state

/** What was to be written up is, or need not be. */
const wroteUp = (state: Workstation): Workstation =>
  state.call?.phase === 'wrapUp' ? { ...state, call: null, outcome: null, trouble: null, ...handedOver(state) } : state

/** Once, and only while the centre hears it. It says what comes of it; until then there is no tone. */
const saidTo = (state: Workstation, sessionId: string, said: 'answer' | 'decline', at: number): Workstation => {
  const { call } = state
  if (call?.phase !== 'ringing' || call.sessionId !== sessionId || call.said !== null) return state
  return isReady(state) && !isTooSoon(call, at) ? { ...state, call: { ...call, said }, trouble: null } : state
}

/** Nobody sits here any more. */
export const left: Partial<Workstation> = { who: null, link: 'off', welcomed: false, call: null, takesOver: false }

export const onClick: Reactions<Family<'click'>> = {
  'click/signIn': (state) => ({ ...state, who: state.account, trouble: null }),
  'click/takeOver': (state) =>
    state.trouble?.kind === 'taken' ? { ...state, who: state.trouble.who, takesOver: true, trouble: null } : state,
  'click/signOut': (state) => ({
    ...state,
    ...left,
    ...{ status: null, away: null, seats: [], over: null, recalled: null, outcome: null, records: [], trouble: null },
    ...{ reason: null, remark: null, history: noHistory, earlier: null, expects: null },
  }),
  'click/language': (state, { language }) => ({ ...state, language }),
  'click/status': (state, { status, reason = null }) => {
    const chosen = { ...state, status, reason, away: null, outcome: null, trouble: null }
    return status === 'online' ? wroteUp(chosen) : chosen
  },
  // What was typed of the talk before is said first: its writing-up may end here.
  'click/answer': (state, { sessionId }, at) => saidTo({ ...state, ...handedOver(state) }, sessionId, 'answer', at),
  'click/letRing': (state) =>
    state.call?.phase === 'ringing' ? { ...state, call: { ...state.call, silenced: true } } : state,
  'click/decline': (state, { sessionId }, at) => saidTo(state, sessionId, 'decline', at),
  'click/ringOn': (state) => state,
  'click/noticesOn': (state) => state,
  'click/soundOn': (state) => state,
  'click/tryDevices': (state) => state,
  'click/rejoin': (state) => inTalk(state, () => ({ voice: 'connecting', fault: null })),
  'click/draft': (state, { draft }) => ({ ...state, ...withDraft(state, draft) }),
  'click/sendText': (state) => (isReady(state) ? { ...state, ...withDraft(state, '') } : state),
  'click/readTexts': (state) => ({ ...state, ...allRead(state) }),
  'click/hold': (state) => inTalk(state, (call) => (isAsked(call) ? {} : { held: !call.held, consultOver: null })),
  'click/hangUp': hungUp,
  'click/mute': (state) => inTalk(state, ({ muted }) => ({ muted: !muted })),
  'click/camera': (state) =>
    inTalk(state, ({ shown }) => (shown ? { shown: false, camera: 'off', ownPicture: null } : { shown: true })),
  'click/chooseSeat': (state, { aim = 'transfer' }) =>
    inTalk(state, (call) => ({ aim, sought: call.sought === null || call.aim !== aim ? '' : null, consultOver: null })),
  'click/seek': (state, { sought }) => inTalk(state, () => ({ sought })),
  'click/transfer': (state) => ({ ...inTalk(state, () => ({ sought: null })), ...handedOver(state) }),
  'click/consult': (state, { toSeatId }) =>
    inTalk(state, (call) => {
      const name = state.seats.find(({ seatId }) => seatId === toSeatId)?.name ?? toSeatId
      return call.consult === null && isReady(state) ? { sought: null, consult: askingFor(toSeatId, name) } : {}
    }),
  'click/together': (state) => inTalk(state, () => ({})),
  'click/handOver': (state) => ({ ...inTalk(state, () => ({})), ...handedOver(state) }),
  'click/goBack': (state) => inTalk(state, () => ({})),
  'click/notes': (state, { notes }) => ({ ...state, ...withNotes(state, notes) }),
  'click/disposition': (state, { disposition }) => ({ ...state, ...withDisposition(state, disposition) }),
  'click/wrapUpDone': wroteUp,
  'click/callAgain': (state) => ({ ...state, trouble: null }),
  'click/history': (state, { change }) => ({
    ...state,
    history: { wish: { ...state.history.wish, ...change }, found: null },
  }),
  'click/dismiss': (state) => ({ ...state, outcome: null, trouble: null }),
  'click/dismissExpects': (state) => ({ ...state, expects: null }),
}

export const onVoice: Reactions<Family<'voice'>> = {
  'voice/microphone': (state, { microphone }) => inTalk(state, () => ({ microphone })),
  // Why it was lost stands until it is back: one loss is told by more than one event.
  'voice/customer': (state, { voice, stream, fault }) =>
    inTalk(state, (call) => ({
      voice,
      fault: fault ?? (voice === 'lost' ? call.fault : null),
      stream: stream === undefined ? call.stream : stream,
    })),
  'voice/colleague': (state, { voice, stream, fault }) =>
    inTalk(state, ({ consult }) => ({
      consult: consult && {
        ...consult,
        voice,
        fault: fault ?? (voice === 'lost' ? consult.fault : null),
        stream: stream === undefined ? consult.stream : stream,
      },
    })),
  'voice/quality': (state, { quality }) => inTalk(state, () => ({ quality })),
  'voice/blocked': (state, { blocked }) => inTalk(state, () => ({ blocked })),
  'voice/output': (state, { output }) => ({ ...state, sound: { ...state.sound, output } }),
  'voice/picture': (state, { stream }) => inTalk(state, () => ({ picture: stream })),
  // The next click tries again with a camera that did not open.
  'voice/camera': (state, { camera, stream }) =>
    inTalk(state, () => ({ camera, ownPicture: stream, shown: camera === 'asking' || camera === 'ready' })),
}

export const onHistory: Reactions<Family<'history'>> = {
  'history/found': (state, { found }) => ({ ...state, history: { ...state.history, found } }),
}

export const onNotes: Reactions<Family<'notes'>> = {
  'notes/paused': (state) => ({ ...state, ...handedOver(state) }),
  'notes/limit': wroteUp,
}

export const onRing: Reactions<Family<'ring'>> = {
  'ring/audible': (state, { audible }) => ({ ...state, audible }),
  'ring/notices': (state, { notices }) => ({ ...state, notices }),
}
