import type { Context } from './built-in'

/** Lets a component be reached with the keyboard, where Space and Enter do what a tap does. */
export function onKeys(host: HTMLElement, act: () => void): void {
  host.tabIndex = 0
  host.addEventListener('keydown', event => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    act()
  })
}

/** A tap without a finger, in the middle of the component. */
export function tapOn({ host, fire }: Pick<Context<unknown>, 'host' | 'fire'>): void {
  const { left, top, width, height } = host.getBoundingClientRect()
  const options = { bubbles: true, composed: true, capturePhase: true }
  const extraFields = { touches: [], changedTouches: [] }
  fire('tap', { x: left + width / 2, y: top + height / 2 }, { ...options, extraFields })
}
