/** What a page calls on the component: each method is an intent. */
import {
  callError,
  disableCamera,
  enableCamera,
  hangUp,
  isConnected,
  isRunning,
  locale,
  mute,
  placeCall,
  sendDigits,
  setSoundMode,
  switchCamera,
  unmute,
  wxNow,
} from '../lib/entries/index'
import { inOurWords } from './error-detail'
import type { Actions, Instance } from './instance'

/** A page in JavaScript may leave out what it has to give: that is told in the words of the catalogue. */
const orNone = <Options>(options: Options | null | undefined, none: Options): Options => options ?? none

export const actions: Actions & ThisType<Instance> = {
  startCall(options) {
    const { channelId } = orNone(options, { channelId: '' })
    return placeCall(this.call, { channelId, locale: locale() })
  },
  startSession(options) {
    const { pusher, player } = this.elsewhere
    if (pusher === null || player === null) return Promise.reject(callError('VIDEO_TAGS_MISSING', locale()))
    const { channelId } = orNone(options, { channelId: '' })
    return placeCall(this.call, { channelId, media: 'video', locale: locale() })
  },
  endCall() {
    this.dispatch(hangUp)
  },
  endSession() {
    this.endCall()
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
  enableCamera() {
    this.turnCamera(enableCamera)
  },
  disableCamera() {
    this.turnCamera(disableCamera)
  },
  switchCamera() {
    this.turnCamera(switchCamera)
  },
  turnCamera(intent) {
    const { session } = this.call
    if (isRunning(session) && session.media === 'audio') throw callError('NOT_A_VIDEO_CALL', locale())
    this.dispatch(intent)
  },
  sendDigits(options) {
    const { digits } = orNone(options, { digits: '' })
    const { session } = this.call
    this.dispatch(() => sendDigits(digits))
    if (!isConnected(session)) throw callError('NOT_IN_CALL', locale())
  },
  now: wxNow,
  use(policy) {
    return inOurWords(() => this.call.use(policy))
  },
  recording() {
    return this.call.recording()
  },
}
