/** One finger, as events of the mini program carry it. In px; `page*` from the top of the page, `client*` from what is seen of it. */
export interface Touch {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
  force: number
}

/** What the finger does. The mouse counts as one. */
export type TouchType =
  | 'touchstart'
  | 'touchmove'
  | 'touchend'
  | 'touchcancel'
  | 'tap'
  | 'longpress'
  | 'canceltap'

/** `detail` is where it happened, and empty for `touch*`. */
export interface TouchReport {
  type: TouchType
  target: Element
  detail: { x: number; y: number } | Record<string, never>
  touches: Touch[]
  changedTouches: Touch[]
  original: Event
}

export interface TouchOptions {
  /** Where the page begins on the screen, and how far it is scrolled; in px. */
  page(): { left: number; top: number; scrollTop: number }
  /** Returns true if the browser must not do what it does by itself. */
  report(touch: TouchReport): boolean
  /** Whether somebody waits for this on the way up from an element. */
  isAwaited(type: TouchType, target: Element): boolean
}

interface Press {
  target: Element
  x: number
  y: number
  timer: ReturnType<typeof setTimeout>
  /** Moved too far, or answered as a long press. */
  isOver: boolean
}

/** What moves further than this is no tap; in px. */
export const TAP_DISTANCE = 10
/** https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html */
const LONG_PRESS_MS = 350
/** A browser sends the events of a mouse after those of a finger. */
const MOUSE_ECHO_MS = 800
const MOUSE = 0

/**
 * Turns fingers and the mouse inside an element into the events of the mini program. A mouse after a finger counts
 * again as soon as it cannot be the finger's echo.
 *
 * @returns ends it
 */
export function watchTouches(root: HTMLElement, options: TouchOptions): () => void {
  const presses = new Map<number, Press>()
  let lastTouchAt = Number.NEGATIVE_INFINITY
  let mouseTarget: Element | undefined

  const touchOf = ({ clientX, clientY }: { clientX: number; clientY: number }, identifier: number): Touch => {
    const { left, top, scrollTop } = options.page()
    const at = { x: clientX - left, y: clientY - top }
    return { identifier, clientX: at.x, clientY: at.y, pageX: at.x, pageY: at.y + scrollTop, force: 1 }
  }

  const begin = (target: Element, touch: Touch, original: Event) => {
    const { identifier, pageX: x, pageY: y } = touch
    const press: Press = {
      target,
      x: touch.clientX,
      y: touch.clientY,
      isOver: false,
      timer: setTimeout(late, LONG_PRESS_MS),
    }
    presses.set(identifier, press)
    function late() {
      if (press.isOver) return
      press.isOver = options.isAwaited('longpress', target)
      options.report({
        type: 'longpress',
        target,
        detail: { x, y },
        touches: [touch],
        changedTouches: [touch],
        original,
      })
    }
  }

  const move = (touch: Touch, original: Event) => {
    const press = presses.get(touch.identifier)
    if (press && !press.isOver && isFar(press, touch)) cancel(press, touch, original)
  }

  const end = (touch: Touch, original: Event) => {
    const press = presses.get(touch.identifier)
    if (!press) return
    presses.delete(touch.identifier)
    clearTimeout(press.timer)
    if (press.isOver) return
    if (isFar(press, touch)) return cancel(press, touch, original)
    const { pageX: x, pageY: y } = touch
    options.report({
      type: 'tap',
      target: press.target,
      detail: { x, y },
      touches: [],
      changedTouches: [touch],
      original,
    })
  }

  const cancel = (press: Press, touch: Touch, original: Event) => {
    press.isOver = true
    clearTimeout(press.timer)
    const { pageX: x, pageY: y } = touch
    options.report({
      type: 'canceltap',
      target: press.target,
      detail: { x, y },
      touches: [],
      changedTouches: [touch],
      original,
    })
  }

  const onTouch = (event: TouchEvent) => {
    lastTouchAt = event.timeStamp
    const target = event.target as Element
    const touches = [...event.touches].map(touch => touchOf(touch, touch.identifier))
    const changedTouches = [...event.changedTouches].map(touch => touchOf(touch, touch.identifier))
    const type = event.type as TouchType
    if (options.report({ type, target, detail: {}, touches, changedTouches, original: event }))
      event.preventDefault()
    for (const touch of changedTouches) {
      if (type === 'touchstart') begin(target, touch, event)
      else if (type === 'touchmove') move(touch, event)
      else if (type === 'touchend') end(touch, event)
      else {
        const press = presses.get(touch.identifier)
        presses.delete(touch.identifier)
        if (press && !press.isOver) cancel(press, touch, event)
      }
    }
  }

  const onMouse = (event: MouseEvent) => {
    if (event.button !== 0 || event.timeStamp - lastTouchAt < MOUSE_ECHO_MS) return
    const touch = touchOf(event, MOUSE)
    const asTouch = (type: TouchType, target: Element, touches: Touch[]) =>
      options.report({ type, target, detail: {}, touches, changedTouches: [touch], original: event })
    if (event.type === 'mousedown') {
      mouseTarget = event.target as Element
      asTouch('touchstart', mouseTarget, [touch])
      begin(mouseTarget, touch, event)
    } else if (mouseTarget && event.type === 'mousemove') {
      asTouch('touchmove', mouseTarget, [touch])
      move(touch, event)
    } else if (mouseTarget) {
      asTouch('touchend', mouseTarget, [])
      mouseTarget = undefined
      end(touch, event)
    }
  }

  const ended = new AbortController()
  const listening = { capture: true, passive: false, signal: ended.signal }
  for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    root.addEventListener(type, onTouch, listening)
  root.addEventListener('mousedown', onMouse, listening)
  // the mouse may leave the phone while it is held down
  for (const type of ['mousemove', 'mouseup'] as const)
    root.ownerDocument.addEventListener(type, onMouse, listening)
  return () => {
    ended.abort()
    for (const { timer } of presses.values()) clearTimeout(timer)
  }
}

function isFar(press: Press, { clientX, clientY }: Touch): boolean {
  return Math.abs(press.x - clientX) > TAP_DISTANCE || Math.abs(press.y - clientY) > TAP_DISTANCE
}
