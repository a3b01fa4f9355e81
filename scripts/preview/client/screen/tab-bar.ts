import { isJsonObject, type JsonObject, type Manifest } from '../manifest'
import { element } from './element'
import { themed } from './looks'

/** Paths of the pages that the tab bar leads to; none without a tab bar. */
export function tabPages({ app }: Manifest): string[] {
  return itemsOf(app).map(({ pagePath }) => String(pagePath).replace(/^\//, ''))
}

/** What `onTabItemTap` of a page hears. */
export interface Tab {
  index: number
  pagePath: string
  text: string
}

export interface TabBar {
  readonly element: HTMLElement
  /** Hidden for a page that is none of its own. */
  show(path: string, theme: 'light' | 'dark'): void
}

/** https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar */
export function createTabBar(manifest: Manifest, onTab: (tab: Tab) => void): TabBar {
  const paths = tabPages(manifest)
  const buttons = itemsOf(manifest.app).map((item, index) => {
    const button = element('button', 'tab', element('img', 'tab-icon'), element('span', 'tab-text'))
    const tab = { index, pagePath: paths[index] ?? '', text: text(item.text, '') }
    button.addEventListener('click', () => onTab(tab))
    return button
  })
  const bar = element('div', 'tab-bar', ...buttons)
  return {
    element: bar,
    show(path, theme) {
      bar.hidden = !paths.includes(path)
      if (bar.hidden) return
      const variables = manifest.theme[theme]
      const settings = themed(manifest.app.tabBar as JsonObject, variables)
      bar.style.backgroundColor = text(settings.backgroundColor, '#ffffff')
      bar.dataset.border = text(settings.borderStyle, 'black')
      for (const [index, item] of itemsOf(manifest.app).entries()) {
        const button = buttons[index]
        if (button) paint(button, themed(item, variables), settings, paths[index] === path)
      }
    },
  }
}

function paint(button: HTMLElement, item: JsonObject, settings: JsonObject, isSelected: boolean): void {
  const [icon, label] = button.children as unknown as [HTMLImageElement, HTMLElement]
  const source = text(isSelected ? item.selectedIconPath : item.iconPath, '')
  icon.hidden = source === ''
  if (source !== '') icon.src = `/${source.replace(/^\//, '')}`
  label.textContent = text(item.text, '')
  label.style.color = isSelected ? text(settings.selectedColor, '#07c160') : text(settings.color, '#7a7e83')
  button.setAttribute('aria-current', isSelected ? 'page' : 'false')
}

function itemsOf(app: JsonObject): JsonObject[] {
  const list = isJsonObject(app.tabBar) ? app.tabBar.list : undefined
  return Array.isArray(list) ? list.filter(isJsonObject) : []
}

function text(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
