/** What the panel of the sound, the devices and the check do to the workstation. */
import type { Sound } from './sound'
import type { Family, Reactions } from './events'
import type { Workstation } from './state'

const inSound = (state: Workstation, change: (sound: Sound) => Partial<Sound>): Workstation => ({
  ...state,
  sound: { ...state.sound, ...change(state.sound) },
})

export const onSound: Reactions<Family<'sound'>> = {
  'sound/panel': (state) => inSound(state, ({ shown }) => ({ shown: !shown, check: null })),
  'sound/choose': (state, { part, label }) =>
    inSound(state, ({ wishes }) => ({ wishes: { ...wishes, [part]: label }, output: 'ready' })),
  'sound/volume': (state, { volume }) => inSound(state, ({ wishes }) => ({ wishes: { ...wishes, volume } })),
  'sound/check': (state) =>
    inSound(state, ({ check }) => ({ check: check ? null : { microphone: 'asking', level: 0, loudest: 0 } })),
  'sound/tryRing': (state) => state,
  'sound/devices': (state, { microphones, loudspeakers }) => inSound(state, () => ({ microphones, loudspeakers })),
  'sound/microphone': (state, { microphone }) =>
    inSound(state, ({ check }) => ({ check: check && { microphone, level: 0, loudest: 0 } })),
  'sound/level': (state, { level }) =>
    inSound(state, ({ check }) => ({
      check: check && { ...check, level, loudest: Math.max(check.loudest, level) },
    })),
  'sound/checkOver': (state) => inSound(state, () => ({ check: null })),
}
