/** `tccc-wx-sdk/bar`: on another page it shows the call of the page below, and leads back to it. */
import { EMPTY, Subject, Subscription, startWith, switchMap } from 'rxjs'
import { afterSetData, theWx, wxNow } from '../lib/entries/index'
import { type OpenPage, runningOn, type Running } from './bar/running'
import { barView, type BarView } from './bar/view'
import { barWords } from './bar/words'
import { lettersScale } from './panel/letters'
import { paced } from './panel/paced'
import { panelWords } from './panel/words'
import { changed } from './view'

const properties = {
  /** The call on its page, as a selector; empty: `#panel` or `#tcccSdk`. */
  call: { type: String, value: '' },
  /** Whether a tap leads back; `false`: it only tells `back`, and the page leads back itself. */
  leads: { type: Boolean, value: true },
}

const USUAL: readonly string[] = ['#panel', '#tcccSdk']

/** The clock goes on, and whatever else happens waits for it. */
const PACE_MS = 1_000

interface Methods extends WechatMiniprogram.Component.MethodOption {
  watch(): void
  render(running: Running | null): void
  back(): void
}

interface Parts {
  /** The page that the bar is on comes into sight, or goes. */
  shown$: Subject<boolean>
  watching: Subscription
  /** Where the call is that is shown. */
  page: OpenPage | null
  view: Partial<BarView>
}

type Data = Partial<{ -readonly [Key in keyof BarView]: BarView[Key] }> & { scale: number }

Component<Data, typeof properties, Methods, [], Parts>({
  properties,
  data: { scale: 1 },
  lifetimes: {
    created() {
      this.shown$ = new Subject()
      this.watching = new Subscription()
      this.page = null
      this.view = {}
    },
    attached() {
      // The page that it is on is among the open ones by then.
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
      this.shown$.next(true)
    },
    hide() {
      this.shown$.next(false)
    },
  },
  methods: {
    watch() {
      const running$ = this.shown$.pipe(
        startWith(true),
        switchMap((shown) => {
          if (!shown) return EMPTY
          const { call } = this.properties
          const pages = getCurrentPages().slice(0, -1)
          return runningOn(pages, call === '' ? USUAL : [call], wxNow).pipe(paced(wxNow, PACE_MS))
        }),
      )
      this.setData({ scale: lettersScale() })
      this.watching.add(
        running$.subscribe((running) => {
          this.render(running)
        }),
      )
    },
    render(running) {
      this.page = running?.page ?? null
      const view = barView(running?.session ?? null, wxNow(), panelWords(), barWords())
      const changes = changed(this.view, view)
      this.view = view
      if (changes !== null) this.setData(changes)
    },
    back() {
      const pages: readonly OpenPage[] = getCurrentPages()
      const { page } = this
      if (page === null) return
      const delta = pages.length - 1 - pages.indexOf(page)
      this.triggerEvent('back', { delta })
      if (this.properties.leads) theWx().navigateBack?.({ delta })
    },
  },
})
