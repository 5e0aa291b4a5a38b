/** The wrapper component: renders the media tags of `session$`, and tells a page by bind events and methods. */
import { map, Subject, Subscription, takeWhile } from 'rxjs'
import {
  announce,
  type Announcement,
  type Call,
  callError,
  configure,
  createCall,
  createWxLink,
  type ErrorCode,
  hangUp,
  type Intent,
  isCallError,
  leaveAlert,
  locale,
  logCall,
  type MediaEvent,
  mute,
  placeCall,
  sendDigits,
  setSoundMode,
  type TcccWxSdk,
  type TcccWxSdkDetails,
  theWx,
  type Transition,
  unmute,
  wxEnvironment$,
} from '../lib/index'
import { type PolicySettings, readyMade } from '../lib/policies/index'
import { emptyView, hasEntered, patch, type View } from './view'

interface Parts {
  call: Call
  session$: TcccWxSdk['session$']
  event$: TcccWxSdk['event$']
  media$: Subject<MediaEvent>
  /** Drops the ready-made policies that are in force. */
  chosen: readonly (() => void)[]
  watching: Subscription
  /** What was set last; `data` may lag behind. */
  shown: View
}

interface TagEvent {
  readonly detail: { readonly code?: number; readonly errCode?: number; readonly message?: string }
}

type Methods = Omit<TcccWxSdk, 'session$' | 'event$'> & {
  /** The first product's page spells it so, twice. */
  unmnuteAudio(): void
  choosePolicies(): void
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

const errorDetail = (failure: ErrorCode): TcccWxSdkDetails['error'] => {
  const { code, message, remedy, cause } = callError(failure, locale())
  return { code, message, remedy, cause }
}

/** A component that leaves its page hangs up, as a customer would; whatever watches the call until then sees it. */
const LEFT = hangUp('left')

Component<{ -readonly [Key in keyof View]: View[Key] }, typeof properties, Methods, [], Parts>({
  options: { multipleSlots: false },
  properties,
  data: { ...emptyView },
  observers: {
    sdkAppId: configureFrom,
    policies() {
      this.choosePolicies()
    },
  },
  lifetimes: {
    created() {
      this.media$ = new Subject()
      this.call = createCall({ link: createWxLink(), media$: this.media$, environment$: wxEnvironment$ })
      this.chosen = []
      this.session$ = this.call.context.session$
      this.event$ = this.call.context.event$
      this.shown = emptyView
      this.watching = new Subscription()
    },
    attached() {
      configureFrom(this.properties.sdkAppId)
      this.choosePolicies()
      const attached$ = this.call.transition$.pipe(takeWhile(({ event }) => event !== LEFT, true))
      this.watching = attached$.subscribe((transition) => {
        this.render(transition)
      })
      this.watching.add(
        attached$.subscribe((transition) => {
          announce(transition).forEach((announcement) => {
            this.tell(announcement)
          })
        }),
      )
      const session$ = attached$.pipe(map(({ to }) => to))
      this.watching.add(leaveAlert(session$, () => this.properties.leaveWarning).subscribe())
      this.watching.add(logCall(attached$).subscribe())
    },
    detached() {
      this.call.dispatch(LEFT)
    },
  },
  methods: {
    startCall({ channelId }) {
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
    sendDigits({ digits }) {
      this.dispatch(() => sendDigits(digits))
    },
    use(policy) {
      return this.call.use(policy)
    },
    recording() {
      return this.call.recording()
    },
    choosePolicies() {
      this.chosen.forEach((drop) => drop())
      this.chosen = readyMade(this.properties.policies).map((policy) => this.call.use(policy))
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
      this.triggerEvent(name, name === 'error' ? errorDetail(detail.code) : detail)
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
