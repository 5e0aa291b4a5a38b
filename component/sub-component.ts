/** How tccc-pusher and tccc-player hang together with the tccc-wx-sdk that they stand in. */
import type { Subject } from 'rxjs'
import { callError, locale, type MediaEvent, type MediaWish } from '../lib/entries/index'

/** What the media tags tell. */
export interface TagEvent {
  readonly detail: { readonly code?: number; readonly errCode?: number; readonly message?: string }
}

/** `netstatus` of both tags, and live-pusher's `audiovolumenotify`. */
export interface FigureEvent {
  readonly detail: {
    readonly info?: { readonly netQualityLevel?: number; readonly audioBitrate?: number }
    readonly volume?: number
  }
}

/** Those methods that the media tags call. */
export interface TagListener extends WechatMiniprogram.Component.MethodOption {
  onPusherStatus(event: TagEvent): void
  onPusherError(event: TagEvent): void
  onPlayerStatus(event: TagEvent): void
  onPusherNet(event: FigureEvent): void
  onPlayerNet(event: FigureEvent): void
  onPusherVolume(event: FigureEvent): void
}

/** What a sub-component needs of the wrapper: where it reports, and who hears its tag. */
export type Host = TagListener & { readonly media$: Subject<MediaEvent> }

/** What the wrapper needs of a sub-component. */
export interface SubComponent {
  /** Set by the wrapper; `null`: it stands in none. */
  host: Host | null
  /** Renders its tag as the wish is now. */
  show(wish: MediaWish): void
  /** The phone has applied the switches of what is shown. */
  confirm(): void
}

/** Asked when the page is ready: by then whoever stands in a wrapper is known to it. Throws VIDEO_TAGS_MISSING. */
export const needHost = ({ host }: Pick<SubComponent, 'host'>): void => {
  if (host === null) throw callError('VIDEO_TAGS_MISSING', locale())
}
