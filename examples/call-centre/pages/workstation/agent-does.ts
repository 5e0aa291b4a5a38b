/** What the agent's clicks and the voice do to the workstation. */
import type { Family, Reactions } from './reactions'
import type { TalkingCall, Workstation } from './state'

const inTalk = (state: Workstation, change: (call: TalkingCall) => Partial<TalkingCall>): Workstation =>
  state.call?.phase === 'talking' ? { ...state, trouble: null, call: { ...state.call, ...change(state.call) } } : state

export const onClick: Reactions<Family<'click'>> = {
  'click/signIn': (state, { who }) => ({ ...state, who, remembered: who, trouble: null }),
  'click/signOut': (state) => ({
    ...state,
    who: null,
    status: null,
    link: 'off',
    welcomed: false,
    seats: [],
    call: null,
    outcome: null,
    records: [],
    trouble: null,
  }),
  'click/language': (state, { language }) => ({ ...state, language }),
  'click/status': (state, { status }) => ({ ...state, status, trouble: null }),
  'click/answer': (state) =>
    state.call?.phase === 'ringing' ? { ...state, call: { ...state.call, answering: true }, trouble: null } : state,
  'click/letRing': (state) =>
    state.call?.phase === 'ringing' ? { ...state, call: { ...state.call, silenced: true } } : state,
  // Held and ended are shown when the centre says so.
  'click/hold': (state) => inTalk(state, () => ({})),
  'click/hangUp': (state) => inTalk(state, () => ({})),
  'click/mute': (state) => inTalk(state, ({ muted }) => ({ muted: !muted })),
  'click/camera': (state) =>
    inTalk(state, ({ shown }) => (shown ? { shown: false, camera: 'off', ownPicture: null } : { shown: true })),
  'click/chooseSeat': (state) => inTalk(state, ({ choosingSeat }) => ({ choosingSeat: !choosingSeat })),
  'click/transfer': (state) => inTalk(state, () => ({ choosingSeat: false })),
  'click/dismiss': (state) => ({ ...state, outcome: null, trouble: null }),
}

export const onVoice: Reactions<Family<'voice'>> = {
  'voice/microphone': (state, { microphone }) => inTalk(state, () => ({ microphone })),
  'voice/customer': (state, { voice, stream }) =>
    inTalk(state, (call) => ({ voice, stream: stream === undefined ? call.stream : stream })),
  'voice/picture': (state, { stream }) => inTalk(state, () => ({ picture: stream })),
  // The next click tries again with a camera that did not open.
  'voice/camera': (state, { camera, stream }) =>
    inTalk(state, () => ({ camera, ownPicture: stream, shown: camera === 'asking' || camera === 'ready' })),
}
