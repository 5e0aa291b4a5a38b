/** What each code of live-pusher does to a call: every one with an action, by its action, as the dictionary lists them. */
import { type CallEvent, reduce, type Session } from '../../lib/entries/call'
import { PUSHER_CODES, type PusherMeaning } from '../../lib/status-codes/status-codes'
import { PUSHER_DICTIONARY } from '../../devtools/dictionaries/pusher-dictionary'
import { after, BEFORE, EVENTS, NOW, sessionIn } from '../call/sessions'

const status = (code: number, message = ''): CallEvent => ({ type: 'pusher/status', code, message })
const list = (user: object): string => JSON.stringify({ userlist: [user] })
const seat = { userid: 'seat', playurl: 'room://seat' }

const due: CallEvent = { type: 'media/due' }
const talking = sessionIn('talking')
const entered = after(talking, status(1018), { type: 'media/applied', microphone: 'on' })
const inRtmp = after(talking, {
  ...EVENTS['call/room'],
  room: { kind: 'url', pushUrl: 'rtmp://push', playUrl: 'rtmp://play' },
})
const inVideo = { ...entered, media: 'video', camera: { desired: 'on', actual: 'on', state: 'applied' } } as const

const endOf = (session: Session) => (session.phase === 'ended' ? session.end : null)
const by = (error: string) => ({ closeBy: 'client', endStatus: 'clientError', error })

const withoutCamera = (code: number) => {
  expect(after(inVideo, status(code))).toMatchObject({ phase: 'talking', camera: { desired: 'on', state: 'failed' } })
  expect(after(entered, status(code))).toBe(entered)
}

const interruptedBy = (code: number, reason: string) => {
  expect(after(entered, status(code))).toMatchObject({ phase: 'talking', interruption: { reason } })
}

/** Neither the first code ends the call, nor the second: only when no fresh room helps. */
const asksForRoom = (from: Session, code: number) => {
  const cause = `live-pusher ${String(code)}: words`
  const failed = after(from, status(code, 'words'))
  expect(failed).toMatchObject({ phase: 'talking', local: { state: 'failed', failure: { cause, error: null } } })
  expect(after(failed, status(1018)).local).toEqual({ state: 'up', since: NOW })
  const asked = after(failed, due)
  expect(asked).toMatchObject({ phase: 'talking', room: null, retries: 1 })
  expect(after(asked, status(1018), status(1019), status(code))).toBe(asked)
  expect(endOf(after(asked, due))).toMatchObject({ ...by('ROOM_FAILED'), cause })
}

