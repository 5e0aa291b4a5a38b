/** The tags that this phone plays. Of the others it shows a plain box, and says so. */
export const BOX_TAGS = ['view', 'text', 'button', 'scroll-view', 'form', 'label'] as const
export const CONTENT_TAGS = ['image', 'icon', 'navigator'] as const
export const INPUT_TAGS = ['input', 'textarea', 'switch'] as const
export const LIVE_TAGS = ['live-pusher', 'live-player'] as const

export const PHONE_TAGS: readonly string[] = [...BOX_TAGS, ...CONTENT_TAGS, ...INPUT_TAGS, ...LIVE_TAGS]
