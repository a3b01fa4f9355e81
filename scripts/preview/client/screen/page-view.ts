import { element } from './element'
import type { Look } from './looks'
import { type PullDown, pullDown } from './pull-down'

/** The part of the screen that one page has. */
export interface PageView {
  readonly element: HTMLElement
  /** Where the page's own element is put. */
  readonly content: HTMLElement
  readonly pull: PullDown
  /** In px. */
  scrollTop(): number
  scrollTo(top: number, duration: number): void
  apply(look: Look): void
  /** @param move how it comes in */
  show(move: 'forward' | 'back' | 'at-once'): void
  hide(): void
}

export interface PageViewEvents {
  onPullDownRefresh(): void
  onReachBottom(): void
  onPageScroll(scrollTop: number): void
}

const MOVE_MS = 220

/** A page scrolls by itself; what is `fixed` in it stays where the page's part of the screen is. */
export function createPageView(look: Look, events: PageViewEvents): PageView {
  const sign = element('div', 'pull-sign', element('i'), element('i'), element('i'))
  sign.hidden = true
  const content = element('div', 'page-content')
  const scroller = element('div', 'page-scroller', content)
  const view = element('div', 'page-view', sign, scroller)
  let current = look
  const pull = pullDown({
    scroller,
    moved: scroller,
    sign,
    canPull: () => current.canPullDown,
    onRefresh: events.onPullDownRefresh,
  })

  let isAtBottom = false
  let height = 0
  scroller.addEventListener('scroll', () => {
    events.onPageScroll(scroller.scrollTop)
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop
    // what was loaded makes room to reach the bottom again
    const isNew = height !== scroller.scrollHeight
    const wasAtBottom = isAtBottom && !isNew
    isAtBottom = left <= current.reachBottomDistance
    height = scroller.scrollHeight
    if (isAtBottom && !wasAtBottom) events.onReachBottom()
  })

  const apply = (changed: Look) => {
    current = changed
    view.style.backgroundColor = changed.background
    sign.dataset.text = changed.backgroundText
    scroller.classList.toggle('is-still', !changed.canScroll)
  }
  apply(look)
  return {
    element: view,
    content,
    pull,
    scrollTop: () => scroller.scrollTop,
    scrollTo(top, duration) {
      scroller.scrollTo({ top, behavior: duration > 0 && !isCalm() ? 'smooth' : 'instant' })
    },
    apply,
    show(move) {
      view.classList.remove('is-hidden')
      if (move === 'at-once' || isCalm()) return
      const from = move === 'forward' ? 'translateX(100%)' : 'translateX(-24%)'
      view.animate(
        { transform: [from, 'none'] },
        { duration: MOVE_MS, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' },
      )
    },
    hide: () => view.classList.add('is-hidden'),
  }
}

/** Whether the user asked for less movement. */
function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
