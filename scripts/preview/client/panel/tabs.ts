import { element } from '../screen/element'

/** One of the things that the panel shows. */
export interface Tab {
  readonly name: string
  readonly element: HTMLElement
  /** It is shown now, or not any more. */
  onShown?(isShown: boolean): void
  /** Set by the tabs: what stands beside the name, and whether it is about a failure. */
  setBadge?: (text: string, isBad: boolean) => void
}

let lastId = 0

/** Tabs, of which one is shown. The arrow keys go from one to the next. */
export function createTabs(tabs: readonly Tab[]): { element: HTMLElement } {
  const list = element('div', 'side-tabs')
  list.setAttribute('role', 'tablist')
  const buttons = tabs.map((tab, index) => {
    lastId += 1
    const badge = element('span', 'side-badge')
    const button = element('button', 'side-tab', tab.name, badge)
    button.id = `side-tab-${lastId}`
    button.setAttribute('role', 'tab')
    tab.element.setAttribute('role', 'tabpanel')
    tab.element.setAttribute('aria-labelledby', button.id)
    tab.setBadge = (text, isBad) => {
      badge.textContent = text
      badge.classList.toggle('is-bad', isBad)
    }
    button.addEventListener('click', () => show(index))
    return button
  })
  list.append(...buttons)
  list.addEventListener('keydown', event => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = (shown + step + tabs.length) % tabs.length
    show(next)
    buttons[next]?.focus()
  })

  let shown = -1
  function show(index: number): void {
    if (index === shown) return
    const before = tabs[shown]
    shown = index
    for (const [at, button] of buttons.entries()) {
      button.setAttribute('aria-selected', String(at === index))
      button.tabIndex = at === index ? 0 : -1
    }
    for (const [at, tab] of tabs.entries()) tab.element.hidden = at !== index
    before?.onShown?.(false)
    tabs[index]?.onShown?.(true)
  }
  show(0)
  return { element: element('div', 'side-body', list, ...tabs.map(tab => tab.element)) }
}
