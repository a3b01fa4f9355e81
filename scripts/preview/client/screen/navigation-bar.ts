import { element } from './element'

export interface BarState {
  title: string
  loading: boolean
  background: string
  front: 'black' | 'white'
  /** What stands on the left: `home` if the stack begins with another page than the first. */
  left: 'back' | 'home' | 'nothing'
  /** Without a title and a background: the page draws there itself. */
  isCustom: boolean
}

export interface Bar {
  readonly element: HTMLElement
  show(state: BarState): void
}

/** The status bar and the navigation bar. */
export function createNavigationBar(onLeft: () => void): Bar {
  const back = element('button', 'bar-left')
  const spinner = element('span', 'bar-spinner')
  const title = element('span', 'bar-title')
  const status = element('div', 'status-bar', element('span', 'status-time', '9:41'), statusIcons())
  status.setAttribute('aria-hidden', 'true')
  const capsule = element('div', 'capsule', element('i', 'capsule-more'), element('i', 'capsule-close'))
  capsule.setAttribute('aria-hidden', 'true')
  const middle = element('div', 'bar-middle', spinner, title)
  const bar = element('div', 'top-bar', status, element('div', 'navigation-bar', back, middle, capsule))
  back.addEventListener('click', onLeft)
  return {
    element: bar,
    show({ title: text, loading, background, front, left, isCustom }) {
      bar.style.backgroundColor = isCustom ? 'transparent' : background
      bar.dataset.front = front
      bar.dataset.custom = String(isCustom)
      title.textContent = isCustom ? '' : text
      spinner.hidden = isCustom || !loading
      back.hidden = isCustom || left === 'nothing'
      back.dataset.kind = left
      back.setAttribute('aria-label', left === 'home' ? '首页' : '返回')
    },
  }
}

function statusIcons(): HTMLElement {
  const bars = element('i', 'status-signal', ...[1, 2, 3, 4].map(() => element('b')))
  return element('span', 'status-icons', bars, element('i', 'status-battery'))
}
