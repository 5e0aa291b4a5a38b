/** `tccc-wx-sdk/policies`: ready-made policies, and what one needs to write another. */
export {
  hangUp,
  type Intent,
  mute,
  notify,
  sendDigits,
  setSoundMode,
  startCall,
  unmute,
  updateContext,
} from '../call/intents'
export { announceWeakNetwork } from '../policies/announce-weak-network'
export {
  backgroundGrace,
  type BackgroundGraceOptions,
  hangUpWhenHidden,
  interruptionGrace,
  muteWhileInterrupted,
} from '../policies/interruptions'
export {
  dialLimit,
  endWhenMediaLost,
  limit,
  longestCall,
  type LongestCallOptions,
  ringLimit,
  waitingLimit,
} from '../policies/limits'
export { openingHours, type OpeningTimes, type OpenSpan, type Weekday } from '../policies/opening-hours'
export { named, type Policy, type PolicyContext, type Wish } from '../policies/policy'
export { type PolicySettings, readyMade } from '../policies/defaults'
export { retryWhenNoSeat, type RetryOptions } from '../policies/retry-when-no-seat'
export { inPhase, whilePhase, whileSession } from '../policies/while'
