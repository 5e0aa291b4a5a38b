/** What the panel shows of a session: it is read off, and nothing is kept. */
import { type Chosen, viewOf, SEEN_FIRST, type Seen } from '../../../component/panel/view'
import { panelWords } from '../../../component/panel/words'
import { setLocale, type Session } from '../../../lib/entries/index'
import type { Text } from '../../../lib/entries/text'
import { after, BEFORE, EVENTS, PHASES, sessionIn } from '../../call/sessions'

beforeAll(() => {
  setLocale('en')
})

const shown = (session: Session, seen: Partial<Seen> = {}, chosen: Partial<Chosen> = {}) =>
  viewOf(
    { ...SEEN_FIRST, session, ...seen, chosen: { ...SEEN_FIRST.chosen, text: true, ...chosen } },
    BEFORE + 65_000,
    panelWords(),
  )

const text = (id: string, by: Text['by'], seen: Text['seen']): Text => ({ id, by, text: id, at: 0, seen })

it.each(PHASES)('says the phase %s in words of its own, and has its button', (phase) => {
  const view = shown(sessionIn(phase))
  expect(view.phase).toBe(phase)
  expect(view.title).not.toBe('')
  expect(view.running).toBe(phase !== 'idle' && phase !== 'ended')
})

it.each(['zh', 'en'])('has all its words in %s', (language) => {
  setLocale(language)
  const words = Object.values(panelWords())
  expect(words.every((word) => word !== '' && /[一-鿿]/.test(word) === (language === 'zh'))).toBe(true)
  setLocale('en')
})

describe('in the queue', () => {
  const waiting = (estimatedWaitMs: number | undefined) =>
    shown(
      after(sessionIn('waiting'), {
        ...EVENTS['call/queued'],
        ...(estimatedWaitMs === undefined ? {} : { estimatedWaitMs }),
      }),
    )

  it('says the place, and promises no wait that the call centre does not tell', () => {
    expect(waiting(undefined)).toMatchObject({ place: 2, wait: '' })
    expect(waiting(170_000)).toMatchObject({ place: 2, wait: 'about 3 min' })
    expect(waiting(20_000)).toMatchObject({ wait: 'under 1 min' })
  })
})

describe('in a talk', () => {
  const talking = sessionIn('talking')

  it('shows who talks and for how long, on hold too', () => {
    expect(shown(talking)).toMatchObject({ title: 'Lin', initial: 'L', hint: 'In call', time: '01:05', held: false })
    expect(shown(after(talking, EVENTS['call/held']))).toMatchObject({ hint: 'On hold, please wait', held: true })
    expect(shown(after(talking, EVENTS['call/held'])).time).toBe('01:05')
  })

  it.each([
    [0, 0],
    [1, 1],
    [50, 2],
    [100, 4],
  ])('shows a volume of %i as level %i, and none of a microphone that is off', (volume, level) => {
    expect(shown(talking, { volume }).level).toBe(level)
    expect(shown(after(talking, EVENTS['intent/mute']), { volume })).toMatchObject({ level: 0, muted: true })
  })

  it.each([
    ['a microphone that fails', [EVENTS['media/failed']], /microphone/i],
    ['a lost line', [EVENTS['line/lost']], 'Poor network, reconnecting…'],
    ['an interruption', [EVENTS['audio/interrupted']], /Interrupted/],
    ['a weak network', [EVENTS['quality/advised']], 'Your network is poor'],
    ['the worst of two', [EVENTS['quality/advised'], EVENTS['line/lost']], 'Poor network, reconnecting…'],
  ])('says %s in one place', (_, events, notice) => {
    const { notice: said } = shown(after(talking, ...events))
    if (typeof notice === 'string') expect(said).toBe(notice)
    else expect(said).toMatch(notice)
  })

  it('has texts where the call centre knows of them, and counts those that are new', () => {
    const texts = [text('a', 'seat', 'read'), text('b', 'seat', 'delivered'), text('c', 'customer', 'sent')]
    expect(shown(talking, { texts })).toMatchObject({ writes: false, unread: 1, texts: [], written: 1 })
    const able = after(talking, { type: 'line/up', resumed: true, can: ['text'] })
    expect(shown(able, { texts, sheet: 'texts' })).toMatchObject({ writes: true, unread: 0, texts })
    const lost = after(able, EVENTS['line/lost'])
    expect([shown(lost).writes, shown(lost, { sheet: 'texts' }).writes]).toEqual([false, true])
    expect(shown(able, {}, { text: false })).toMatchObject({ writes: false })
  })
})

describe('with pictures', () => {
  const video: Session = { ...sessionIn('talking'), phase: 'talking', media: 'video' } as Session

  it('shows which of the two there is', () => {
    expect(shown(video)).toMatchObject({ video: true, seatOn: true, cameraOn: false })
    expect(shown(sessionIn('talking'))).toMatchObject({ video: false, seatOn: false })
  })

  it('goes on in the floating window while they talk, where the phone has one, and then nobody asks who leaves', () => {
    const asked = 'The call ends when you leave this page'
    expect(shown(video, {}, { floats: true })).toMatchObject({ modes: ['push', 'pop'], leave: '' })
    expect(shown(video)).toMatchObject({ modes: [], leave: asked })
    expect(shown(sessionIn('talking'), {}, { floats: true })).toMatchObject({ modes: [], leave: asked })
    const ringing = { ...sessionIn('ringing'), phase: 'ringing', media: 'video' } as Session
    expect(shown(ringing, {}, { floats: true, leaveWarning: 'Leave?' })).toMatchObject({ modes: [], leave: 'Leave?' })
  })
})

describe('when it is over', () => {
  const ended = (closeBy: 'seat' | 'client' | 'admin' | 'timer', endStatus: 'ok' | 'noSeatOnline' | 'clientTimeout') =>
    shown(after(sessionIn('talking'), { ...EVENTS['call/ended'], closeBy, endStatus }))

  it('says why, and how long it lasted', () => {
    expect(ended('seat', 'ok')).toMatchObject({
      title: 'Call ended',
      hint: 'The agent has hung up',
      time: '00:04',
    })
    expect(ended('admin', 'noSeatOnline').hint).toBe('Nobody is available, please try later')
    expect(ended('admin', 'clientTimeout').hint).toBe('Line lost, please call again')
    expect(ended('timer', 'ok').hint).toBe('No answer, please call again')
  })
})

describe('what keeps the customer from calling', () => {
  const gap = { code: 'MICROPHONE_REFUSED', message: 'Microphone off', remedy: '', action: 'openSetting' } as const

  it('is said before the call, with the button that mends it', () => {
    expect(shown(sessionIn('idle'), { gaps: [gap] })).toMatchObject({
      hint: 'Microphone off',
      gateCode: 'MICROPHONE_REFUSED',
      gateLabel: 'Open settings',
    })
  })

  it('has no button where a tap opens nothing, and a log-in is the panel’s own to make', () => {
    expect(shown(sessionIn('idle'), { failed: 'NETWORK' })).toMatchObject({ gateLabel: '' })
    const logIn = { ...gap, code: 'LOGIN_REQUIRED', action: 'logIn' } as const
    expect(shown(sessionIn('idle'), { gaps: [logIn] }).hint).toBe('Tap the button below to talk to us')
  })

  it('is gone in a call', () => {
    expect(shown(sessionIn('talking'), { gaps: [gap] })).toMatchObject({ gateLabel: '', hint: 'In call' })
  })
})
