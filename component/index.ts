/** The wrapper component: renders the media tags of `session$`, and tells a page by bind events and methods. */
import { map, merge, Subject, Subscription, takeWhile } from 'rxjs'
import {
  adviceIn,
  afterSetData,
  configure,
  configuredHarmlessContext,
  configuredStatusCodes,
  createCall,
  createWxLink,
  hangUp,
  isRunning,
  keepScreenOn,
  leaveAlert,
  logCall,
  mediaWish,
  setLocale,
  stopPusher,
  type Transition,
  turns,
  wxEnvironment$,
  wxNow,
  wxReadiness,
} from '../lib/entries/index'
import { readyMade } from '../lib/entries/policies'
import { actions } from './actions'
import { errorDetail, inOurWords } from './error-detail'
import { changed, emptyView, hasEntered, nowhere, SHOWN, type Shown, viewOf } from './view'
import { type Data, type Methods, type Parts, properties, relations } from './instance'

const configureFrom = (sdkAppId: string) => {
  if (sdkAppId) configure({ sdkAppId })
}

const speak = (language: string) => {
  if (language) setLocale(language)
}

/** A component that leaves its page hangs up, as a customer would; whatever watches the call until then sees it. */
const LEFT = hangUp('left')

/** Most events change nothing of what the tags show. */
const isShownOtherwise = ({ from, to }: Transition): boolean => {
  const before: Partial<Shown> = from
  const after: Partial<Shown> = to
  return from !== to && SHOWN.some((name) => before[name] !== after[name])
}

Component<Data, typeof properties, Methods, [], Parts>({
  properties,
  data: { ...emptyView },
  relations,
  observers: {
    sdkAppId: configureFrom,
    locale: speak,
    policies() {
      if (this.chosen !== null) this.choosePolicies()
    },
  },
  lifetimes: {
    created() {
      this.media$ = new Subject()
      this.sample$ = new Subject()
      const { media$, sample$ } = this
      const phone = { environment$: wxEnvironment$, readiness: wxReadiness, now: wxNow }
      this.call = createCall(
        { link: createWxLink(), media$, sample$, ...phone },
        { statusCodes: configuredStatusCodes, harmlessContext: configuredHarmlessContext },
      )
      this.chosen = null
      this.session$ = this.call.context.session$
      this.event$ = this.call.context.event$
      this.advice$ = adviceIn(this.session$)
      this.shown = emptyView
      this.elsewhere = nowhere
    },
    attached() {
      configureFrom(this.properties.sdkAppId)
      speak(this.properties.locale)
      this.choosePolicies()
      this.watch()
    },
    detached() {
      this.call.dispatch(LEFT)
    },
  },
  methods: {
    ...actions,
    watch() {
      const watched$ = new Subject<Transition>()
      const watching = new Subscription()
      watching.add(
        watched$.subscribe((transition) => {
          this.follow(transition)
        }),
      )
      watching.add(
        turns(watched$).subscribe((turned) => {
          this.turn(turned)
        }),
      )
      const asked$ = watched$.pipe(map(({ to }) => (isRunning(to) ? this.properties.leaveWarning : '')))
      const aside$ = merge(leaveAlert(asked$), keepScreenOn(watched$), logCall(watched$))
      watching.add(aside$.subscribe())
      // The line opens when all of them listen: what it says at once is heard by all.
      watching.add(this.call.transition$.pipe(takeWhile(({ event }) => event !== LEFT, true)).subscribe(watched$))
    },
    choosePolicies() {
      try {
        this.putInForce(readyMade(this.properties.policies))
      } catch (error) {
        if (this.chosen === null) this.putInForce(readyMade())
        this.triggerEvent('error', errorDetail({ code: 'POLICIES_INVALID', cause: String(error) }))
      }
    },
    putInForce(policies) {
      this.chosen?.forEach((drop) => drop())
      this.chosen = policies.map((policy) => this.call.use(policy))
    },
    dispatch(intent) {
      inOurWords(() => {
        this.call.dispatch(intent())
      })
    },
    follow(transition) {
      if (isShownOtherwise(transition)) this.render(transition)
      // A page that is gone is not told that it left.
      const isGone = transition.event === LEFT
      transition.effects.forEach((effect) => {
        if (effect.type === 'tell' && !isGone) this.tell(effect.announcement)
        else if (effect.type === 'stopPusher') stopPusher()
      })
    },
    render(transition) {
      const { pusher, player } = this.elsewhere
      if (hasEntered(transition)) {
        this.confirm(this.shown)
        pusher?.confirm()
        player?.confirm()
      }
      this.show(transition.to)
    },
    turn(turned) {
      this.show(this.call.session, turned)
      // It has no sound mode, so nothing is set in it that would tell.
      if (!turned) this.elsewhere.pusher?.confirm()
    },
    show(session, turned) {
      const wish = mediaWish(session, turned)
      const { pusher, player } = this.elsewhere
      const shown = viewOf(wish, this.elsewhere)
      const changes = changed(this.shown, shown)
      this.shown = shown
      if (changes !== null) {
        this.setData(changes, () => {
          this.confirm(shown)
        })
        // Not every phone releases the microphone with the tag, and none at once.
        if (changes.pushUrl === '') stopPusher()
      }
      pusher?.show(wish)
      player?.show(wish)
    },
    place(where) {
      this.elsewhere = { ...this.elsewhere, ...where }
      // The page's own change, which brought or took the sub-component, is still under way.
      afterSetData(() => {
        this.show(this.call.session)
        // The component's own pusher has no picture.
        if (where.pusher === null) this.media$.next({ type: 'media/applied', camera: 'off' })
      })
    },
    confirm({ pushUrl, playUrl, enableMic, soundMode }) {
      if (pushUrl === '' && playUrl === '') return
      this.media$.next({
        type: 'media/applied',
        ...(pushUrl === '' ? {} : { microphone: enableMic ? 'on' : 'off' }),
        ...(playUrl === '' ? {} : { soundMode }),
      })
    },
    tell({ name, detail }) {
      this.triggerEvent(name, name === 'error' ? errorDetail(detail) : detail)
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
    onPusherNet({ detail: { info = {} } }) {
      this.sample$.next({ local: info.netQualityLevel ?? 0, audioKbps: info.audioBitrate ?? -1 })
    },
    onPlayerNet({ detail: { info = {} } }) {
      this.sample$.next({ remote: info.netQualityLevel ?? 0 })
    },
    onPusherVolume({ detail: { volume = 0 } }) {
      this.sample$.next({ volume })
    },
  },
})
