import { findAll, textOf } from '../shared/h'
import { microphoneOf, outputOf, parseSoundWishes, ringerOf } from '../workstation/sound'
import { levelOf } from '../workstation/sound-check'
import type { WorkstationEvent } from '../workstation/events'
import { workstationView } from '../workstation/view'
import { after, atDesk, inTalk } from './scene'

const headset = { id: 'h', label: 'Headset' }
const plugged: WorkstationEvent = {
  ...{ type: 'sound/devices', microphones: [headset], loudspeakers: [headset, { id: 'd', label: 'Display' }] },
}
const pulled: WorkstationEvent = { type: 'sound/devices', microphones: [], loudspeakers: [] }
const chosen: readonly WorkstationEvent[] = [
  plugged,
  ...(['microphone', 'loudspeaker', 'ringer'] as const).map((part) => ({
    ...({ type: 'sound/choose', part, label: 'Headset' } as const),
  })),
  { type: 'sound/volume', volume: 0.5 },
]
const open = { type: 'sound/panel' } as const
const panelOf = (...events: readonly WorkstationEvent[]) => {
  const [panel] = findAll(
    workstationView(after(...events), 0, () => undefined),
    'class',
    'card sound',
  )
  return panel ?? ''
}

describe('what the agent hears and speaks through', () => {
  it('is that of the system until somebody chooses', () => {
    const { sound } = after(...atDesk, plugged)
    expect([microphoneOf(sound), ringerOf(sound), outputOf(sound)]).toEqual(['', '', { deviceId: '', volume: 1 }])
  })

  it('is found again when the browser has given it another name', () => {
    const renamed: WorkstationEvent = {
      ...{ type: 'sound/devices', microphones: [{ ...headset, id: 'h2' }], loudspeakers: [] },
    }
    expect(microphoneOf(after(...atDesk, ...chosen, renamed).sound)).toBe('h2')
  })

  it('is what was chosen, while it is plugged in, and again when it is put back', () => {
    const used = (...events: readonly WorkstationEvent[]) => {
      const { sound } = after(...atDesk, ...chosen, ...events)
      return [microphoneOf(sound), ringerOf(sound), outputOf(sound).deviceId]
    }
    expect(used()).toEqual(['h', 'h', 'h'])
    expect(used(pulled)).toEqual(['', '', ''])
    expect(used(pulled, plugged)).toEqual(['h', 'h', 'h'])
  })

  it.each([
    null,
    '',
    'not JSON',
    '{}',
    '{"microphone":"h"}',
    '{"microphone":1,"loudspeaker":"","ringer":"","volume":1}',
  ])('is nobody’s wish when the browser kept %j', (stored) => {
    expect(parseSoundWishes(stored)).toEqual({ microphone: '', loudspeaker: '', ringer: '', volume: 1 })
  })

  it('is kept as it was wished', () => {
    const { wishes } = after(...atDesk, ...chosen).sound
    expect(parseSoundWishes(JSON.stringify(wishes))).toEqual(wishes)
    expect(parseSoundWishes(JSON.stringify({ ...wishes, volume: 2 })).volume).toBe(1)
  })
})

describe('the panel', () => {
  it('is closed until it is asked for', () => {
    expect(panelOf(...atDesk)).toBe('')
    expect(panelOf(...atDesk, open, open)).toBe('')
  })

  it('offers the devices by their names, and says that a chosen one is not there', () => {
    const [select] = findAll(panelOf(...atDesk, ...chosen, open), 'data-do', 'choose-loudspeaker')
    expect(select?.children.map(textOf)).toEqual(['As the system is set', 'Headset', 'Display'])
    expect(textOf(panelOf(...atDesk, ...chosen, pulled, open))).toContain('Headset (not plugged in)')
  })

  it('says what is wrong with the microphone, that nothing is heard, and that the agent is', () => {
    const said = (...events: readonly WorkstationEvent[]) =>
      textOf(panelOf(...atDesk, open, { type: 'sound/check' }, ...events))
    expect(said({ type: 'sound/microphone', microphone: 'refused' })).toContain('The microphone is not allowed')
    const ready = { type: 'sound/microphone', microphone: 'ready' } as const
    expect(said(ready, { type: 'sound/level', level: 0.1 })).toContain('Nothing is heard of you yet.')
    const [loud, quiet] = [0.6, 0].map((level) => ({ type: 'sound/level', level }) as const)
    expect(said(ready, loud as never, quiet as never)).toContain('You are heard.')
  })

  it('takes no microphone that a customer has', () => {
    const [button] = findAll(panelOf(...inTalk, open), 'data-do', 'check')
    expect(button?.props['disabled']).toBe(true)
  })

  it('that is closed ends the check', () => {
    expect(after(...atDesk, open, { type: 'sound/check' }, open).sound.check).toBeNull()
    expect(after(...atDesk, open, { type: 'sound/level', level: 1 }).sound.check).toBeNull()
  })

  it('says that a loudspeaker cannot be used, until another one is chosen', () => {
    const failed: readonly WorkstationEvent[] = [...inTalk, open, { type: 'voice/output', output: 'unavailable' }]
    expect(textOf(panelOf(...failed))).toContain('The chosen loudspeaker cannot be used.')
    const other: WorkstationEvent = { type: 'sound/choose', part: 'loudspeaker', label: '' }
    expect(textOf(panelOf(...failed, other))).not.toContain('cannot be used')
  })
})

it('a level is 0 in a quiet room, and 1 at full scale', () => {
  const wave = (height: number) => Float32Array.from({ length: 64 }, (_, at) => (at % 2 === 0 ? height : -height))
  expect([0, 0.0005, 1].map((height) => levelOf(wave(height)))).toEqual([0, 0, 1])
  expect(levelOf(wave(0.03))).toBeCloseTo(0.49, 1)
})
