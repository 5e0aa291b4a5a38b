/** `tccc-wx-sdk/tones`: what a telephone would let the customer hear. */
export { tones } from './wx/tones'
