/** How far the page follows a finger that pulls it, and stays while it refreshes; in px. */
const REST = 60
/** Pulled further than this, it refreshes when it is let go. */
const ENOUGH = 50
const FARTHEST = 120

export interface PullDown {
  /** As if the user had pulled. */
  start(): void
  stop(): void
}

export interface PullDownOptions {
  /** What scrolls; it can be pulled where it cannot scroll up any more. */
  scroller: HTMLElement
  /** What moves down with the finger. */
  moved: HTMLElement
  /** The sign that is uncovered. */
  sign: HTMLElement
  canPull(): boolean
  onRefresh(): void
}

/** Pulling a page down, with a finger or with the mouse. */
export function pullDown({ scroller, moved, sign, canPull, onRefresh }: PullDownOptions): PullDown {
  let from: number | undefined
  let pulled = 0
  let isRefreshing = false

  const move = (distance: number, isSmooth: boolean) => {
    pulled = distance
    moved.classList.toggle('is-settling', isSmooth)
    moved.style.transform = distance === 0 ? '' : `translateY(${distance}px)`
    sign.hidden = distance === 0
  }
  const refresh = () => {
    isRefreshing = true
    move(REST, true)
    sign.classList.add('is-turning')
    onRefresh()
  }
  const begin = (y: number, target: EventTarget | null) => {
    // there a drag selects text
    const isField = target instanceof Element && target.matches('input, textarea')
    from = canPull() && !isRefreshing && !isField && scroller.scrollTop <= 0 ? y : undefined
  }
  const follow = (y: number, event: Event) => {
    if (from === undefined) return
    const distance = Math.min((y - from) / 2, FARTHEST)
    if (distance <= 0 && pulled === 0) return
    event.preventDefault()
    move(Math.max(distance, 0), false)
  }
  const end = () => {
    if (from === undefined) return
    from = undefined
    if (pulled >= ENOUGH) refresh()
    else if (pulled > 0) move(0, true)
  }

  scroller.addEventListener('touchstart', event => begin(event.touches[0]?.clientY ?? 0, event.target), {
    passive: true,
  })
  scroller.addEventListener('touchmove', event => follow(event.touches[0]?.clientY ?? 0, event), {
    passive: false,
  })
  scroller.addEventListener('touchend', end)
  scroller.addEventListener('touchcancel', end)
  scroller.addEventListener('mousedown', event => {
    if (event.button !== 0) return
    begin(event.clientY, event.target)
    const ended = new AbortController()
    const { signal } = ended
    document.addEventListener('mousemove', moving => follow(moving.clientY, moving), { signal })
    document.addEventListener(
      'mouseup',
      () => {
        ended.abort()
        end()
      },
      { signal },
    )
  })
  return {
    start() {
      if (isRefreshing || !canPull()) return
      refresh()
    },
    stop() {
      isRefreshing = false
      sign.classList.remove('is-turning')
      move(0, true)
    },
  }
}
