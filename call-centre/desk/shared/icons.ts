/** Line icons, drawn on a grid of 24; decoration only, so that screen readers pass over them. */
import type { View } from './h'
import { h } from './h'

const HANDSET = 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2'

const PATHS = {
  answer: [HANDSET],
  hangUp: ['M3 15c5-5.5 13-5.5 18 0l-2.6 2.6-3.6-1.8v-2.6a10 10 0 0 0-5.6 0v2.6l-3.6 1.8z'],
  microphone: ['M9 5a3 3 0 0 1 6 0v6a3 3 0 0 1-6 0z', 'M5 11a7 7 0 0 0 14 0', 'M12 18v3'],
  muted: ['M9 5a3 3 0 0 1 6 0v6a3 3 0 0 1-6 0z', 'M5 11a7 7 0 0 0 14 0', 'M12 18v3', 'M4 3l16 18'],
  camera: ['M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z', 'M15 10.5l6-3.5v10l-6-3.5'],
  cameraOff: [
    'M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2z',
    'M15 10.5l6-3.5v10l-6-3.5',
    'M4 3l16 18',
  ],
  hold: ['M9 5v14', 'M15 5v14'],
  resume: ['M8 5l11 7-11 7z'],
  transfer: ['M4 8h14', 'M14 4l4 4-4 4', 'M20 16H6', 'M10 12l-4 4 4 4'],
  consult: [
    'M9 11a3 3 0 1 0 0-6a3 3 0 0 0 0 6',
    'M3 20a6 6 0 0 1 12 0',
    'M16 5.5a3 3 0 0 1 0 5.5',
    'M18 20a6 6 0 0 0-2.5-5',
  ],
  quiet: ['M6 16V11a6 6 0 0 1 9.5-4.9', 'M18 10v6l1.5 2H8', 'M10 21h4', 'M4 3l16 18'],
  globe: ['M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0', 'M3 12h18', 'M12 3c3.5 3 3.5 15 0 18c-3.5-3-3.5-15 0-18'],
  sound: ['M4 9h4l5-4v14l-5-4H4z', 'M16 9a4 4 0 0 1 0 6', 'M18.5 6.5a8 8 0 0 1 0 11'],
  signOut: ['M14 4H6v16h8', 'M10 12h10', 'M17 9l3 3-3 3'],
  open: ['M4 19V6h6l2 3h8v10z'],
  save: ['M12 4v11', 'M7 11l5 5 5-5', 'M5 20h14'],
} as const

export type IconName = keyof typeof PATHS

export const icon = (name: IconName): View =>
  h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    ...PATHS[name].map((d) => h('path', { d })),
  )
