/** `tccc-wx-sdk/tones`: what a telephone would let the customer hear. */
export { type ToneOptions, tones } from '../wx/tones'
