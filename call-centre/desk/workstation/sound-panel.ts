/** The panel in which the agent chooses what to hear and speak through, and tries it before the shift. */
import { valueOf } from '../shared/form'
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Language } from '../shared/language'
import type { Device, Sound, SoundClick, SoundPart } from './sound'
import { type SoundWords, soundWords } from './sound-words'
import { workstationWords } from './words'

interface Around {
  readonly language: Language
  /** The microphone is with a customer, and is not tried. */
  readonly inCall: boolean
  readonly act: (click: SoundClick) => void
}

/** As loud as a voice is at least; the noise of an office is below. */
const SPEECH = 0.3

const choice = (part: SoundPart, devices: readonly Device[], sound: Sound, { language, act }: Around): View => {
  const words = soundWords[language]
  const wish = sound.wishes[part]
  const isGone = wish !== '' && devices.every(({ label }) => label !== wish)
  const option = (value: string, shown: string): View =>
    h('option', { value, key: value, selected: value === wish }, shown)
  return h(
    'label',
    { key: part },
    h('span', { class: 'label' }, words.parts[part]),
    h(
      'select',
      {
        'data-do': `choose-${part}`,
        onchange: (event: Event) => {
          act({ type: 'sound/choose', part, label: valueOf(event) })
        },
      },
      option('', words.systemsOwn),
      isGone && option(wish, words.gone(wish)),
      ...devices.map(({ label }) => option(label, label)),
    ),
  )
}

const button = (name: string, label: string, disabled: boolean, click: () => void): View =>
  h('button', { type: 'button', key: name, 'data-do': name, disabled, onclick: click }, label)

const volume = ({ wishes }: Sound, words: SoundWords, act: Around['act']): View =>
  h(
    'label',
    { key: 'volume' },
    h('span', { class: 'label' }, words.volume),
    h('input', {
      ...{ type: 'range', min: 0, max: 1, step: 0.05, value: wishes.volume, 'data-do': 'volume' },
      oninput: (event: Event) => {
        act({ type: 'sound/volume', volume: Number(valueOf(event)) })
      },
    }),
  )

const verdictOf = (check: NonNullable<Sound['check']>, language: Language): string => {
  if (check.microphone !== 'ready') return workstationWords[language].microphone[check.microphone]
  const words = soundWords[language]
  return check.loudest > SPEECH ? words.heard : words.nothingHeard
}

const trial = ({ check }: Sound, { language }: Around): View | null => {
  if (check === null) return null
  const words = soundWords[language]
  return h(
    'div',
    { class: 'trial', key: 'trial' },
    h('p', { class: 'quiet' }, words.checkHint),
    h('meter', { min: 0, max: 1, value: check.level, 'aria-label': words.level }),
    h('p', { role: 'status', 'data-heard': check.loudest > SPEECH }, verdictOf(check, language)),
  )
}

/** Null while it is closed. */
export const soundPanel = (sound: Sound, around: Around): View | null => {
  if (!sound.shown) return null
  const { language, inCall, act } = around
  const words = soundWords[language]
  const tryRing = (): void => {
    act({ type: 'sound/tryRing' })
  }
  const check = (): void => {
    act({ type: 'sound/check' })
  }
  return h(
    'section',
    { class: 'card sound', key: 'sound', 'aria-label': words.title },
    h('h2', {}, words.title),
    h(
      'div',
      { class: 'choices' },
      choice('microphone', sound.microphones, sound, around),
      choice('loudspeaker', sound.loudspeakers, sound, around),
      choice('ringer', sound.loudspeakers, sound, around),
      volume(sound, words, act),
    ),
    sound.output === 'unavailable' && h('p', { role: 'status', key: 'output' }, words.outputUnavailable),
    h(
      'div',
      { class: 'trying' },
      button('check', sound.check ? words.checkOff : words.check, inCall, check),
      button('try-ring', words.tryRing, inCall, tryRing),
    ),
    sound.microphones.length === 0 && h('p', { class: 'quiet', key: 'unnamed' }, words.unnamed),
    trial(sound, around),
  )
}
