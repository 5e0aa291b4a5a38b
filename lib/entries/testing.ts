/** `tccc-wx-sdk/testing`: marble tests for calls and policies, in virtual time, for any test runner. */
export { CALL_ID, SESSION_ID } from '../testing/alphabet'
export { callMarbles, type CallKit, type Expectation } from '../testing/call-marbles'
export { type Act, createScene, type Letters, type Marbles, type Scene, type SceneLines } from '../testing/scene'
export type { SentMessage } from '../testing/sent'
