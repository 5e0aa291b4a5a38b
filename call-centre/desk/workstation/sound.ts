/** What the agent hears and speaks through: what is wished for, what there is, and the check before the shift. */
import type { Output } from '../../media/browser/room'
import type { Microphone } from './microphone'

/** Each is chosen by itself: a ring that comes out of a headset on the table is heard by nobody. */
export type SoundPart = 'microphone' | 'loudspeaker' | 'ringer'

/**
 * Devices by the system's names for them, which outlive those that a browser makes up for each visit; '' is what the system
 * itself uses. Kept in this browser.
 */
export interface SoundWishes extends Readonly<Record<SoundPart, string>> {
  /** Of the customer's voice, 0 to 1. */
  readonly volume: number
}

export interface Device {
  /** The browser's. */
  readonly id: string
  /** The system's. */
  readonly label: string
}

export interface Sound {
  readonly wishes: SoundWishes
  readonly microphones: readonly Device[]
  readonly loudspeakers: readonly Device[]
  /** Whether the panel is open. */
  readonly shown: boolean
  /** The check: the agent speaks, sees the level, and hears it a moment later. Null: it is not on. */
  readonly check: { readonly microphone: Microphone; readonly level: number; readonly loudest: number } | null
  /** Whether the loudspeaker that is wished for plays; where it cannot, that of the system does. */
  readonly output: 'ready' | 'unavailable'
}

export type SoundClick =
  | { readonly type: 'sound/panel' }
  | { readonly type: 'sound/choose'; readonly part: SoundPart; readonly label: string }
  | { readonly type: 'sound/volume'; readonly volume: number }
  | { readonly type: 'sound/check' }
  | { readonly type: 'sound/tryRing' }

export type SoundEvent =
  | {
      readonly type: 'sound/devices'
      readonly microphones: readonly Device[]
      readonly loudspeakers: readonly Device[]
    }
  | { readonly type: 'sound/microphone'; readonly microphone: Microphone }
  /** From 0 to 1, as an ear takes it: half of it is half as loud. */
  | { readonly type: 'sound/level'; readonly level: number }
  | { readonly type: 'sound/checkOver' }

const systemsOwn: SoundWishes = { microphone: '', loudspeaker: '', ringer: '', volume: 1 }

export const openingSound = (wishes: SoundWishes): Sound => ({
  ...{ wishes, microphones: [], loudspeakers: [], shown: false, check: null, output: 'ready' },
})

/** The device that is wished for, while it is there: a headset that is put back is used again without being asked. */
const present = (wish: string, devices: readonly Device[]): string =>
  devices.find(({ label }) => label === wish)?.id ?? ''

export const microphoneOf = ({ wishes, microphones }: Sound): string => present(wishes.microphone, microphones)
export const ringerOf = ({ wishes, loudspeakers }: Sound): string => present(wishes.ringer, loudspeakers)
export const outputOf = ({ wishes, loudspeakers }: Sound): Output => ({
  deviceId: present(wishes.loudspeaker, loudspeakers),
  volume: wishes.volume,
})

const isWishes = (value: unknown): value is SoundWishes => {
  if (typeof value !== 'object' || value === null) return false
  const { microphone, loudspeaker, ringer, volume } = value as Partial<Record<keyof SoundWishes, unknown>>
  const isNamed = [microphone, loudspeaker, ringer].every((name) => typeof name === 'string')
  return isNamed && typeof volume === 'number' && volume >= 0 && volume <= 1
}

/** What `JSON.stringify` made of wishes; anything else is nobody's wish. */
export const parseSoundWishes = (stored: string | null): SoundWishes => {
  try {
    const value: unknown = JSON.parse(stored ?? 'null')
    return isWishes(value) ? value : systemsOwn
  } catch {
    return systemsOwn
  }
}
