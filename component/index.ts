/** The wrapper component: renders the media tags of `session$`, and tells a page by bind events and methods. */
import { Subject, Subscription, takeWhile } from 'rxjs'
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
  locale,
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
import { dialLimit } from '../lib/policies/index'
import { emptyView, hasEntered, patch, type View } from './view'

interface Parts {
  call: Call
  session$: TcccWxSdk['session$']
  event$: TcccWxSdk['event$']
  media$: Subject<MediaEvent>
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
  dispatch(intent: () => Intent): void
  render(transition: Transition): void
  /** The phone has applied the switches of what is shown. */
  confirm(shown: View): void
  tell(announcement: Announcement): void
  onPusherStatus(event: TagEvent): void
  onPusherError(event: TagEvent): void
  onPlayerStatus(event: TagEvent): void
}

const properties = { sdkAppId: { type: String, optionalTypes: [Number], value: '' } }

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
  },
  lifetimes: {
    created() {
      this.media$ = new Subject()
      this.call = createCall(
        { link: createWxLink(), media$: this.media$, environment$: wxEnvironment$ },
        { policies: [dialLimit()] },
      )
      this.session$ = this.call.context.session$
      this.event$ = this.call.context.event$
      this.shown = emptyView
      this.watching = new Subscription()
    },
    attached() {
      configureFrom(this.properties.sdkAppId)
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
