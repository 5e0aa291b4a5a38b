/** The wrapper component: renders the media tags of `session$`, and tells a page by bind events and methods. */
import { Subject, Subscription } from 'rxjs'
import {
  announce,
  type Call,
  callError,
  configure,
  createCall,
  createWxLink,
  type ErrorCode,
  hangUp,
  type Intent,
  locale,
  type MediaEvent,
  mute,
  placeCall,
  type Policy,
  sendDigits,
  type Session,
  setSoundMode,
  type SoundMode,
  theWx,
  unmute,
  wxEnvironment$,
} from '../lib/index'
import { dialLimit } from '../lib/policies/index'
import { emptyView, patch, type View } from './view'

/** What a page gets from `selectComponent`, besides the methods. */
type Parts = {
  call: Call
  session$: Call['session$']
  event$: Call['event$']
  media$: Subject<MediaEvent>
  watching: Subscription
  /** What was set last; `data` may lag behind. */
  shown: View
}

interface TagEvent {
  readonly detail: { readonly code?: number; readonly errCode?: number; readonly message?: string }
}

type Methods = {
  startCall(options: { readonly channelId: string }): Promise<{ readonly sessionId: string }>
  endCall(): void
  muteAudio(): void
  unmuteAudio(): void
  /** The first product's page spells it so, twice. */
  unmnuteAudio(): void
  setSoundMode(soundMode: SoundMode): void
  sendDigits(options: { readonly digits: string }): void
  use(policy: Policy): () => void
  dispatch(intent: () => Intent): void
  render(session: Session): void
  tellError(code: ErrorCode): void
  onPusherStatus(event: TagEvent): void
  onPusherError(event: TagEvent): void
  onPlayerStatus(event: TagEvent): void
}

const properties = { sdkAppId: { type: String, optionalTypes: [Number], value: '' } }

const configureFrom = (sdkAppId: string) => {
  if (sdkAppId !== '') configure({ sdkAppId })
}

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
      this.session$ = this.call.session$
      this.event$ = this.call.event$
      this.shown = emptyView
      this.watching = new Subscription()
    },
    attached() {
      configureFrom(this.properties.sdkAppId)
      this.watching = this.call.session$.subscribe((session) => {
        this.render(session)
      })
      this.watching.add(
        this.call.transition$.subscribe((transition) => {
          announce(transition).forEach(({ name, detail }) => {
            if (name === 'error') this.tellError(detail.code)
            else this.triggerEvent(name, detail)
          })
        }),
      )
    },
    detached() {
      this.watching.unsubscribe()
    },
  },
  methods: {
    startCall({ channelId }) {
      return placeCall(this.call, { channelId, locale: locale() })
    },
    endCall() {
      this.dispatch(() => hangUp())
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
      this.call.dispatch(intent())
    },
    render(session) {
      const changes = patch(this.shown, session)
      if (changes === null) return
      this.shown = { ...this.shown, ...changes }
      const { pushUrl, enableMic, soundMode } = this.shown
      if (changes.pushUrl === '') theWx().createLivePusherContext().stop()
      this.setData(changes, () => {
        if (pushUrl === '') return
        this.media$.next({ type: 'media/applied', microphone: enableMic ? 'on' : 'off', soundMode })
      })
    },
    tellError(code) {
      const { message, remedy, cause } = callError(code, locale())
      this.triggerEvent('error', { code, message, remedy, cause })
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
