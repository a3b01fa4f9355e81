import type { PreviewEvent } from '../phone'
import { element } from '../screen/element'
import { jsonView } from './json-view'
import type { Tab } from './tabs'

type Line = Exclude<PreviewEvent, { type: 'call' }>

const MAX_LINES = 500
const KINDS: Readonly<Record<string, string>> = { warn: 'is-warning', error: 'is-bad', debug: 'is-quiet' }

export interface ConsoleTab extends Tab {
  report(line: Line): void
}

/** What the mini program printed, what it did not catch, and what of `wx` it missed; newest last. */
export function consoleTab(): ConsoleTab {
  const list = element('div', 'side-list side-lines')
  const clear = element('button', 'side-action', '清空')
  const note = element('span', 'side-note')
  let troubles = 0
  let isFollowing = true
  const show = () => {
    note.textContent = list.childElementCount === 0 ? '还没有输出' : ''
    tab.setBadge?.(troubles > 0 ? String(troubles) : '', true)
  }
  list.addEventListener('scroll', () => {
    isFollowing = list.scrollTop + list.clientHeight >= list.scrollHeight - 8
  })
  clear.addEventListener('click', () => {
    list.replaceChildren()
    troubles = 0
    show()
  })
  const follow = () => {
    if (isFollowing) list.scrollTop = list.scrollHeight
  }
  const tab: ConsoleTab = {
    name: '控制台',
    element: element('section', 'side-panel', element('div', 'side-bar', note, clear), list),
    onShown: follow,
    report(line) {
      const row = rowOf(line)
      list.append(row)
      if (row.classList.contains('is-bad')) troubles += 1
      if (list.childElementCount > MAX_LINES) list.firstElementChild?.remove()
      show()
      follow()
    },
  }
  show()
  return tab
}

function rowOf(line: Line): HTMLElement {
  switch (line.type) {
    case 'started':
      return element('div', 'side-line is-start', '小程序启动')
    case 'missing-api':
      return element(
        'div',
        'side-line is-bad',
        element('code', '', line.name),
        ' 预览里没有，请在开发者工具或手机上试',
      )
    case 'error':
      return element('div', 'side-line is-bad', line.message, element('div', 'side-place', line.place ?? ''))
    case 'log': {
      const values = line.values.map(value =>
        typeof value === 'object' && value !== null
          ? jsonView(value)
          : element('span', '', `${String(value)} `),
      )
      return element('div', `side-line ${KINDS[line.level] ?? ''}`, ...values)
    }
  }
}
