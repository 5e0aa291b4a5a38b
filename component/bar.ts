/** `tccc-wx-sdk/bar`: on another page it shows the call of the page below, and leads back to it. */
import {
  EMPTY,
  exhaustMap,
  map,
  merge,
  Observable,
  startWith,
  Subject,
  type Subscription,
  switchMap,
  timer,
} from 'rxjs'
import { theWx, wxNow } from '../lib/entries/index'
import { type Attached, whileAttached } from './attached'
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

/** It completes when WeChat refuses: until then another tap would lead past the call. */
const leadBack = (delta: number): Observable<never> =>
  new Observable((refused) => {
    theWx().navigateBack({
      delta,
      fail: () => {
        refused.complete()
      },
    })
  })

interface Methods extends WechatMiniprogram.Component.MethodOption {
  follow(): Subscription
  render(running: Running | null): void
  back(): void
  /** Until it completes, taps do nothing. */
  lead(): Observable<unknown>
}

interface Parts extends Attached {
  /** The page that the bar is on comes into sight, or goes. */
  shown$: Subject<boolean>
  tap$: Subject<void>
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
      this.tap$ = new Subject()
      this.view = {}
    },
    ...whileAttached,
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
    follow() {
      this.setData({ scale: lettersScale() })
      const showing = (): Observable<void> => {
        const { call } = this.properties
        const pages = getCurrentPages().slice(0, -1)
        return runningOn(pages, call === '' ? USUAL : [call], wxNow).pipe(
          paced(wxNow, PACE_MS),
          map((running) => {
            this.render(running)
          }),
        )
      }
      const leads$ = this.tap$.pipe(exhaustMap(() => this.lead()))
      return this.shown$
        .pipe(
          startWith(true),
          switchMap((shown) => (shown ? merge(showing(), leads$) : EMPTY)),
        )
        .subscribe()
    },
    render(running) {
      this.page = running?.page ?? null
      const view = barView(running?.session ?? null, wxNow(), panelWords(), barWords())
      const changes = changed(this.view, view)
      this.view = view
      if (changes !== null) this.setData(changes)
    },
    back() {
      this.tap$.next()
    },
    lead() {
      const pages: readonly OpenPage[] = getCurrentPages()
      const { page } = this
      if (page === null) return EMPTY
      const delta = pages.length - 1 - pages.indexOf(page)
      this.triggerEvent('back', { delta })
      return this.properties.leads ? leadBack(delta) : timer(PACE_MS)
    },
  },
})
