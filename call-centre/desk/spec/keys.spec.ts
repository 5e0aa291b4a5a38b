import { findAll, textOf } from '../shared/h'
import { actOf, altOn, KEYS, type KeyName, type Pressed } from '../workstation/keys'
import type { WorkstationEvent } from '../workstation/events'
import { tabSign } from '../workstation/tab-sign'
import { workstationView } from '../workstation/view'
import { after, atDesk, incoming, inRinging, inTalk, lost, record } from './scene'

const plain = {
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  inField: false,
  enterIsTaken: false,
}
const alt = (name: KeyName, more: Partial<Pressed> = {}): Pressed => ({
  ...{ ...plain, altKey: true, key: KEYS[name].toLowerCase(), code: `Key${KEYS[name]}` },
  ...more,
})
const enter = { ...plain, key: 'Enter', code: 'Enter' }
const { timeoutMs: limitMs, ...caller } = incoming
const ended = { type: 'seat/ended', sessionId: 's1', closeBy: 'client', endStatus: 'ok', record } as const
const wrapUp = { ...caller, type: 'seat/wrapUp', limitMs, remark: { notes: '' } } as const
const wrapping: readonly WorkstationEvent[] = [...inTalk, ended, wrapUp]

const names = Object.keys(KEYS) as KeyName[]
const working = (events: readonly WorkstationEvent[], more: Partial<Pressed> = {}) =>
  names.filter((name) => actOf(alt(name, more), after(...events)) !== null)

describe('the keys', () => {
  it.each<readonly [string, readonly WorkstationEvent[], readonly KeyName[]]>([
    ['while nothing happens', atDesk, []],
    ['while it rings', inRinging, ['answer', 'decline']],
    ['in a talk', inTalk, ['mute', 'hold', 'transfer', 'hangUp', 'notes', 'consult']],
    ['after it', wrapping, ['notes', 'wrapUpDone']],
  ])('%s', (_, events, expected) => {
    expect(working(events)).toEqual(expected)
  })

  it('press what stands on the button', () => {
    expect(names.map((name) => actOf(alt(name), after(...inTalk)))).toEqual([
      null,
      null,
      { type: 'click/mute' },
      { type: 'click/hold' },
      { type: 'click/chooseSeat', aim: 'transfer' },
      { type: 'click/hangUp' },
      'notes',
      null,
      { type: 'click/chooseSeat', aim: 'consult' },
      ...[null, null, null],
    ])
  })

  it('work in a field where the letter would not be written, and outside of one in any layout', () => {
    expect(working(inTalk, { inField: true })).toContain('mute')
    expect(working(inTalk, { key: 'µ' })).toContain('mute')
  })

  it.each([
    ['a sign of a Mac’s Option key', 'µ'],
    ['the first half of a letter', 'Dead'],
    ['a letter of another alphabet', 'ь'],
    ['what an input method takes', 'Process'],
  ])('leave a field what may be written there: %s', (_, key) => {
    for (const events of [inRinging, inTalk, wrapping]) expect(working(events, { inField: true, key })).toEqual([])
  })

  it('leave alone what belongs to others', () => {
    for (const other of ['ctrlKey', 'metaKey', 'shiftKey', 'repeat'])
      expect(working(inTalk, { [other]: true })).toEqual([])
    expect(working(inTalk, { altKey: false })).toEqual([])
  })

  it('Enter answers, but not where it means something else', () => {
    expect(actOf(enter, after(...inRinging))).toEqual({ type: 'click/answer', sessionId: 's1' })
    expect(actOf({ ...enter, enterIsTaken: true }, after(...inRinging))).toBeNull()
    expect(actOf(enter, after(...inTalk))).toBeNull()
  })

  it('answer nothing that the centre cannot hear: it rings on, and the answer may be given again', () => {
    expect(after(...inRinging, lost, { type: 'click/answer', sessionId: 's1' }).call).toMatchObject({ said: null })
  })

  it.each<readonly [string, readonly WorkstationEvent[]]>([
    ['while it rings', inRinging],
    ['in a talk', inTalk],
    ['after it', wrapping],
  ])('are shown where they act, %s', (_, events) => {
    const view = workstationView(after(...events), 9_000, () => undefined)
    for (const name of working(events)) {
      const [place] = findAll(view, 'aria-keyshortcuts', `Alt+${KEYS[name]}`)
      expect([name, place?.tag]).toEqual([name, name === 'notes' ? 'textarea' : 'button'])
      expect(findAll(view, 'class', 'key').map(textOf)).toContain(`Alt ${KEYS[name]}`)
    }
    expect(findAll(view, 'class', 'key')).toHaveLength(working(events).length)
  })

  it.each([
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', '⌥'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)', '⌥'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'Alt'],
    ['Mozilla/5.0 (X11; Linux x86_64)', 'Alt'],
  ])('are named as they are on the keyboard of %s', (userAgent, name) => {
    expect(altOn(userAgent)).toBe(name)
  })

  it('are all different', () => {
    expect(new Set(Object.values(KEYS)).size).toBe(names.length)
  })
})

describe('the tab', () => {
  const sign = (...events: readonly WorkstationEvent[]) => tabSign(after(...events))

  it('says what goes on to those who look at another one', () => {
    expect(sign(...inRinging).title).toBe('● Incoming call Wang')
    expect(sign(...inTalk).title).toBe('In conversation Wang')
    expect(sign(...inTalk, { type: 'click/hold' }).title).toBe('On hold Wang')
    expect(sign(...wrapping).title).toBe('Write up Wang')
    expect(sign(...atDesk).title).toBe('Workstation')
    expect(sign(...atDesk, lost).title).toContain('Reconnecting')
  })

  it('has an icon for each state', () => {
    const rest = { type: 'click/status', status: 'rest' } as const
    const states = [
      inRinging,
      inTalk,
      [...inTalk, { type: 'click/hold' } as const],
      wrapping,
      atDesk,
      [...atDesk, lost],
    ]
    const icons = [...states, [...atDesk, rest]].map((events) => sign(...events).icon)
    expect(new Set(icons).size).toBe(icons.length)
    for (const icon of icons) expect(decodeURIComponent(icon)).toMatch(/^data:image\/svg\+xml,<svg .*<\/svg>$/)
  })
})
