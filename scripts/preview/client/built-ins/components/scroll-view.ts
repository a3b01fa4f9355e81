import { builtIn } from '../built-in'
import { dragWithMouse } from '../drag-with-mouse'
import { missingOnce } from '../missing-once'

interface ScrollViewValues {
  scrollX: boolean
  scrollY: boolean
  upperThreshold: number
  lowerThreshold: number
  scrollTop: number
  scrollLeft: number
  scrollIntoView: string
  scrollWithAnimation: boolean
  enableBackToTop: boolean
  enableFlex: boolean
  showScrollbar: boolean
  enhanced: boolean
  bounces: boolean
  type: string
  refresherEnabled: boolean
  refresherThreshold: number
  refresherDefaultStyle: string
  refresherBackground: string
  refresherTriggered: boolean
}

/**
 * What browsers scroll, without the refresher that a finger pulls down.
 * https://developers.weixin.qq.com/miniprogram/dev/component/scroll-view.html
 */
export const scrollView = builtIn<ScrollViewValues>({
  properties: {
    scrollX: { type: Boolean, value: false },
    scrollY: { type: Boolean, value: false },
    upperThreshold: { type: Number, value: 50 },
    lowerThreshold: { type: Number, value: 50 },
    scrollTop: { type: Number, value: 0 },
    scrollLeft: { type: Number, value: 0 },
    scrollIntoView: { type: String, value: '' },
    scrollWithAnimation: { type: Boolean, value: false },
    enableBackToTop: { type: Boolean, value: false },
    enableFlex: { type: Boolean, value: false },
    showScrollbar: { type: Boolean, value: true },
    enhanced: { type: Boolean, value: false },
    bounces: { type: Boolean, value: true },
    type: { type: String, value: '' },
    refresherEnabled: { type: Boolean, value: false },
    refresherThreshold: { type: Number, value: 45 },
    refresherDefaultStyle: { type: String, value: 'black' },
    refresherBackground: { type: String, value: '#FFF' },
    refresherTriggered: { type: Boolean, value: false },
  },
  create({ host, component, services, make, values, fire }) {
    const area = make('div', 'wx-scroll-area')
    host.append(area)
    dragWithMouse(area, { axis: () => (values().scrollX ? 'x' : undefined) })
    let last = { top: 0, left: 0 }
    area.addEventListener('scroll', () => {
      const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = area
      const { upperThreshold: upper, lowerThreshold: lower } = values()
      const deltaX = last.left - scrollLeft
      const deltaY = last.top - scrollTop
      fire('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY })
      const below = {
        now: scrollHeight - clientHeight - scrollTop,
        before: scrollHeight - clientHeight - last.top,
      }
      const right = {
        now: scrollWidth - clientWidth - scrollLeft,
        before: scrollWidth - clientWidth - last.left,
      }
      if (scrollTop <= upper && last.top > upper) fire('scrolltoupper', { direction: 'top' })
      if (scrollLeft <= upper && last.left > upper) fire('scrolltoupper', { direction: 'left' })
      if (below.now <= lower && below.before > lower) fire('scrolltolower', { direction: 'bottom' })
      if (right.now <= lower && right.before > lower) fire('scrolltolower', { direction: 'right' })
      last = { top: scrollTop, left: scrollLeft }
    })
    const scroll = (
      changed: ReadonlySet<string>,
      behavior: ScrollBehavior = values().scrollWithAnimation ? 'smooth' : 'auto',
    ) => {
      const { scrollTop, scrollLeft, scrollIntoView } = values()
      if (changed.has('scrollTop')) area.scrollTo?.({ top: scrollTop, behavior })
      if (changed.has('scrollLeft')) area.scrollTo?.({ left: scrollLeft, behavior })
      if (changed.has('scrollIntoView') && scrollIntoView !== '') {
        const target = component.ownerShadowRoot
          ?.getElementById(scrollIntoView)
          ?.getBackendElement() as unknown
        if (target) (target as Element).scrollIntoView({ behavior, block: 'start', inline: 'nearest' })
      }
    }
    return {
      slot: area,
      update(changed) {
        const { scrollX, scrollY, enableFlex, showScrollbar } = values()
        area.style.overflowX = scrollX ? 'auto' : 'hidden'
        area.style.overflowY = scrollY ? 'auto' : 'hidden'
        area.classList.toggle('wx-scroll-flex', enableFlex)
        area.classList.toggle('wx-scroll-bare', !showScrollbar)
        if (changed.has('refresherEnabled') && values().refresherEnabled)
          missingOnce(services, 'scroll-view refresher-enabled')
        scroll(changed)
      },
      // what is inside has its size only now
      attached: () => scroll(new Set(['scrollTop', 'scrollLeft', 'scrollIntoView']), 'auto'),
    }
  },
})
