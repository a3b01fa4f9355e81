/**
 * Keeps from an element the clicks of presses that began outside of it. A finger's click comes after its tap, and would
 * meet what the tap has put up, such as the mask of a dialog or a button on it.
 */
export function ownClicksOnly(element: HTMLElement): void {
  let isOwn = false
  element.ownerDocument.addEventListener(
    'pointerdown',
    ({ target }) => {
      isOwn = element.contains(target as Node)
    },
    { capture: true },
  )
  // the mouse button would move the focus
  for (const type of ['mousedown', 'click'] as const)
    element.addEventListener(
      type,
      event => {
        // a click without a press is one of the keyboard
        if (isOwn || event.detail === 0) return
        event.stopPropagation()
        event.preventDefault()
      },
      { capture: true },
    )
}
