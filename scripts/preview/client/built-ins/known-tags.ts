/** Whether the preview has a built-in component, or shows only where it would be. */
export type TagState = 'implemented' | 'placeholder'

const implemented = `
  view text button input textarea image icon progress scroll-view swiper swiper-item switch slider picker
  checkbox checkbox-group radio radio-group form label navigator
  cover-view cover-image rich-text root-portal custom-wrapper page-meta navigation-bar
`

const placeholder = `
  page-container match-media movable-area movable-view share-element selection span
  editor editor-portal keyboard-accessory picker-view picker-view-column functional-page-navigator
  audio video camera live-player live-pusher voip-room animation-view animation-video channel-live channel-video
  map canvas web-view ad ad-custom official-account official-account-publish
  open-data open-data-list open-data-item open-container native-component aria-component
  store-home store-product store-coupon store-gift
  snapshot draggable-sheet sticky-header sticky-section list-view list-builder grid-view grid-builder
  nested-scroll-header nested-scroll-body
  double-tap-gesture-handler force-press-gesture-handler horizontal-drag-gesture-handler long-press-gesture-handler
  pan-gesture-handler scale-gesture-handler tap-gesture-handler vertical-drag-gesture-handler
`

const names = (text: string) => text.split(/\s+/).filter(name => name !== '')

/**
 * Every built-in component of the mini program; the tags of WXML itself, such as `block`, are none.
 * https://developers.weixin.qq.com/miniprogram/dev/component/
 */
export const knownTags: Readonly<Record<string, TagState>> = Object.fromEntries([
  ...names(implemented).map(name => [name, 'implemented'] as const),
  ...names(placeholder).map(name => [name, 'placeholder'] as const),
])
