import { element } from '../screen/element'
import { SIZES } from './frame'
import type { Settings } from './settings'

export interface ToolbarEvents {
  onWidth(width: number): void
  onTheme(theme: 'light' | 'dark'): void
  onRestart(): void
}

/** What stands above the phone. */
export function fillToolbar(toolbar: HTMLElement, { width, theme }: Settings, events: ToolbarEvents): void {
  const size = element('select', 'tool') as HTMLSelectElement
  size.setAttribute('aria-label', 'Width of the phone')
  for (const [known] of SIZES) size.append(new Option(`${known} px`, String(known), false, known === width))
  size.addEventListener('change', () => events.onWidth(Number(size.value)))

  const themes = (['light', 'dark'] as const).map(name => {
    const button = tool(name === 'light' ? 'Light' : 'Dark')
    button.addEventListener('click', () => {
      mark(name)
      events.onTheme(name)
    })
    return { name, button }
  })
  const mark = (chosen: string) => {
    for (const { name, button } of themes) button.setAttribute('aria-pressed', String(name === chosen))
  }
  mark(theme)
  const restart = tool('Restart')
  restart.title = 'Start the mini program anew, at its home page'
  restart.addEventListener('click', events.onRestart)
  const group = element('div', 'tool-group', ...themes.map(({ button }) => button))
  toolbar.append(size, group, restart)
}

function tool(text: string): HTMLButtonElement {
  const button = element('button', 'tool', text) as HTMLButtonElement
  button.type = 'button'
  return button
}
