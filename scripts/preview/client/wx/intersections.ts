import type { Element as EngineElement, GeneralComponent } from 'glass-easel'

export interface IntersectionOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

/** In px by which the area grows; what is left out is 0. */
type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>

export interface Intersections {
  /** The last area that is named counts. @default the page */
  relativeTo(selector: string, margins?: Margins): Intersections
  relativeToViewport(margins?: Margins): Intersections
  observe(selector: string, heard: (result: object) => void): void
  disconnect(): void
}

/**
 * Watches elements of a component as they come into an area and leave it. In place of glass-easel's own, which takes no
 * margins that are left out, and tells at first of what did not change.
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/wx.createIntersectionObserver.html
 */
export function createIntersections(
  component: GeneralComponent,
  { thresholds = [0], initialRatio = 0, observeAll = false }: IntersectionOptions = {},
): Intersections {
  const shadowRoot = component.getShadowRoot()
  const observers: IntersectionObserver[] = []
  let area: { selector?: string; margins: Margins } = { margins: {} }

  function watch(element: EngineElement, heard: (result: object) => void): void {
    const target = nodeOf(element)
    const relative = area.selector === undefined ? undefined : find(area.selector)
    if (!target || (area.selector !== undefined && !relative)) return
    const { top = 0, right = 0, bottom = 0, left = 0 } = area.margins
    let ratio = initialRatio
    const tell = (entry: IntersectionObserverEntry) => {
      const before = ratio
      ratio = entry.intersectionRatio
      if (!isCrossed(thresholds, before, ratio)) return
      heard({
        id: element.id,
        dataset: element.dataset,
        intersectionRatio: ratio,
        intersectionRect: entry.intersectionRect,
        boundingClientRect: entry.boundingClientRect,
        relativeRect: entry.rootBounds,
        time: entry.time,
      })
    }
    const observer = new IntersectionObserver(entries => entries.forEach(tell), {
      root: relative ?? viewportOf(target),
      rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
      threshold: thresholds,
    })
    observer.observe(target)
    observers.push(observer)
  }

  const find = (selector: string) => nodeOf(shadowRoot?.querySelector(selector) ?? undefined)
  const intersections: Intersections = {
    relativeTo(selector, margins = {}) {
      area = { selector, margins }
      return intersections
    },
    relativeToViewport(margins = {}) {
      area = { margins }
      return intersections
    },
    observe(selector, heard) {
      const found = shadowRoot?.querySelectorAll(selector) ?? []
      for (const element of observeAll ? found : found.slice(0, 1)) watch(element, heard)
    },
    disconnect() {
      for (const observer of observers.splice(0)) observer.disconnect()
    },
  }
  return intersections
}

function isCrossed(thresholds: readonly number[], before: number, now: number): boolean {
  const [least, greatest] = before < now ? [before, now] : [now, before]
  return least !== greatest && thresholds.some(threshold => least <= threshold && threshold <= greatest)
}

function nodeOf(element: EngineElement | undefined): HTMLElement | undefined {
  return element?.getBackendElement() as unknown as HTMLElement | undefined
}

/** The part of the screen that the page has: by what scrolls it, or past that, what is fixed. */
function viewportOf(target: HTMLElement): Element | Document {
  for (let at: HTMLElement | null = target; at; at = at.parentElement) {
    if (at.classList.contains('page-scroller')) return at
    if (getComputedStyle(at).position === 'fixed') return at.closest('.page-view') ?? at.ownerDocument
  }
  return target.ownerDocument
}
