import type { GeneralComponent, StyleSegmentIndex } from 'glass-easel'
import type { Property } from './built-in'

/** What `view`, `button` and `navigator` share. */
export interface HoverValues {
  hoverClass: string
  hoverStopPropagation: boolean
  /** Milliseconds from the touch to the class. */
  hoverStartTime: number
  /** Milliseconds that it stays after the touch. */
  hoverStayTime: number
}

export function hoverProperties(
  hoverClass: string,
  start: number,
  stay: number,
): Record<keyof HoverValues, Property> {
  return {
    hoverClass: { type: String, value: hoverClass },
    hoverStopPropagation: { type: Boolean, value: false },
    hoverStartTime: { type: Number, value: start },
    hoverStayTime: { type: Number, value: stay },
  }
}

/** Events whose hover ends below: what is around it does not react. */
const stopped = new WeakSet<object>()

/** Of the classes and styles on a node, those that come from inside the component. */
export const OWN_SEGMENT = 3 as StyleSegmentIndex

/**
 * Gives a component the hover class of the page while a finger is on it.
 *
 * @param isOff whether it does not take part just now
 */
export function addHover(
  component: GeneralComponent,
  values: () => HoverValues,
  isOff: () => boolean = () => false,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let on = ''

  const off = () => {
    component.setNodeClass('', OWN_SEGMENT)
    on = ''
  }
  component.addListener('touchstart', event => {
    const { hoverClass, hoverStartTime, hoverStopPropagation } = values()
    if (hoverClass === 'none' || hoverClass === '' || isOff() || stopped.has(touchOf(event))) return
    if (hoverStopPropagation) stopped.add(touchOf(event))
    clearTimeout(timer)
    timer = setTimeout(() => {
      on = hoverClass
      component.setNodeClass(hoverClass, OWN_SEGMENT)
    }, hoverStartTime)
  })
  const leave = (delay: number) => {
    clearTimeout(timer)
    if (on !== '') timer = setTimeout(off, delay)
  }
  component.addListener('canceltap', () => leave(0))
  component.addListener('touchend', () => leave(values().hoverStayTime))
  component.addListener('touchcancel', () => leave(0))
}

/** Each listener gets an object of its own, made from the one event. */
function touchOf(event: object): object {
  return Object.getPrototypeOf(event) as object
}
