/** The wrapper component: renders the media tags of `session$`, and tells a page by bind events and methods. */
import { Subject } from 'rxjs'
import {
  type Announcement,
  type Call,
  callError,
  configure,
  createCall,
  createWxLink,
  hangUp,
  type Intent,
  isCallError,
  isConnected,
  locale,
  type MediaEvent,
  mute,
  placeCall,
  sendDigits,
  setSoundMode,
  type TcccWxSdk,
  theWx,
  type Transition,
  unmute,
  wxEnvironment$,
} from '../lib/index'
import { type Policy, type PolicySettings, readyMade } from '../lib/policies/index'
import { errorDetail } from './error-detail'
import { emptyView, hasEntered, patch, type View } from './view'
import { watch } from './watch'

interface Parts {
  call: Call
  session$: TcccWxSdk['session$']
  event$: TcccWxSdk['event$']
  media$: Subject<MediaEvent>
  /** Drops the ready-made policies that are in force; `null`: none were chosen yet. */
  chosen: readonly (() => void)[] | null
  /** What was set last; `data` may lag behind. */
  shown: View
}

interface TagEvent {
  readonly detail: { readonly code?: number; readonly errCode?: number; readonly message?: string }
}

type Methods = Omit<TcccWxSdk, 'session$' | 'event$'> & {
  /** The first product's page spells it so, twice. */
  unmnuteAudio(): void
  /** Those of the property; when it is in error, those of before go on, or the defaults. */
  choosePolicies(): void
  putInForce(policies: readonly Policy[]): void
  dispatch(intent: () => Intent): void
  render(transition: Transition): void
  /** The phone has applied the switches of what is shown. */
  confirm(shown: View): void
  tell(announcement: Announcement): void
  onPusherStatus(event: TagEvent): void
  onPusherError(event: TagEvent): void
  onPlayerStatus(event: TagEvent): void
}

const NO_SETTINGS: PolicySettings = {}

const properties = {
  sdkAppId: { type: String, optionalTypes: [Number], value: '' },
  /** Ready-made policies by name: their options, or false for off. */
  policies: { type: Object, value: NO_SETTINGS },
  /** What WeChat asks before a page with a running call is left; empty: it does not ask. */
  leaveWarning: { type: String, value: '' },
}

const configureFrom = (sdkAppId: string) => {
  if (sdkAppId) configure({ sdkAppId })
}

/** A page in JavaScript may leave out what it has to give: that is told in the words of the catalogue. */
const orNone = <Options>(options: Options | null | undefined, none: Options): Options => options ?? none

/** A component that leaves its page hangs up, as a customer would; whatever watches the call until then sees it. */
const LEFT = hangUp('left')

Component<{ -readonly [Key in keyof View]: View[Key] }, typeof properties, Methods, [], Parts>({
  properties,
  data: { ...emptyView },
  observers: {
    sdkAppId: configureFrom,
    policies() {
      if (this.chosen !== null) this.choosePolicies()
    },
  },
  lifetimes: {
    created() {
      this.media$ = new Subject()
      this.call = createCall({ link: createWxLink(), media$: this.media$, environment$: wxEnvironment$ })
      this.chosen = null
      this.session$ = this.call.context.session$
      this.event$ = this.call.context.event$
      this.shown = emptyView
    },
    attached() {
      configureFrom(this.properties.sdkAppId)
      this.choosePolicies()
      watch(this.call.transition$, LEFT, {
        render: (transition) => {
          this.render(transition)
        },
        tell: (announcement) => {
          this.tell(announcement)
        },
        leaveWarning: () => this.properties.leaveWarning,
      })
    },
    detached() {
      this.call.dispatch(LEFT)
    },
  },
  methods: {
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
    choosePolicies() {
      try {
        this.putInForce(readyMade(this.properties.policies))
      } catch (error) {
        if (this.chosen === null) this.putInForce(readyMade())
        this.triggerEvent('error', errorDetail({ code: 'POLICIES_INVALID', cause: String(error) }))
      }
    },
    putInForce(policies) {
      this.chosen?.forEach((drop) => drop())
      this.chosen = policies.map((policy) => this.call.use(policy))
    },
    dispatch(intent) {
      try {
        this.call.dispatch(intent())
      } catch (error) {
        throw isCallError(error) ? callError(error.code, locale()) : error
      }
    },
    render(transition) {
      if (hasEntered(transition)) this.confirm(this.shown)
      const changes = patch(this.shown, transition.to)
      if (changes === null) return
      const shown = { ...this.shown, ...changes }
      this.shown = shown
      this.setData(changes, () => {
        this.confirm(shown)
      })
      // Not every phone releases the microphone with the tag, and none at once.
      if (changes.pushUrl === '') theWx().createLivePusherContext().stop()
    },
    confirm({ pushUrl, enableMic, soundMode }) {
      if (pushUrl === '') return
      this.media$.next({ type: 'media/applied', microphone: enableMic ? 'on' : 'off', soundMode })
    },
    tell({ name, detail }) {
      this.triggerEvent(name, name === 'error' ? errorDetail(detail) : detail)
    },
    onPusherStatus({ detail: { code = 0, message = '' } }) {
      this.media$.next({ type: 'pusher/status', code, message })
    },
    onPusherError({ detail: { errCode = 0 } }) {
      this.media$.next({ type: 'pusher/error', code: errCode })
    },
    onPlayerStatus({ detail: { code = 0, message = '' } }) {
      this.media$.next({ type: 'player/status', code, message })
    },
  },
})
