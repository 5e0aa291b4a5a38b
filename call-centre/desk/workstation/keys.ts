/**
 * The keys of the desk: Alt and a letter, shown on the button that it presses. They work wherever the focus is, but never in
 * place of a letter: what might write into a field, as Option does on a Mac, is left to the field.
 */
import type { View } from '../shared/h'
import { h } from '../shared/h'
import type { Click } from './events'
import type { Workstation } from './state'
import { talkActs, type TalkAct } from './consult'

export const KEYS = {
  answer: 'A',
  decline: 'R',
  mute: 'M',
  hold: 'H',
  transfer: 'T',
  hangUp: 'U',
  notes: 'N',
  wrapUpDone: 'W',
  ...{ consult: 'C', together: 'J', handOver: 'O', goBack: 'B' },
} as const

export type KeyName = keyof typeof KEYS

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null

const NAMES = Object.keys(KEYS) as readonly KeyName[]

/** What of a key event decides. `code` is the key's place on the keyboard, whatever the layout writes with it. */
export interface Pressed extends Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'
> {
  /** The focus is where letters are written. */
  readonly inField: boolean
  /** The focus is where Enter means something: in a field, or on a button of the ringing card. */
  readonly enterIsTaken: boolean
}

export const pressedBy = (event: KeyboardEvent): Pressed => {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey, repeat, target } = event
  return {
    ...{ key, code, altKey, ctrlKey, metaKey, shiftKey, repeat },
    inField: isIn(target, 'input, textarea'),
    enterIsTaken: isIn(target, 'input, textarea, select, [data-phase="ringing"]'),
  }
}

/** With Alt, Windows and Linux write nothing where the key is the letter itself; a Mac makes another sign of it. */
const mayWrite = ({ inField, key }: Pressed, name: KeyName): boolean => inField && key.toUpperCase() !== KEYS[name]

/** What a key does now: a click, or to go to the notes; null: nothing, and the browser may have it. */
export const actOf = (pressed: Pressed, state: Workstation): Click | 'notes' | null => {
  if (pressed.repeat || pressed.ctrlKey || pressed.metaKey || pressed.shiftKey) return null
  if (pressed.altKey) {
    const name = NAMES.find((each) => pressed.code === `Key${KEYS[each]}`)
    return name === undefined || mayWrite(pressed, name) ? null : actsNow(name, state)
  }
  return pressed.key === 'Enter' && !pressed.enterIsTaken ? actsNow('answer', state) : null
}

const clickOf = (name: TalkAct): Click =>
  name === 'transfer' || name === 'consult' ? { type: 'click/chooseSeat', aim: name } : { type: `click/${name}` }

const actsNow = (name: KeyName, { call }: Workstation): Click | 'notes' | null => {
  switch (name) {
    case 'answer':
    case 'decline':
      return call?.phase === 'ringing' ? { type: `click/${name}`, sessionId: call.sessionId } : null
    case 'mute':
      return call?.phase === 'talking' ? { type: 'click/mute' } : null
    case 'hold':
    case 'hangUp':
    case 'transfer':
    case 'consult':
    case 'together':
    case 'handOver':
    case 'goBack':
      return call?.phase === 'talking' && talkActs(call).includes(name) ? clickOf(name) : null
    case 'wrapUpDone':
      return call?.phase === 'wrapUp' ? { type: 'click/wrapUpDone' } : null
    case 'notes':
      return call !== null && call.phase !== 'ringing' ? 'notes' : null
  }
}

/** For the button or field on which the key acts. */
export const shortcut = (name: KeyName): { readonly 'aria-keyshortcuts': string } => ({
  'aria-keyshortcuts': `Alt+${KEYS[name]}`,
})

/** What stands on the key that others call Alt. */
export const altOn = (userAgent: string): string => (/Macintosh|iPad/.test(userAgent) ? '⌥' : 'Alt')

/** What is read in no browser names the key as most do. */
const ALT = altOn('navigator' in globalThis ? navigator.userAgent : '')

/** The key, to be seen there; screen readers say it from the attribute. */
export const keyCap = (name: KeyName): View => h('kbd', { class: 'key', 'aria-hidden': 'true' }, `${ALT} ${KEYS[name]}`)
