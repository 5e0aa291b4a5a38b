/**
 * `tccc-wx-sdk/inspector`, for development builds: the streams of a call as marbles, above the page on which it runs.
 * No other part of the package loads it.
 */
import { map, Subscription, throttle, timer } from 'rxjs'
import { locale, type TcccWxSdk, theWx } from '../../../lib/entries/index'
import { type Phase, PHASE_LETTERS } from '../../../lib/call/phase'
import { type InspectorView, nothing, viewOf } from './view'
import { inspectorWords } from './words'

/** What it looks at: the component `tccc-wx-sdk`, or the same three members of a call of your own. */
export type Watched = Pick<TcccWxSdk, 'session$' | 'event$' | 'recording'>

interface Tap {
  readonly currentTarget: { readonly dataset: { readonly moment: number } }
}

interface Methods extends WechatMiniprogram.Component.MethodOption {
  /** Shows this call from now on; `null`: none. */
  watch(call: Watched | null): void
  /** Looks for the component that `for` names. */
  find(): void
  toggle(): void
  choose(tap: Tap): void
  follow(): void
  /** Puts the recording, as JSON without secrets, on the clipboard. */
  copy(): void
  draw(): void
}

interface Parts {
  watched: Watched | null
  watching: Subscription
  /** The moment that is looked at; `null` follows the call. */
  moment: number | null
}

const properties = {
  /** The id of the component `tccc-wx-sdk` on the same page; without it, call `watch`. */
  for: { type: String, value: '' },
}

type Data = { -readonly [Key in keyof InspectorView]: InspectorView[Key] } & {
  words: object
  open: boolean
  phase: Phase
  letter: string
}

/** A screen needs no more. */
const STEP_MS = 250

const isCall = (component: unknown): component is Watched =>
  typeof component === 'object' && component !== null && 'event$' in component

Component<Data, typeof properties, Methods, [], Parts>({
  properties,
  data: { ...nothing, words: {}, open: false, phase: 'idle', letter: PHASE_LETTERS.idle },
  lifetimes: {
    created() {
      this.watched = null
      this.watching = Subscription.EMPTY
      this.moment = null
    },
    attached() {
      this.setData({ words: inspectorWords[locale()] })
      this.find()
    },
    // Whatever stands behind it on the page may have come later.
    ready() {
      this.find()
    },
    detached() {
      this.watching.unsubscribe()
    },
  },
  methods: {
    find() {
      const id = this.properties.for
      if (id === '' || this.watched !== null) return
      const found: unknown = this.selectOwnerComponent().selectComponent(`#${id}`)
      if (isCall(found)) this.watch(found)
    },
    watch(call) {
      this.watching.unsubscribe()
      this.watched = call
      this.moment = null
      this.draw()
      if (call === null) return
      const phase$ = call.session$.pipe(map(({ phase }) => phase))
      this.watching = phase$.subscribe((phase) => {
        if (phase !== this.data.phase) this.setData({ phase, letter: PHASE_LETTERS[phase] })
      })
      const drawn$ = call.event$.pipe(throttle(() => timer(STEP_MS), { leading: false, trailing: true }))
      this.watching.add(
        drawn$.subscribe(() => {
          this.draw()
        }),
      )
    },
    toggle() {
      this.setData({ open: !this.data.open })
      this.draw()
    },
    choose({ currentTarget }) {
      this.moment = currentTarget.dataset.moment
      this.draw()
    },
    follow() {
      this.moment = null
      this.draw()
    },
    copy() {
      if (this.watched !== null) theWx().setClipboardData({ data: JSON.stringify(this.watched.recording()) })
    },
    draw() {
      // A closed panel costs nothing.
      if (!this.data.open) return
      const words = inspectorWords[locale()]
      this.setData(this.watched === null ? nothing : viewOf(this.watched.recording(), this.moment, words))
    },
  },
})
