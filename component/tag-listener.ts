/** What the media tags tell, and who hears it. */
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
