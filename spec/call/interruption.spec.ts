/** Interruptions: what is known of their reason, and what is known of the switches after them. */
import { type CallEvent, reduce, type Session } from '../../lib/entries/call'
import { isAway } from '../../lib/call/session'
import { step } from '../../lib/call/step'
import { after, EVENTS, PHASES, sessionIn } from './sessions'

const [hidden, shown] = [EVENTS['app/hidden'], EVENTS['app/shown']]
const [rings, silent] = [EVENTS['audio/interrupted'], EVENTS['audio/resumed']]
const pusher = (code: number): CallEvent => ({ type: 'pusher/status', code })
const [suspended, called] = [pusher(5000), pusher(5001)]
const mute: CallEvent = { type: 'intent/mute' }
const applied = (microphone: 'on' | 'off'): CallEvent => ({ type: 'media/applied', microphone, soundMode: 'speaker' })

const talking = (...events: readonly CallEvent[]): Session => after(sessionIn('talking'), ...events)

describe('the reason of an interruption', () => {
  it.each<[string, readonly CallEvent[], string | null]>([
    ['an alarm', [rings], 'audio'],
    ['a call, of which only live-pusher tells', [called], 'call'],
    ['a call, of which the sound tells first', [rings, called], 'call'],
    ['a call, and the sound after it', [called, rings], 'call'],
    ['a call whose end the sound tells', [called, silent], null],
    ['a call whose end is never told, and the app shown', [rings, called, shown], null],
    ['a floating window that was closed', [hidden, called], 'windowClosed'],
    ['a floating window that was closed, and another sound over', [hidden, called, silent], 'windowClosed'],
    ['a suspension', [hidden, suspended], 'suspended'],
    ['a suspension that was not announced', [suspended], 'suspended'],
    ['a suspension, and hidden told late', [suspended, hidden], 'suspended'],
    ['any of them, and the app shown', [hidden, suspended, called, shown], null],
    ['a call that hides the app', [called, hidden, silent], 'hidden'],
  ])('%s', (_, events, reason) => {
    expect(talking(...events).interruption?.reason ?? null).toBe(reason)
  })

  it('that becomes clearer does not move its beginning; going away after another sound does', () => {
    const at = (events: readonly CallEvent[]): number | undefined =>
      events.reduce((from, event, step) => reduce(from, event, step), sessionIn('talking')).interruption?.since
    expect(at([hidden, called])).toBe(0)
    expect(at([rings, called])).toBe(0)
    expect(at([rings, hidden])).toBe(1)
  })

  it('is an absence when the app is not seen, and none when a sound is taken', () => {
    const away = [[hidden], [suspended], [hidden, called]].map((events) => isAway(talking(...events)))
    const here = [[], [rings], [called]].map((events) => isAway(talking(...events)))
    expect([away, here]).toEqual([
      [true, true, true],
      [false, false, false],
    ])
  })
})

describe('what a switch is after an interruption', () => {
  const muted = talking(applied('on'), mute, applied('off'))

  it.each<[string, readonly CallEvent[]]>([
    ['the app is shown', [hidden, shown]],
    ['the sound is given back', [rings, silent]],
    ['the app is shown, though hiding was not told', [shown]],
  ])('is unknown when %s, and applied when it was set again; who was muted is still muted', (_, events) => {
    const back = after(muted, ...events)
    expect(back.microphone).toEqual({ desired: 'off', actual: null, state: 'pending' })
    expect(back.soundMode).toEqual({ desired: 'speaker', actual: null, state: 'pending' })
    expect(after(back, applied('off')).microphone.state).toBe('applied')
  })

  it('stays unknown while the app is hidden, whatever the framework says', () => {
    const asked = after(talking(applied('on'), hidden), mute)
    expect(after(asked, applied('off')).microphone).toEqual({ desired: 'off', actual: 'on', state: 'pending' })
    expect(after(asked, applied('off'), shown, applied('off')).microphone.state).toBe('applied')
  })

  it('that failed is tried again', () => {
    const turned = talking({ type: 'media/failed', target: 'facing', message: 'in the background' })
    expect(turned.facing.state).toBe('failed')
    expect(after(turned, hidden, shown).facing.state).toBe('pending')
  })

  it('is confirmed by the phone itself where it tells of its microphone: 4998, in the background too', () => {
    expect(talking(applied('on'), mute, pusher(4998)).microphone.state).toBe('applied')
    expect(talking(applied('on'), hidden, mute, pusher(4998)).microphone.state).toBe('applied')
  })

  it.each(PHASES)('%s: an interruption never changes the phase', (phase) => {
    const session = sessionIn(phase)
    expect(after(session, rings, called, hidden, suspended, shown, silent).phase).toBe(phase)
  })
})

describe('the route of the sound', () => {
  const ear = talking({ type: 'intent/setSoundMode', soundMode: 'ear' })
  const again: CallEvent = { type: 'intent/startCall', callId: 'c2', channelId: 'service', media: 'audio' }

  it('is taken again when a mute has turned the loudspeaker to the earpiece, of which 2030 alone tells', () => {
    const player = (code: number): CallEvent => ({ type: 'player/status', code })
    const muted = talking(player(2004), applied('on'), mute, pusher(4998))
    expect(muted.soundMode).toEqual({ desired: 'speaker', actual: 'speaker', state: 'applied' })
    const [turned, effects] = step(muted, player(2030), 0)
    expect(turned.soundMode).toEqual({ desired: 'speaker', actual: null, state: 'pending' })
    expect(effects).toEqual([{ type: 'turnSound' }])
    expect(after(turned, applied('off')).soundMode.state).toBe('applied')
  })

  it.each<[string, readonly CallEvent[]]>([
    ['the customer hung up', [EVENTS['intent/hangUp']]],
    ['the seat hung up', [EVENTS['call/ended']]],
    ['the microphone was refused', [EVENTS['pusher/error']]],
    ['the microphone failed', [pusher(-1302), EVENTS['media/due']]],
    ['the line was given up', [EVENTS['line/gaveUp']]],
    ['it failed', [{ type: 'media/failed', target: 'soundMode', message: 'no' }, EVENTS['intent/hangUp']]],
    ['it ended in the background', [hidden, EVENTS['call/ended'], shown]],
    ['it ended in a phone call whose end was never told', [rings, EVENTS['call/ended']]],
  ])('begins anew with the next call when %s', (_, events) => {
    const next = after(ear, ...events, again)
    expect(next.phase).toBe('dialling')
    expect(next.soundMode).toEqual({ desired: 'speaker', actual: null, state: 'pending' })
  })
})
