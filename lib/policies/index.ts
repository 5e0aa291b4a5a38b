/** `tccc-wx-sdk/policies`: ready-made policies, and what one needs to write another. */
export { hangUp, mute, sendDigits, setSoundMode, startCall, unmute } from '../events/intents'
export { dialLimit } from './dial-limit'
export { hangUpWhenHidden } from './hang-up-when-hidden'
export { named, type Policy, type PolicyContext } from './policy'
export { ringLimit } from './ring-limit'
export { waitingLimit } from './waiting-limit'
export { whilePhase } from './while-phase'
