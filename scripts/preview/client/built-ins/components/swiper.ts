import type { GeneralComponent } from 'glass-easel'
import { hostedBy } from '../backend'
import { builtIn } from '../built-in'
import { dragWithMouse } from '../drag-with-mouse'

interface SwiperValues {
  indicatorDots: boolean
  indicatorColor: string
  indicatorActiveColor: string
  autoplay: boolean
  current: number
  interval: number
  duration: number
  circular: boolean
  vertical: boolean
  displayMultipleItems: number
}

/** How much of an item the mouse need not drag to reach the next one. */
const EASE = 0.3
/** Browsers round the places of scrolling; in items. */
const AT_REST = 0.02

/**
 * Slides that the browser scrolls and snaps; `circular` ends at the last one.
 * https://developers.weixin.qq.com/miniprogram/dev/component/swiper.html
 */
export const swiper = builtIn<SwiperValues>({
  properties: {
    indicatorDots: { type: Boolean, value: false },
    indicatorColor: { type: String, value: 'rgba(0, 0, 0, .3)' },
    indicatorActiveColor: { type: String, value: '#000000' },
    autoplay: { type: Boolean, value: false },
    current: { type: Number, value: 0 },
    interval: { type: Number, value: 5000 },
    duration: { type: Number, value: 500 },
    circular: { type: Boolean, value: false },
    vertical: { type: Boolean, value: false },
    displayMultipleItems: { type: Number, value: 1 },
  },
  create({ host, make, values, change, fire }) {
    const track = make('div', 'wx-swiper-track')
    const dots = make('div', 'wx-swiper-dots')
    host.append(track, dots)
    let timer: ReturnType<typeof setInterval> | undefined
    let source: '' | 'autoplay' | 'touch' = ''
    /** What the page was told last. */
    let told = 0
    /** Where the swiper moves by itself; the items on the way there are not told. */
    let heading: number | undefined
    let isHeld = false

    const side = () =>
      (values().vertical ? track.clientHeight : track.clientWidth) / values().displayMultipleItems || 1
    const position = () => (values().vertical ? track.scrollTop : track.scrollLeft) / side()
    const lastIndex = () => Math.max(0, track.childElementCount - values().displayMultipleItems)
    const where = () => {
      const item = track.children[told]
      const currentItemId = String((item && itemOf(item)?.data.itemId) ?? '')
      return { current: told, source, currentItemId }
    }
    const draw = () => {
      const { current, indicatorDots, indicatorColor, indicatorActiveColor } = values()
      dots.hidden = !indicatorDots
      while (dots.childElementCount < track.childElementCount) dots.append(make('span'))
      while (dots.childElementCount > track.childElementCount) dots.lastElementChild?.remove()
      for (const [index, dot] of [...dots.children].entries())
        (dot as HTMLElement).style.backgroundColor = index === current ? indicatorActiveColor : indicatorColor
    }
    const go = (index: number, behavior: ScrollBehavior) => {
      heading = behavior === 'smooth' ? Math.min(index, lastIndex()) : undefined
      const at = index * side()
      track.scrollTo?.(values().vertical ? { top: at, behavior } : { left: at, behavior })
    }
    const tell = () => {
      const index = Math.round(position())
      if (isHeld || index === told || (heading !== undefined && index !== Math.round(heading))) return
      told = index
      change({ current: index })
      draw()
      fire('change', where())
    }
    const touched = () => {
      source = 'touch'
      heading = undefined
    }
    for (const type of ['touchstart', 'wheel', 'keydown'] as const)
      track.addEventListener(type, touched, { passive: true })
    dragWithMouse(track, {
      axis: () => (values().vertical ? 'y' : 'x'),
      began() {
        touched()
        isHeld = true
        // the browser would not stop between two items
        track.style.scrollSnapType = 'none'
      },
      ended(moved) {
        isHeld = false
        const next = Math.round(position() + Math.sign(moved) * EASE)
        go(Math.min(Math.max(next, 0), lastIndex()), 'smooth')
        tell()
      },
    })
    track.addEventListener('scroll', tell)
    track.addEventListener('scrollend', () => {
      // the last step of a drag ends, too, before the way to the item does
      if (isHeld || (heading !== undefined && Math.abs(position() - heading) > AT_REST)) return
      heading = undefined
      track.style.scrollSnapType = ''
      fire('animationfinish', where())
    })
    const play = () => {
      clearInterval(timer)
      const { autoplay, interval } = values()
      if (!autoplay || !host.isConnected) return
      timer = setInterval(() => {
        if (isHeld) return
        source = 'autoplay'
        go((values().current + 1) % Math.max(1, track.childElementCount), 'smooth')
      }, interval)
    }
    const observer = new MutationObserver(draw)
    return {
      slot: track,
      update(changed) {
        host.toggleAttribute('vertical', values().vertical)
        track.style.setProperty('--shown', String(values().displayMultipleItems))
        draw()
        const { current } = values()
        if (changed.has('current') && Math.round(position()) !== current) {
          source = ''
          go(current, host.isConnected ? 'smooth' : 'auto')
        }
        if (changed.has('autoplay') || changed.has('interval')) play()
      },
      attached() {
        observer.observe(track, { childList: true })
        draw()
        told = values().current
        go(told, 'auto')
        play()
      },
      detached() {
        observer.disconnect()
        clearInterval(timer)
      },
    }
  },
})

export const swiperItem = builtIn<{ itemId: string; skipHiddenItemLayout: boolean }>({
  properties: { itemId: { type: String, value: '' }, skipHiddenItemLayout: { type: Boolean, value: false } },
  create: () => ({}),
})

function itemOf(element: Element): GeneralComponent | undefined {
  return hostedBy(element) as GeneralComponent | undefined
}
