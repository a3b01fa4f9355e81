import { builtIn } from '../built-in'

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

    const side = () =>
      (values().vertical ? track.clientHeight : track.clientWidth) / values().displayMultipleItems || 1
    const draw = () => {
      const { current, indicatorDots, indicatorColor, indicatorActiveColor } = values()
      dots.hidden = !indicatorDots
      while (dots.childElementCount < track.childElementCount) dots.append(make('span'))
      while (dots.childElementCount > track.childElementCount) dots.lastElementChild?.remove()
      for (const [index, dot] of [...dots.children].entries())
        (dot as HTMLElement).style.backgroundColor = index === current ? indicatorActiveColor : indicatorColor
    }
    const go = (index: number, behavior: ScrollBehavior) => {
      const at = index * side()
      track.scrollTo?.(values().vertical ? { top: at, behavior } : { left: at, behavior })
    }
    track.addEventListener('pointerdown', () => {
      source = 'touch'
    })
    track.addEventListener('scroll', () => {
      const index = Math.round((values().vertical ? track.scrollTop : track.scrollLeft) / side())
      if (index === values().current) return
      change({ current: index })
      draw()
      fire('change', { current: index, source, currentItemId: '' })
      source = ''
    })
    track.addEventListener('scrollend', () => fire('animationfinish', { current: values().current, source }))
    const play = () => {
      clearInterval(timer)
      const { autoplay, interval } = values()
      if (!autoplay || !host.isConnected) return
      timer = setInterval(() => {
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
        if (
          changed.has('current') &&
          Math.round((values().vertical ? track.scrollTop : track.scrollLeft) / side()) !== current
        )
          go(current, host.isConnected ? 'smooth' : 'auto')
        if (changed.has('autoplay') || changed.has('interval')) play()
      },
      attached() {
        observer.observe(track, { childList: true })
        draw()
        go(values().current, 'auto')
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
