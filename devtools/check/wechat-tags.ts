/** The tags that WeChat's components page lists (base library 3.8), and those of a template's own language. */
export const WECHAT_TAGS: ReadonlySet<string> = new Set(
  `block import include slot template wxs
  view scroll-view swiper swiper-item movable-area movable-view cover-view cover-image match-media page-container
  root-portal share-element icon progress rich-text text selection span
  button checkbox checkbox-group editor editor-portal form input keyboard-accessory label picker picker-view
  picker-view-column radio radio-group slider switch textarea
  navigator functional-page-navigator navigation-bar page-meta
  animation-video animation-view audio camera channel-live channel-video image live-player live-pusher video voip-room
  map canvas web-view ad ad-custom official-account official-account-publish open-data open-data-item open-data-list
  open-container aria-component native-component store-home store-product store-coupon store-gift
  grid-view grid-builder list-view list-builder sticky-header sticky-section snapshot draggable-sheet
  nested-scroll-header nested-scroll-body tap-gesture-handler double-tap-gesture-handler scale-gesture-handler
  force-press-gesture-handler pan-gesture-handler vertical-drag-gesture-handler horizontal-drag-gesture-handler
  long-press-gesture-handler`.split(/\s+/),
)