const SPECS: Readonly<Record<PusherMeaning, (code: number) => void>> = {
  connecting: (code) => {
    expect(after(inRtmp, status(code)).local.state).toBe('connecting')
    expect(after(entered, status(code))).toBe(entered)
  },
  pushing: (code) => {
    expect(after(inRtmp, status(code)).local.state).toBe('up')
    expect(after(talking, status(code)).local.state).toBe('connecting')
    expect(after(entered, status(code))).toBe(entered)
  },
  entered: (code) => {
    expect(after(talking, status(code)).local).toEqual({ state: 'up', since: NOW })
    const mute = after(talking, status(-1302))
    expect(after(mute, status(code))).toBe(mute)
  },
  reconnecting: (code) => {
    const { phase, local, microphone } = after(entered, status(code))
    expect([phase, local.state, microphone.state]).toEqual(['talking', 'reconnecting', 'pending'])
  },
  left: (code) => {
    asksForRoom(entered, code)
    expect(after(talking, status(code))).toBe(talking)
    const entering = after(entered, status(1021))
    expect(after(entering, status(code))).toBe(entering)
  },
  remoteJoined: (code) => {
    const joined = after(talking, status(code, list({ userid: 'second', playurl: 'room://second' })))
    expect(joined.remote).toEqual({ state: 'connecting', since: NOW, playUrl: 'room://second', userId: 'second' })
  },
  remoteUsers: (code) => {
    const told = after(talking, status(code, list({ ...seat, hasaudio: false, hasvideo: true })))
    expect(told.remote).toMatchObject({ playUrl: 'room://seat', hasAudio: false, hasVideo: true })
    expect(after(talking, status(code, list({ userid: 'other', playurl: 'room://o' })))).toBe(talking)
  },
  remoteLeft: (code) => {
    expect(after(talking, status(code, list({ userid: 'seat' })))).toMatchObject({
      ...{ phase: 'talking', remote: { state: 'off', playUrl: '', userId: 'seat' } },
    })
    expect(after(talking, status(code, list({ userid: 'other' })))).toBe(talking)
  },
  microphoneTurned: (code) => {
    const muted = after(entered, EVENTS['intent/mute'])
    expect(after(muted, status(code)).microphone).toEqual({ desired: 'off', actual: 'off', state: 'applied' })
  },
  interrupted: (code) => {
    interruptedBy(code, 'call')
    expect(after(entered, EVENTS['app/hidden'], status(code)).interruption?.reason).toBe('windowClosed')
  },
  suspended: (code) => {
    interruptedBy(code, 'suspended')
  },
  cameraFailed: withoutCamera,
  cameraRefused: withoutCamera,
  microphoneFailed: (code) => {
    const failed = after(entered, status(code))
    expect(failed).toMatchObject({ phase: 'talking', local: { state: 'failed' } })
    expect(endOf(after(failed, due))).toMatchObject(by('MICROPHONE_FAILED'))
    expect(endOf(after(failed, { type: 'pusher/error', code: 10002 }))).toMatchObject(by('MICROPHONE_REFUSED'))
    const asked = after(entered, EVENTS['audio/interrupted'], status(code), EVENTS['audio/resumed'], due)
    expect(asked).toMatchObject({ phase: 'talking', room: null })
  },
  microphoneRefused: (code) => {
    expect(endOf(after(entered, status(code)))).toMatchObject(by('MICROPHONE_REFUSED'))
  },
  roomDead: (code) => {
    asksForRoom(talking, code)
    asksForRoom(entered, code)
    const thrice = { ...talking, retries: 3 }
    expect(endOf(after(thrice, status(code, 'words')))).toMatchObject({
      ...by('ROOM_FAILED'),
      cause: `live-pusher ${String(code)}: words`,
    })
    const steady = reduce({ ...thrice, local: { state: 'up', since: BEFORE } }, status(code), BEFORE + 30_000)
    expect(steady).toMatchObject({ phase: 'talking', retries: 0 })
  },
  roomRefused: (code) => {
    expect(endOf(after(talking, status(code)))).toMatchObject(by('ROOM_FAILED'))
  },
  nothing: (code) => {
    for (const session of [talking, entered, inRtmp, inVideo]) expect(after(session, status(code))).toBe(session)
  },
}

const rows = PUSHER_DICTIONARY.map(({ code, means, en }) => ({ code, means, en }))

it.each(rows)('$means: $code, $en', ({ code, means }) => {
  SPECS[means](code)
})

it.each(rows.filter(({ means }) => means !== 'nothing'))('$code is the same as an error event', ({ code }) => {
  for (const session of [talking, entered, inRtmp]) {
    expect(after(session, { type: 'pusher/error', code })).toEqual(after(session, status(code)))
  }
})

it.each(rows)('$code before the call centre has answered, or after the end, is an echo', ({ code }) => {
  for (const phase of ['idle', 'dialling', 'ended'] as const) {
    const session = sessionIn(phase)
    expect(after(session, status(code, list(seat)))).toBe(session)
  }
})

it('of several failures the first is the one that counts', () => {
  for (const first of [-1302, -1307]) {
    const failed = after(entered, status(first, 'words'))
    expect(after(failed, status(1022), status(-1311), status(1102), status(1001), status(1019))).toBe(failed)
  }
})

it('a call acts on the codes of the dictionary, and on no other', () => {
  const acted = rows.filter(({ means }) => means !== 'nothing').map(({ code, means }) => [String(code), means])
  expect(Object.entries(PUSHER_CODES).sort()).toEqual(acted.sort())
})

it('a push that the server closed (RTMP, 3004) is tried again by the phone; a fresh room is asked for after its -1307', () => {
  const pushing = after(inRtmp, status(1002))
  const closed = after(pushing, status(3004), status(3004), status(3004))
  expect(closed).toMatchObject({ phase: 'talking', retries: 0, local: { state: 'reconnecting' } })
  expect(after(closed, status(1002)).local.state).toBe('up')
  expect(after(closed, status(-1307), due)).toMatchObject({ phase: 'talking', room: null, retries: 1 })
})
