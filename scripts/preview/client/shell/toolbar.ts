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
  size.setAttribute('aria-label', '手机宽度')
  for (const [known] of SIZES) size.append(new Option(`${known} px`, String(known), false, known === width))
  size.addEventListener('change', () => events.onWidth(Number(size.value)))

  const themes = (['light', 'dark'] as const).map(name => {
    const button = tool(name === 'light' ? '浅色' : '深色')
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
  const restart = tool('重新启动')
  restart.title = '从首页重新启动小程序'
  restart.addEventListener('click', events.onRestart)
  const group = element('div', 'tool-group', ...themes.map(({ button }) => button))
  toolbar.append(size, group, restart)
}

function tool(text: string): HTMLButtonElement {
  const button = element('button', 'tool', text) as HTMLButtonElement
  button.type = 'button'
  return button
}
