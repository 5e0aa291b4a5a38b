/** `tccc-wx-sdk/panel`: a whole call page. It shows what the streams of the call say, and hands taps on to it. */
import { BehaviorSubject, EMPTY, exhaustMap, map, merge, Subject, Subscription, timer } from 'rxjs'
import {
  afterSetData,
  attempt,
  type Context,
  type Gap,
  isConnected,
  isRunning,
  leaveAlert,
  resolveGap,
  type SoundMode,
  type TcccWxSdk,
  theWx,
} from '../lib/entries/index'
import type { PolicySettings } from '../lib/entries/policies'
import { conversation, type Conversation } from '../lib/entries/text'
import { changed } from './view'
import { cards } from './panel/cards'
import { dialled } from './panel/dial'
import { lettersScale } from './panel/letters'
import { paced } from './panel/paced'
import { type Change, seenIn } from './panel/streams'
import { AGAIN_MS, settled } from './panel/taps'
import { type Chosen, type PanelView, type Seen, SEEN_FIRST, viewOf, writtenIn } from './panel/view'
import { type PanelWords, panelWords } from './panel/words'

const NO_SETTINGS: PolicySettings = {}
const NO_CONTEXT: Context | null = null
const NO_TEXT = { type: String, value: '' }
const YES = { type: Boolean, value: true }

const properties = {
  sdkAppId: { type: String, optionalTypes: [Number], value: '' },
  /** The entry that is called. */
  channelId: NO_TEXT,
  /** `video`: with pictures; anything else: a voice alone. */
  media: NO_TEXT,
  policies: { type: Object, value: NO_SETTINGS },
  context: { type: Object, value: NO_CONTEXT },
  locale: NO_TEXT,
  /** Whether there is text beside the voice, where the call centre knows of it. */
  text: YES,
  /** Whether the agent's picture goes on in WeChat's floating window when the page is left. */
  floats: YES,
  /** What WeChat asks before a page is left whose call would end; empty: the panel's own words. */
  leaveWarning: NO_TEXT,
}

/** A tap, and what the button says about itself. */
interface Tap<Told = object> {
  readonly currentTarget: { readonly dataset: Told }
}

interface Typed extends Tap<{ readonly field: number }> {
  readonly detail: { readonly value: string }
}

interface BindEvent {
  readonly type: string
  readonly detail: object
}

/** What is switched in the call: each is done as the button says. */
type Switches = Readonly<
  Record<
    'muteAudio' | 'unmuteAudio' | 'setSoundMode' | 'enableCamera' | 'disableCamera' | 'switchCamera',
    (mode: SoundMode) => void
  >
>

type Key = Tap<{ readonly key: string }>

interface Methods extends WechatMiniprogram.Component.MethodOption {
  choose(): void
  watch(): void
  /** Whether it is as the customer sees it: a screen may be a moment behind. */
  isStill(name: 'title' | 'menu'): boolean
  main(): void
  act(tap: Tap<{ readonly do: keyof Switches; readonly mode: SoundMode }>): void
  swap(): void
  toggle(tap: Tap<{ readonly sheet: 'keys' | 'texts' }>): void
  answer(key: Key): void
  press(key: Key): void
  type(typed: Typed): void
  say(): void
  mend(tap: Tap<Pick<Gap, 'code'>>): void
  pass(event: BindEvent): void
}

interface Parts {
  /** The component in the panel: its streams and methods are the page's, too. */
  sdk: TcccWxSdk
  talk: Conversation
  watching: Subscription
  chosen$: BehaviorSubject<Chosen>
  words: PanelWords
  /** What the customer and the page do to the panel itself. */
  change$: Subject<Change>
  /** Taps on the large button. */
  main$: Subject<void>
  answer$: Subject<Key>
  /** There when anything can be tapped, and what there is to see of it. */
  seen: Seen
  view: PanelView
  /** What stands on the screen. */
  shown$: BehaviorSubject<Partial<PanelView>>
}

type Data = Partial<{ -readonly [Key in keyof PanelView]: PanelView[Key] }> & { scale: number }

