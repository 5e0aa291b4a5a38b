/** The wrapper component: renders the media tags of `session$`, and tells a page by bind events and methods. */
import { Subject } from 'rxjs'
import {
  adviceIn,
  callError,
  configure,
  configuredStatusCodes,
  createCall,
  createWxLink,
  hangUp,
  isCallError,
  locale,
  mediaWish,
  setLocale,
  theWx,
  wxEnvironment$,
  wxReadiness,
} from '../lib/index'
import { readyMade } from '../lib/policies/index'
import { actions } from './actions'
import { errorDetail } from './error-detail'
import { changed } from './changed'
import { type Data, type Methods, type Parts, properties } from './instance'
import { relations } from './relations'
import { emptyView, hasEntered, nowhere, viewOf } from './view'
import { watch } from './watch'

const configureFrom = (sdkAppId: string) => {
  if (sdkAppId) configure({ sdkAppId })
}

const speak = (language: string) => {
  if (language) setLocale(language)
}

/** A component that leaves its page hangs up, as a customer would; whatever watches the call until then sees it. */
const LEFT = hangUp('left')

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
      const ports = { link: createWxLink(), media$, sample$, environment$: wxEnvironment$, readiness: wxReadiness }
      this.call = createCall(ports, { statusCodes: configuredStatusCodes })
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
      watch(this.call.transition$, LEFT, {
        render: (transition) => {
          this.render(transition)
        },
        stop: () => {
          theWx().createLivePusherContext().stop()
        },
        turn: (turned) => {
          this.show(this.call.session, turned)
          // It has no sound mode, so nothing is set in it that would tell.
          if (!turned) this.elsewhere.pusher?.confirm()
        },
        tell: (announcement) => {
          this.tell(announcement)
        },
        leaveWarning: () => this.properties.leaveWarning,
      })
    },
    detached() {
      this.call.dispatch(LEFT)
    },
  },
  methods: {
    ...actions,
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
      try {
        this.call.dispatch(intent())
      } catch (error) {
        throw isCallError(error) ? callError(error.code, locale()) : error
      }
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
        if (changes.pushUrl === '') theWx().createLivePusherContext().stop()
      }
      pusher?.show(wish)
      player?.show(wish)
    },
    place(where) {
      this.elsewhere = { ...this.elsewhere, ...where }
      // The page's own change, which brought or took the sub-component, is still under way.
      theWx().nextTick(() => {
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
