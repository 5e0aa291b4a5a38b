/** `tccc-wx-sdk/panel`: a whole call page. It shows what the streams of the call say, and hands taps on to it. */
import { EMPTY, filter, Subject, Subscription } from 'rxjs'
import {
  afterSetData,
  callError,
  type Context,
  isCallError,
  isConnected,
  locale,
  resolveGap,
  type Session,
  type TcccWxSdk,
  theWx,
} from '../lib/entries/index'
import { checkLogin, login } from '../lib/entries/login'
import type { PolicySettings } from '../lib/entries/policies'
import { conversation, type Conversation } from '../lib/entries/text'
import { changed } from './view'
import { cards } from './panel/cards'
import { lettersScale } from './panel/letters'
import { paced } from './panel/paced'
import { type Change, seenIn } from './panel/streams'
import { type PanelView, viewOf } from './panel/view'
import { panelWords } from './panel/words'

const NO_SETTINGS: PolicySettings = {}
const NO_CONTEXT: Context | null = null

const properties = {
  sdkAppId: { type: String, optionalTypes: [Number], value: '' },
  /** The entry that is called. */
  channelId: { type: String, value: '' },
  /** `audio` or `video`. */
  media: { type: String, value: 'audio' },
  policies: { type: Object, value: NO_SETTINGS },
  context: { type: Object, value: NO_CONTEXT },
  locale: { type: String, value: '' },
  /** Whether there is text beside the voice, where the call centre knows of it. */
  text: { type: Boolean, value: true },
  /** Whether the agent's picture goes on in WeChat's floating window when the page is left. */
  floats: { type: Boolean, value: true },
  /** What WeChat asks before a page is left whose call would end; empty: the panel's own words. */
  leaveWarning: { type: String, value: '' },
}

interface Tap {
  readonly currentTarget: { readonly dataset: { readonly key: string } }
}

interface Typed {
  readonly detail: { readonly value: string }
}

interface BindEvent {
  readonly type: string
  readonly detail: object
}

interface Methods extends WechatMiniprogram.Component.MethodOption {
  watch(): void
  speak(): void
  render(view: PanelView): void
  dial(): void
  hangUp(): void
  toggleMute(): void
  toggleLoud(): void
  toggleCamera(): void
  flip(): void
  swap(): void
  toggleKeys(): void
  toggleTexts(): void
  press(tap: Tap): void
  type(typed: Typed): void
  say(): void
  mend(): void
  pass(event: BindEvent): void
}

interface Parts {
  /** The component in the panel: its streams and methods are the page's, too. */
  sdk: TcccWxSdk
  talk: Conversation
  watching: Subscription
  session: Session | null
  view: PanelView | null
  /** What stands in the field of the text. */
  draft: string
  /** What the customer and the page do to the panel itself. */
  change$: Subject<Change>
}

type Data = Partial<{ -readonly [Key in keyof PanelView]: PanelView[Key] }> & {
  words: object
  leave: string
  scale: number
}

/** A little more than half a second: no second has three renderings. */
const PACE_MS = 510

const callOf = (session: Session | null): string => (session !== null && 'callId' in session ? session.callId : '')

/** A page that logs in by itself has done so. */
const loggedIn = (): Promise<unknown> =>
  checkLogin().catch(
    () =>
      new Promise((resolve, reject) => {
        theWx().login({
          success: ({ code }) => {
            login({ jsCode: code }).then(resolve, reject)
          },
          fail: () => {
            reject(callError('NETWORK', locale()))
          },
        })
      }),
  )

Component<Data, typeof properties, Methods, [], Parts>({
  options: { multipleSlots: true },
  properties,
  relations: cards,
  data: { words: {}, leave: '', scale: 1 },
  observers: {
    'locale, leaveWarning'() {
      // What stands in the panel has taken the language by then.
      afterSetData(() => {
        this.speak()
      })
    },
  },
  lifetimes: {
    created() {
      this.watching = new Subscription()
      this.session = null
      this.view = null
      this.draft = ''
      this.change$ = new Subject()
    },
    attached() {
      this.sdk = this.selectComponent('#sdk') as unknown as TcccWxSdk
      this.talk = conversation(this.sdk)
      this.setData({ scale: lettersScale() })
      // The component in the panel is attached after it.
      afterSetData(() => {
        if (!this.watching.closed) this.watch()
      })
    },
    detached() {
      this.watching.unsubscribe()
    },
  },
  pageLifetimes: {
    show() {
      this.change$.next({ shown: true })
    },
    hide() {
      this.change$.next({ shown: false })
    },
  },
  methods: {
    watch() {
      const { sdk, watching, properties: chosen } = this
      this.speak()
      watching.add(
        sdk.session$.subscribe((session) => {
          this.session = session
        }),
      )
      const { text } = chosen
      const text$ = text ? this.talk.text$ : EMPTY
      const floats = chosen.floats && theWx().canIUse?.('live-player.picture-in-picture-mode') === true
      const seen$ = seenIn(sdk, text$, chosen.media === 'video' ? 'video' : 'audio', this.change$)
      const shown$ = seen$.pipe(
        filter(({ shown }) => shown),
        paced(() => sdk.now(), PACE_MS),
      )
      watching.add(
        shown$.subscribe((seen) => {
          this.render(viewOf(seen, { now: sdk.now(), floats, text, words: panelWords() }))
        }),
      )
    },
    speak() {
      const words = panelWords()
      this.setData({ words, leave: this.properties.leaveWarning || words.leave })
      this.change$.next({})
    },
    render(view) {
      const changes = this.view === null ? view : changed(this.view, view)
      this.view = view
      if (changes === null) return
      this.setData(changes)
      if (view.sheet === 'texts') this.talk.read(view.texts)
    },
    dial() {
      const { sdk, session } = this
      const { channelId, media } = this.properties
      this.change$.next({ failed: null })
      loggedIn()
        .then(() => (media === 'video' ? sdk.startSession({ channelId }) : sdk.startCall({ channelId })))
        .catch((error: unknown) => {
          // A call that was dialled says itself how it ended.
          if (callOf(this.session) === callOf(session))
            this.change$.next({ failed: isCallError(error) ? error.code : 'SYSTEM' })
        })
    },
    hangUp() {
      this.sdk.endCall()
    },
    toggleMute() {
      if (this.session?.microphone.desired === 'off') this.sdk.unmuteAudio()
      else this.sdk.muteAudio()
    },
    toggleLoud() {
      this.sdk.setSoundMode(this.session?.soundMode.desired === 'speaker' ? 'ear' : 'speaker')
    },
    toggleCamera() {
      if (this.view?.cameraOn === true) this.sdk.disableCamera()
      else this.sdk.enableCamera()
    },
    flip() {
      this.sdk.switchCamera()
    },
    swap() {
      this.change$.next({ swapped: this.view?.swapped !== true })
    },
    toggleKeys() {
      this.change$.next({ toggled: 'keys' })
    },
    toggleTexts() {
      this.change$.next({ toggled: 'texts' })
    },
    press({ currentTarget }) {
      const { sdk, session } = this
      if (session !== null && isConnected(session)) sdk.sendDigits({ digits: currentTarget.dataset.key })
    },
    type({ detail }) {
      this.draft = detail.value
    },
    say() {
      if (this.draft.trim() !== '') this.talk.send(this.draft)
      this.draft = ''
    },
    mend() {
      const code = this.view?.gateCode ?? ''
      if (code !== '') resolveGap({ code })
    },
    pass({ type, detail }) {
      this.triggerEvent(type, detail)
    },
  },
})
