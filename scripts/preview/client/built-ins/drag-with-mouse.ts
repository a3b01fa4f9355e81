import { TAP_DISTANCE } from './touches'

export type Axis = 'x' | 'y'

export interface DragOptions {
  /** The direction in which the mouse may move it now. */
  axis(): Axis | undefined
  began?(): void
  /** @param moved how far it was scrolled, in px */
  ended?(moved: number): void
}

/** What the mouse has a use of its own for. */
const OTHER_USES = 'input, textarea, .wx-text-selectable'
const MAIN_BUTTON = 0

/** Lets the mouse scroll what browsers let only a finger or the wheel scroll. */
export function dragWithMouse(area: HTMLElement, { axis, began, ended }: DragOptions): void {
  area.addEventListener('pointerdown', down => {
    if (down.pointerType !== 'mouse' || down.button !== MAIN_BUTTON) return
    if ((down.target as Element).closest(OTHER_USES)) return
    const { scrollLeft, scrollTop } = area
    let dragged: Axis | undefined
    const over = new AbortController()
    const onMove = (move: PointerEvent) => {
      const x = down.clientX - move.clientX
      const y = down.clientY - move.clientY
      if (dragged === undefined) {
        if (Math.max(Math.abs(x), Math.abs(y)) <= TAP_DISTANCE) return
        const direction = Math.abs(x) > Math.abs(y) ? 'x' : 'y'
        // what is inside is asked first, and takes the whole drag
        if (direction !== axis() || move.defaultPrevented || !canScroll(area, direction)) return over.abort()
        dragged = direction
        move.preventDefault()
        began?.()
      }
      if (dragged === 'x') area.scrollLeft = scrollLeft + x
      else area.scrollTop = scrollTop + y
    }
    const onUp = () => {
      over.abort()
      if (dragged) ended?.(dragged === 'x' ? area.scrollLeft - scrollLeft : area.scrollTop - scrollTop)
    }
    // the mouse may leave the area while it is held down
    const { ownerDocument: document } = area
    document.addEventListener('pointermove', onMove, { signal: over.signal })
    for (const type of ['pointerup', 'pointercancel'] as const)
      document.addEventListener(type, onUp, { signal: over.signal })
  })
}

function canScroll(area: HTMLElement, direction: Axis): boolean {
  return direction === 'x' ? area.scrollWidth > area.clientWidth : area.scrollHeight > area.clientHeight
}
