/** What a page calls on the component: each method is an intent. */
import {
  aside,
  callError,
  type Context,
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
  updateContext,
  wxNow,
} from '../lib/entries/index'
import { inOurWords } from './error-detail'
import type { Actions, Instance } from './instance'

/** A page in JavaScript may leave out what it has to give: that is told in the words of the catalogue. */
const orNone = <Options>(options: Options | null | undefined, none: Options): Options => options ?? none

/** A page may have set the property to nothing. */
const known = (context: Context | null) => (context === null ? {} : { context })

export const actions: Actions & ThisType<Instance> = {
  startCall(options) {
    return placeCall(this.call, this.dialled(options))
  },
  startSession(options) {
    const { pusher, player } = this.elsewhere
    if (pusher === null || player === null) return Promise.reject(callError('VIDEO_TAGS_MISSING', locale()))
    return placeCall(this.call, { ...this.dialled(options), media: 'video' })
  },
  dialled(options) {
    const { channelId, context = this.properties.context } = orNone(options, { channelId: '' })
    return { channelId, locale: locale(), ...known(context) }
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
  updateContext(context) {
    if (!isConnected(this.call.session)) throw callError('NOT_IN_CALL', locale())
    this.dispatch(() => updateContext(context))
  },
  aside(about, value) {
    this.dispatch(() => aside(about, value))
  },
  now: wxNow,
  use(policy) {
    return inOurWords(() => this.call.use(policy))
  },
  recording() {
    return this.call.recording()
  },
}
