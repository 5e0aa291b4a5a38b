import { announceWeakNetwork } from './announce-weak-network'
import { dialLimit, endWhenMediaLost } from './limits'
import type { Policy } from './policy'

/**
 * In force unless switched off: a call that cannot be answered or heard does not hold the microphone for ever. The others
 * are not among them, so that a mini program carries only those that it imports.
 */
const MAKERS = { announceWeakNetwork, dialLimit, endWhenMediaLost }

type Makers = typeof MAKERS

/** By the name of a policy that is in force by itself: its options, or `false` for off. Plain data, for a template. */
export type PolicySettings = {
  readonly [Name in keyof Makers]?: Parameters<Makers[Name]>[0] | boolean
}

const NAMES = Object.keys(MAKERS) as readonly (keyof Makers)[]

/**
 * `announceWeakNetwork`, `dialLimit` and `endWhenMediaLost` with their `settings`, but for those that are `false`. Throws
 * a RangeError for any other name.
 */
export const readyMade = (settings: PolicySettings = {}): readonly Policy[] => {
  const chosen: Readonly<Record<string, unknown>> = settings
  const other = Object.keys(chosen).find((name) => !NAMES.some((own) => own === name))
  if (other !== undefined) {
    throw new RangeError(`'${other}' is none of ${NAMES.join(', ')}: put others in force with use(${other}()).`)
  }
  return NAMES.filter((name) => chosen[name] !== false).map((name) => {
    const make = MAKERS[name] as (options: unknown) => Policy
    return make(chosen[name] === true ? undefined : chosen[name])
  })
}
