/** `tccc-wx-sdk/waiting-card`: offers a customer who waits to go and keep the place. It stands in call-panel. */
import { combineLatest, distinctUntilChanged, map, type Subscription } from 'rxjs'
import { waiting, type Waiting } from '../lib/entries/waiting'
import { type Attached, whileAttached } from './attached'
import { type InPanel, inPanel, panelOf, wordsIn } from './in-panel'
import { waitingView, type WaitingView } from './waiting-card/view'
import { waitingWords } from './waiting-card/words'

interface Methods extends WechatMiniprogram.Component.MethodOption {
  follow(): Subscription
  leave(): void
}

interface Parts extends InPanel, Attached {
  waiting: Waiting
}

type Data = Partial<{ -readonly [Key in keyof WaitingView]: WaitingView[Key] }>

Component<Data, WechatMiniprogram.Component.PropertyOption, Methods, [], Parts>({
  relations: inPanel,
  data: {},
  lifetimes: {
    created() {
      this.panel = null
    },
    ...whileAttached,
  },
  methods: {
    follow() {
      const panel = panelOf(this)
      this.waiting = waiting(panel.sdk)
      const phase$ = panel.sdk.session$.pipe(map(({ phase }) => phase))
      return combineLatest([this.waiting.offer$, phase$, wordsIn(panel, waitingWords)])
        .pipe(
          map(([offer, phase, words]) => waitingView(offer, phase, words)),
          distinctUntilChanged((shown, next) => shown.title === next.title && shown.text === next.text),
        )
        .subscribe((view) => {
          this.setData(view)
        })
    },
    leave() {
      this.waiting.leave()
    },
  },
})
