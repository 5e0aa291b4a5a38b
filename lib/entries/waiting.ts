/** `tccc-wx-sdk/waiting`: wait without holding the line. */
export { waiting, type Waiting, type WaitingOffer } from '../app/waiting'
