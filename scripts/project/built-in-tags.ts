/**
 * The components that every mini program has without declaring them, and the tags of WXML itself.
 * https://developers.weixin.qq.com/miniprogram/dev/component/
 */
export const BUILT_IN_TAGS: ReadonlySet<string> = new Set(
  `
  block template import include slot wxs
  view scroll-view swiper swiper-item movable-area movable-view cover-view cover-image match-media page-container
  root-portal share-element grid-view list-view sticky-header sticky-section list-builder grid-builder snapshot span
  nested-scroll-header nested-scroll-body open-container draggable-sheet
  double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler long-press-gesture-handler
  pan-gesture-handler scale-gesture-handler tap-gesture-handler vertical-drag-gesture-handler
  icon progress rich-text text selection
  button checkbox checkbox-group editor editor-portal form input keyboard-accessory label picker picker-view
  picker-view-column radio radio-group slider switch textarea
  navigator functional-page-navigator
  animation-video animation-view audio camera channel-live channel-video image live-player live-pusher video voip-room
  map canvas web-view page-meta navigation-bar custom-wrapper native-component aria-component
  ad ad-custom official-account official-account-publish open-data open-data-list open-data-item
  store-home store-product store-gift store-coupon
  `
    .split(/\s+/)
    .filter(name => name !== ''),
)

/** What people who know the web write, and what it is called here. */
export const WEB_TAGS: Readonly<Record<string, string>> = {
  a: 'navigator',
  article: 'view',
  div: 'view',
  footer: 'view',
  h1: 'view',
  h2: 'view',
  h3: 'view',
  header: 'view',
  img: 'image',
  li: 'view',
  main: 'view',
  nav: 'view',
  ol: 'view',
  p: 'view',
  section: 'view',
  select: 'picker',
  table: 'view',
  ul: 'view',
}
