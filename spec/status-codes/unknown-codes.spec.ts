/** Codes that nobody knows, codes that are known and change nothing, and codes that an app knows better. */
import { replay, STATUS_CODES, statusCode } from '../../devtools/black-box'
import { isUnknownStatus, type MediaEvent, type StatusCodes } from '../../lib/entries/call'
import { PLAYER_ACTIONS, PUSHER_ACTIONS } from '../../devtools/dictionaries/actions'
import { step } from '../../lib/call/step'
import { STARTED } from '../../lib/testing/alphabet'
import { NOW, PHASES, sessionIn } from '../call/sessions'
import { START, world } from '../run/ports'

const pusher = (code: number): MediaEvent => ({ type: 'pusher/status', code, message: 'words' })
const player = (code: number): MediaEvent => ({ type: 'player/status', code })

describe('a code', () => {
  it.each<[string, MediaEvent]>([
    ['2032: another app has taken the sound (iOS, 3.16.0), or the first picture is shown (before)', player(2032)],
    ['1104: another encoder (3.16.0), or the encoder failed (before)', pusher(1104)],
  ])('with two meanings, by the version of WeChat, does nothing by itself: %s', (_, event) => {
    for (const phase of PHASES) expect(step(sessionIn(phase), event, NOW)).toEqual([sessionIn(phase), []])
  })

  it('of the dictionary is known to the call that has to tell it from others; no other is', () => {
    const codes = Array.from({ length: 120_000 }, (_, index) => index - 105_000)
    const known = (event: (code: number) => MediaEvent) => codes.filter((code) => !isUnknownStatus(event(code)))
    const listed = (name: 'live-pusher' | 'live-player') => STATUS_CODES[name].map(({ code }) => code)
    expect(known(pusher)).toEqual([...listed('live-pusher')].sort((one, other) => one - other))
    expect(known(player)).toEqual([...listed('live-player')].sort((one, other) => one - other))
  })

  it('stands once in the dictionary, with an action that is described', () => {
    for (const entries of Object.values(STATUS_CODES)) {
      const codes = entries.map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
    }
    for (const { means } of STATUS_CODES['live-pusher']) expect(PUSHER_ACTIONS).toHaveProperty(means)
    for (const { means } of STATUS_CODES['live-player']) expect(PLAYER_ACTIONS).toHaveProperty(means)
    expect(STATUS_CODES.errno.every(({ means }) => means === 'nothing')).toBe(true)
  })

  it('is looked up by where it comes from', () => {
    expect(statusCode('live-pusher', 3001)?.en).toContain('tried again')
    expect(statusCode('live-player', -1307)).toBeUndefined()
  })

  it('that nobody knows is kept with its words, and can be filtered for', () => {
    const { call, media$, reach } = world()
    const unknown: MediaEvent[] = []
    const watching = call.event$.subscribe((event) => {
      if (isUnknownStatus(event)) unknown.push(event)
    })
    reach('talking')
    const before = call.session
    for (const event of [pusher(4711), pusher(1018), player(4711), player(2005)]) media$.next(event)
    expect(unknown).toEqual([pusher(4711), player(4711)])
    expect(call.session).toMatchObject({ ...before, local: { state: 'up' } })
    expect(JSON.stringify(call.recording())).toContain('"code":4711,"message":"words"')
    watching.unsubscribe()
  })
})

describe('statusCodes', () => {
  const play = (codes: () => StatusCodes, ...events: readonly MediaEvent[]) => {
    const { call, line$, media$ } = world({ statusCodes: codes })
    const watching = call.session$.subscribe()
    call.dispatch(START)
    line$.next(STARTED)
    events.forEach((event) => media$.next(event))
    const { session } = call
    const recording = call.recording()
    watching.unsubscribe()
    return { session, recording }
  }

  it('give a code a meaning, in statechange and in error', () => {
    const codes = { pusher: { 4711: 'entered', 4712: 'roomRefused' } } as const
    expect(play(() => codes, pusher(4711)).session).toMatchObject({ local: { state: 'up' } })
    expect(play(() => codes, { type: 'pusher/error', code: 4712 }).session).toMatchObject({
      end: { error: 'ROOM_FAILED', cause: 'live-pusher 4712' },
    })
  })

  it('take a meaning away', () => {
    expect(play(() => ({ pusher: { [-100_013]: 'nothing' } }), pusher(-100_013)).session.phase).toBe('ivr')
  })

  it('are those of live-player too', () => {
    const joined = { ...pusher(1031), message: '{"userlist":[{"userid":"seat","playurl":"room://seat"}]}' }
    expect(play(() => ({ player: { 2032: 'up' } }), joined, player(2032)).session.remote.state).toBe('up')
  })

  it('may change while the call goes on', () => {
    let codes: StatusCodes = {}
    const { call, line$, media$ } = world({ statusCodes: () => codes })
    const watching = call.session$.subscribe()
    call.dispatch(START)
    line$.next(STARTED)
    media$.next(pusher(4711))
    expect(call.session.local.state).toBe('connecting')
    codes = { pusher: { 4711: 'entered' } }
    media$.next(pusher(4711))
    expect(call.session.local.state).toBe('up')
    watching.unsubscribe()
  })

  it.each<[string, () => unknown]>([
    ['throw', () => JSON.parse('') as unknown],
    ['are null', () => null],
    ['hold no table', () => ({ pusher: null })],
  ])('that %s do nothing: the media are heard as without them', (_, codes) => {
    const { session } = play(codes as () => StatusCodes, pusher(1018), { type: 'media/applied', microphone: 'on' })
    expect(session).toMatchObject({ local: { state: 'up' }, microphone: { actual: 'on' } })
  })

  it('are recorded with the code: a recording replays without them', () => {
    const { session, recording } = play(() => ({ pusher: { 4711: 'entered' } }), pusher(4711))
    expect(replay(recording).at(-1)?.to.local).toEqual(session.local)
  })

  it('make a code known', () => {
    expect(isUnknownStatus({ type: 'pusher/status', code: 4711, means: 'nothing' })).toBe(false)
    expect(isUnknownStatus({ type: 'player/status', code: 4711, means: 'nothing' })).toBe(false)
    expect(isUnknownStatus({ type: 'app/shown' })).toBe(false)
  })
})
