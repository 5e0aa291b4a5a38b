import { announceWeakNetwork } from './announce-weak-network'
import { backgroundGrace } from './background-grace'
import { dialLimit } from './dial-limit'
import { endWhenMediaLost } from './end-when-media-lost'
import { hangUpWhenHidden } from './hang-up-when-hidden'
import { interruptionGrace } from './interruption-grace'
import { longestCall } from './longest-call'
import { muteWhileInterrupted } from './mute-while-interrupted'
import { openingHours } from './opening-hours'
import type { Policy } from './policy'
import { retryWhenNoSeat } from './retry-when-no-seat'
import { ringLimit } from './ring-limit'
import { waitingLimit } from './waiting-limit'

const MAKERS = {
  announceWeakNetwork,
  backgroundGrace,
  dialLimit,
  endWhenMediaLost,
  hangUpWhenHidden,
  interruptionGrace,
  longestCall,
  muteWhileInterrupted,
  openingHours,
  retryWhenNoSeat,
  ringLimit,
  waitingLimit,
}

type Makers = typeof MAKERS

type Options<Name extends keyof Makers> = Parameters<Makers[Name]>[0]

/**
 * By the name of a ready-made policy: its options, `true` for its defaults, or `false` for off. Plain data, so that a
 * template can hold it.
 */
export type PolicySettings = {
  readonly [Name in keyof Makers]?: Options<Name> | (undefined extends Options<Name> ? boolean : false)
}

/** In force unless switched off: a call that cannot be answered or heard does not hold the microphone for ever. */
const DEFAULTS: PolicySettings = { announceWeakNetwork: true, dialLimit: true, endWhenMediaLost: true }

const isName = (name: string): name is keyof Makers => Object.prototype.hasOwnProperty.call(MAKERS, name)

/**
 * The ready-made policies that `settings` ask for, with `announceWeakNetwork`, `dialLimit` and `endWhenMediaLost`
 * unless they are `false`. Throws a RangeError for a name that is none.
 */
export const readyMade = (settings: PolicySettings = {}): readonly Policy[] => {
  const chosen: Readonly<Record<string, unknown>> = { ...DEFAULTS, ...settings }
  return Object.keys(chosen)
    .filter((name) => chosen[name] !== false)
    .map((name) => {
      if (!isName(name)) throw new RangeError(`'${name}' is no policy: choose from ${Object.keys(MAKERS).join(', ')}.`)
      return (MAKERS[name] as (options: unknown) => Policy)(chosen[name] === true ? undefined : chosen[name])
    })
}
