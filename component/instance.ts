/** What the component is made of, so that its parts can stand in files of their own. */
import type { Subject } from 'rxjs'
import type {
  Announcement,
  Call,
  Context,
  Intent,
  MediaEvent,
  PlaceCallOptions,
  Sample,
  Session,
  TcccWxSdk,
  Transition,
} from '../lib/entries/index'
import type { Policy, PolicySettings } from '../lib/entries/policies'
import type { SubComponent, TagListener } from './sub-component'
import type { Elsewhere, View } from './view'

const NO_SETTINGS: PolicySettings = {}
const NO_CONTEXT: Context | null = null

export const properties = {
  sdkAppId: { type: String, optionalTypes: [Number], value: '' },
  /** Ready-made policies by name: their options, or false for off. */
  policies: { type: Object, value: NO_SETTINGS },
  /** What the agent should know of a call that is dialled without a `context` of its own. */
  context: { type: Object, value: NO_CONTEXT },
  /** What WeChat asks before a page with a running call is left; empty: it does not ask. */
  leaveWarning: { type: String, value: '' },
  /** The language of messages for people, `zh` or `en`, for the whole app; empty: that of the phone. */
  locale: { type: String, value: '' },
}

export type Data = { -readonly [Key in keyof View]: View[Key] }

export interface Parts {
  call: Call
  session$: TcccWxSdk['session$']
  event$: TcccWxSdk['event$']
  advice$: TcccWxSdk['advice$']
  media$: Subject<MediaEvent>
  sample$: Subject<Sample>
  /** Drops the ready-made policies that are in force; `null`: none were chosen yet. */
  chosen: readonly (() => void)[] | null
  /** What was set last; `data` may lag behind. */
  shown: View
  /** The sub-components that render a tag in the place of this component. */
  elsewhere: Elsewhere<SubComponent>
}

/** What a page calls. */
export type Actions = Omit<TcccWxSdk, 'session$' | 'event$' | 'advice$' | 'sample$'> & {
  /** The first product's page spells it so, twice. */
  unmnuteAudio(): void
  /** What is dialled with; the `context` of the component stands in for one of the call. */
  dialled(options: Parameters<TcccWxSdk['startCall']>[0]): PlaceCallOptions
  /** Throws NOT_A_VIDEO_CALL in an audio call. */
  turnCamera(intent: () => Intent): void
}

/** Those too that the component needs for itself, and those that the media tags call. */
export type Methods = Actions &
  TagListener & {
    /** Those of the property; when it is in error, those of before go on, or the defaults. */
    choosePolicies(): void
    putInForce(policies: readonly Policy[]): void
    dispatch(intent: () => Intent): void
    /** Follows the call while the component is on a page, up to and with its last event. */
    watch(): void
    follow(transition: Transition): void
    render(transition: Transition): void
    /** The sound mode is the other one while `turned`. */
    turn(turned: boolean): void
    /** `turned`: with the sound mode that is not wished for. */
    show(session: Session, turned?: boolean): void
    /** A sub-component has come to stand in this component, or is gone. */
    place(where: Partial<Elsewhere<SubComponent>>): void
    /** The phone has applied the switches of what is shown. */
    confirm(shown: View): void
    tell(announcement: Announcement): void
  }

export type Instance = WechatMiniprogram.Component.Instance<Data, typeof properties, Methods, [], Parts>

// The sub-components that a page may place in the component: each renders its tag where the page wants it.

const child = (leg: keyof Elsewhere) => ({
  type: 'child' as const,
  linked(this: Instance, part: unknown) {
    const placed = part as SubComponent
    placed.host = this
    this.place({ [leg]: placed })
  },
  unlinked(this: Instance) {
    this.place({ [leg]: null })
  },
})

export const relations = { './pusher': child('pusher'), './player': child('player') }