/** A little more than half a second: no second has three renderings. */
const PACE_MS = 510

const canFloat = (): boolean | undefined => {
  const { canIUse } = theWx()
  return canIUse?.('live-player.picture-in-picture-mode')
}

Component<Data, typeof properties, Methods, [], Parts>({
  options: { multipleSlots: true },
  properties,
  relations: cards,
  observers: {
    'media, text, floats, leaveWarning, locale'() {
      // What stands in the panel has taken the language by then.
      afterSetData(() => {
        this.choose()
      })
    },
  },
  lifetimes: {
    created() {
      this.watching = new Subscription()
      this.chosen$ = new BehaviorSubject(SEEN_FIRST.chosen)
      this.change$ = new Subject()
      this.main$ = new Subject()
      this.answer$ = new Subject()
      this.shown$ = new BehaviorSubject<Partial<PanelView>>({})
    },
    attached() {
      this.sdk = this.selectComponent('#sdk') as unknown as TcccWxSdk
      this.talk = conversation(this.sdk)
      this.setData({ scale: lettersScale() })
      // The component in the panel is attached after it.
      afterSetData(() => {
        if (this.watching.closed) return
        this.choose()
        this.watch()
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
    choose() {
      const { properties: chosen } = this
      this.words = panelWords()
      this.chosen$.next({ ...chosen, floats: chosen.floats && attempt(canFloat) === true })
    },
    watch() {
      const { sdk, shown$ } = this
      const failed$ = this.main$.pipe(
        settled(shown$.pipe(map(({ running }) => running === true))),
        exhaustMap(() => {
          if (shown$.value.running) sdk.endCall()
          else if (!isRunning(this.seen.session)) return dialled(sdk, this.properties)
          return EMPTY
        }),
      )
      const rendered$ = seenIn(sdk, this.talk.text$, this.chosen$, merge(this.change$, failed$)).pipe(
        map((seen) => {
          const view = viewOf(seen, sdk.now(), this.words)
          this.seen = seen
          this.view = view
          return seen.shown ? (changed(shown$.value, view) ?? undefined) : undefined
        }),
        paced(() => sdk.now(), PACE_MS),
        map((changes) => {
          this.setData(changes)
          shown$.next({ ...shown$.value, ...changes })
          this.talk.read(this.view.texts)
        }),
      )
      const answered$ = this.answer$.pipe(
        exhaustMap((key) => {
          if (!this.isStill('menu')) return EMPTY
          this.press(key)
          return timer(AGAIN_MS)
        }),
      )
      // That of the component in the panel knows nothing of the floating window.
      const asked$ = leaveAlert(shown$.pipe(map(({ leave = '' }) => leave)))
      this.watching.add(merge(rendered$, answered$, asked$).subscribe())
    },
    isStill(name) {
      return this.shown$.value[name] === this.view[name]
    },
    main() {
      this.main$.next()
    },
    act({ currentTarget }) {
      const switches: Switches = this.sdk
      switches[currentTarget.dataset.do](currentTarget.dataset.mode)
    },
    swap() {
      this.change$.next({ swapped: !this.seen.swapped })
    },
    toggle({ currentTarget }) {
      this.change$.next({ toggled: currentTarget.dataset.sheet })
    },
    answer(key) {
      this.answer$.next(key)
    },
    press({ currentTarget }) {
      if (isConnected(this.seen.session)) this.sdk.sendDigits({ digits: currentTarget.dataset.key })
    },
    type({ currentTarget, detail }) {
      // What comes late, from the field of a text that was sent, is no draft.
      if (currentTarget.dataset.field === writtenIn(this.seen.texts)) this.change$.next({ draft: detail.value })
    },
    say() {
      const { sheet, draft } = this.seen
      if (sheet !== 'texts' || draft.trim() === '' || !this.isStill('title')) return
      this.change$.next({ draft: '', begun: '' })
      this.talk.send(draft)
    },
    mend({ currentTarget }) {
      resolveGap(currentTarget.dataset)
    },
    pass({ type, detail }) {
      this.triggerEvent(type, detail)
    },
  },
})
