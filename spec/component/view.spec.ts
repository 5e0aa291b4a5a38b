import { changed, emptyView, hasEntered, SHOWN, viewOf } from '../../component/view'
import { mediaWish, reduce, type CallEvent, type Session } from '../../lib/entries/index'
import { idle } from '../../lib/call/session'
import { ROOM, SEAT, SESSION_ID } from './centre'

const DIALLED: readonly CallEvent[] = [{ type: 'intent/startCall', callId: 'c1', channelId: 'entry', media: 'audio' }]
const IN_IVR: readonly CallEvent[] = [...DIALLED, { type: 'call/started', callId: 'c1', sessionId: SESSION_ID }]
const IN_ROOM: readonly CallEvent[] = [
  ...DIALLED,
  { type: 'call/started', callId: 'c1', sessionId: SESSION_ID, room: ROOM },
]
const TALKING: readonly CallEvent[] = [...IN_ROOM, { type: 'call/accepted', sessionId: SESSION_ID, seat: SEAT }]
const ENDED: readonly CallEvent[] = [...TALKING, { type: 'intent/hangUp' }]

const after = (...events: readonly CallEvent[]): Session =>
  events.reduce<Session>((session, event) => reduce(session, event, 0), idle)

const view = (session: Session) => viewOf(mediaWish(session))

const patch = (shown: ReturnType<typeof viewOf>, session: Session) => changed(shown, view(session))

const inRoom = { pushUrl: 'room://push', playUrl: 'room://play', enableMic: true, soundMode: 'speaker' }

describe('viewOf', () => {
  it.each([
    ['before any call', []],
    ['while dialling', DIALLED],
    ['while there is no room', IN_IVR],
    ['after the call', ENDED],
  ])('shows no tags %s', (_, events) => {
    expect(view(after(...events))).toEqual(emptyView)
  })

  it.each([
    ['from the room on, before anybody answers', IN_ROOM],
    ['while talking', TALKING],
  ])('shows pusher and player %s', (_, events) => {
    expect(view(after(...events))).toEqual(inRoom)
  })

  it('is muted from the first moment in the room when that was asked for before', () => {
    const [dialled, started] = IN_ROOM as [CallEvent, CallEvent]
    const session = after(dialled, { type: 'intent/mute' }, { type: 'intent/setSoundMode', soundMode: 'ear' }, started)
    expect(view(session)).toEqual({ ...inRoom, enableMic: false, soundMode: 'ear' })
  })

  it('rests without a room, whatever was asked for', () => {
    expect(view(after(...IN_IVR, { type: 'intent/mute' }))).toEqual(emptyView)
  })

  it('has no player until the room tells where to listen', () => {
    const room = { kind: 'trtc', sdkAppId: 1, roomId: 'r', userId: 'u', userSig: 's' } as const
    const started: CallEvent = { type: 'call/started', callId: 'c1', sessionId: SESSION_ID, room }
    const listed = JSON.stringify({ userlist: [{ userid: 'seat', playurl: 'room://seat' }] })
    const joined: CallEvent = { type: 'pusher/status', code: 1020, message: listed }
    const left: CallEvent = { type: 'pusher/status', code: 1032 }
    const playUrls = [[], [joined], [joined, left]].map((told) => view(after(...DIALLED, started, ...told)).playUrl)
    expect(playUrls).toEqual(['', 'room://seat', ''])
  })
})

describe('viewOf with sub-components', () => {
  it.each([
    ['a pusher', { pusher: {}, player: null }, { ...inRoom, pushUrl: '' }],
    ['a player', { pusher: null, player: {} }, { ...inRoom, playUrl: '' }],
    ['both', { pusher: {}, player: {} }, emptyView],
  ])('leaves to %s what it renders', (_, elsewhere, expected) => {
    expect(viewOf(mediaWish(after(...TALKING)), elsewhere)).toEqual(expected)
  })
})

describe('SHOWN', () => {
  const talking = after(...TALKING, { type: 'pusher/status', code: 1018 })
  const looked: readonly string[] = SHOWN
  const others = Object.keys(talking).filter((name) => name !== 'phase' && !looked.includes(name))

  it.each(others)('leaves out %s, which the tags do not show', (name) => {
    const other = { ...talking, [name]: undefined }
    expect(mediaWish(other)).toEqual(mediaWish(talking))
    expect(hasEntered({ event: { type: 'app/shown' }, from: talking, to: other, at: 0 })).toBe(false)
  })

  it.each([
    ['before any call', []],
    ['while dialling', DIALLED],
    ['after the call', ENDED],
  ])('tells the phases apart by the room: there is none %s', (_, events) => {
    expect(after(...events)).not.toHaveProperty('room')
    expect(mediaWish(after(...events)).pushUrl).toBe('')
  })
})

describe('changed', () => {
  it('is null when nothing has to be set', () => {
    expect(patch(emptyView, after(...DIALLED))).toBeNull()
    expect(patch(view(after(...IN_ROOM)), after(...TALKING))).toBeNull()
  })

  it('holds the changed keys only, also while the phone has not confirmed the switches', () => {
    expect(patch(emptyView, after(...IN_ROOM))).toEqual({ pushUrl: 'room://push', playUrl: 'room://play' })
    const shown = view(after(...TALKING))
    expect(patch(shown, after(...TALKING, { type: 'intent/mute' }))).toEqual({ enableMic: false })
    expect(patch(shown, after(...TALKING, { type: 'intent/setSoundMode', soundMode: 'ear' }))).toEqual({
      soundMode: 'ear',
    })
  })

  it('takes the tags away and puts the switches back at the end', () => {
    const muted = view(after(...TALKING, { type: 'intent/mute' }))
    expect(patch(muted, after(...ENDED))).toEqual({ pushUrl: '', playUrl: '', enableMic: true })
  })
})

describe('hasEntered', () => {
  const entered = (events: readonly CallEvent[], event: CallEvent) => {
    const from = after(...events)
    return hasEntered({ event, from, to: reduce(from, event, 0), at: 0 })
  }
  const enter: CallEvent = { type: 'pusher/status', code: 1018 }
  const lost: CallEvent = { type: 'pusher/status', code: 1102 }

  it.each([
    ['with the first entry', TALKING, enter, true],
    ['not with a second word about it', [...TALKING, enter], enter, false],
    ['not with a loss', [...TALKING, enter], lost, false],
    ['with the entry after a loss', [...TALKING, enter, lost], enter, true],
    ['not after the call', ENDED, enter, false],
  ] as const)('is true %s', (_, events, event, expected) => {
    expect(entered(events, event)).toBe(expected)
  })
})
