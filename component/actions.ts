/** What a page calls on the component: each method is an intent. */
import { callError, hangUp, isConnected, locale, mute, placeCall, sendDigits, setSoundMode, unmute } from '../lib/index'
import type { Actions, Instance } from './instance'

/** A page in JavaScript may leave out what it has to give: that is told in the words of the catalogue. */
const orNone = <Options>(options: Options | null | undefined, none: Options): Options => options ?? none

export const actions: Actions & ThisType<Instance> = {
  startCall(options) {
    const { channelId } = orNone(options, { channelId: '' })
    return placeCall(this.call, { channelId, locale: locale() })
  },
  endCall() {
    this.dispatch(hangUp)
  },
  muteAudio() {
    this.dispatch(mute)
  },
  unmuteAudio() {
    this.dispatch(unmute)
  },
  unmnuteAudio() {
    this.unmuteAudio()
  },
  setSoundMode(soundMode) {
    this.dispatch(() => setSoundMode(soundMode))
  },
  sendDigits(options) {
    const { digits } = orNone(options, { digits: '' })
    const { session } = this.call
    this.dispatch(() => sendDigits(digits))
    if (!isConnected(session)) throw callError('NOT_IN_CALL', locale())
  },
  use(policy) {
    return this.call.use(policy)
  },
  recording() {
    return this.call.recording()
  },
}
