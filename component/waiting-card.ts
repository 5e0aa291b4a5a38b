/** `tccc-wx-sdk/waiting-card`: offers a customer who waits to go and keep the place. It stands in call-panel. */
import { combineLatest, distinctUntilChanged, map, Subscription } from 'rxjs'
import { afterSetData } from '../lib/entries/index'
import { waiting, type Waiting } from '../lib/entries/waiting'
import { type InPanel, inPanel, sdkOf } from './in-panel'
import { waitingView, type WaitingView } from './waiting-card/view'
import { waitingWords } from './waiting-card/words'

interface Methods extends WechatMiniprogram.Component.MethodOption {
  listen(): void
  leave(): void
}

interface Parts extends InPanel {
  waiting: Waiting
  offering: Subscription
}

type Data = Partial<{ -readonly [Key in keyof WaitingView]: WaitingView[Key] }>

Component<Data, WechatMiniprogram.Component.PropertyOption, Methods, [], Parts>({
  relations: inPanel,
  data: {},
  lifetimes: {
    created() {
      this.panel = null
      this.offering = new Subscription()
    },
    attached() {
      // What it stands in is known, and is attached, after it.
      afterSetData(() => {
        if (!this.offering.closed) this.listen()
      })
    },
    detached() {
      this.offering.unsubscribe()
    },
  },
  methods: {
    listen() {
      const sdk = sdkOf(this)
      this.waiting = waiting(sdk)
      const phase$ = sdk.session$.pipe(map(({ phase }) => phase))
      this.offering.add(
        combineLatest([this.waiting.offer$, phase$])
          .pipe(
            map(([offer, phase]) => waitingView(offer, phase, waitingWords())),
            distinctUntilChanged((shown, next) => shown.title === next.title && shown.text === next.text),
          )
          .subscribe((view) => {
            this.setData(view)
          }),
      )
    },
    leave() {
      this.waiting.leave()
    },
  },
})
