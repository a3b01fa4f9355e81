import type { EventChannel } from '../event-channel'
import type { Manifest } from '../manifest'
import type { Outer } from '../outer'
import type { Phone } from '../phone'
import { homeOf, readAddress } from './address'
import { element } from './element'
import type { Engine } from './engine'
import { createNavigationBar } from './navigation-bar'
import { openPage, type Page } from './page'
import { PageStack } from './page-stack'
import { createTabBar, tabPages } from './tab-bar'

const STATUS_BAR_HEIGHT = 44

export interface PhoneOptions {
  manifest: Manifest
  outer: Outer
  engine: Engine
  onError(error: unknown): void
}

/** The phone with its page stack, for `wx`, and what only the screen itself needs. */
export interface RunningPhone extends Phone {
  readonly stack: PageStack<Page>
  setTheme(theme: 'light' | 'dark'): void
}

/** Builds the screen in this document: bars, pages, overlay. */
export function createPhone({ manifest, outer, engine, onError }: PhoneOptions): RunningPhone {
  let theme = outer.theme()
  const themeListeners: ((theme: 'light' | 'dark') => void)[] = []
  const tabs = tabPages(manifest)
  const parent = element('main', 'pages')
  const overlay = element('div', 'overlay')
  const stack = new PageStack<Page>({
    prepare: ({ path }) => told(() => engine.load(path)),
    open: (address, channel) =>
      told(() => openPage(address, { manifest, engine, parent, channel, theme: () => theme, onError })),
    isTab: path => tabs.includes(path),
    onChange() {
      draw()
      outer.moved(stack.pages.map(({ address }) => address))
    },
  })
  /** An error that keeps a page from being opened is told, whatever who asked for the page makes of it. */
  function told<T>(open: () => T): T {
    try {
      return open()
    } catch (error) {
      onError(error)
      throw error
    }
  }
  const home = homeOf(manifest)
  const bar = createNavigationBar(() => {
    if (stack.pages.length > 1) stack.navigateBack(1)
    else stack.reLaunch({ path: home, query: '' })
  })
  const tabBar = createTabBar(manifest, tab => {
    stack.switchTab({ path: tab.pagePath, query: '' })
    stack.shown?.tapTab(tab)
  })
  document.body.append(parent, bar.element, tabBar.element, overlay)
  engine.backend.watch(parent, () => stack.shown?.view.scrollTop() ?? 0)

  function draw(): void {
    const page = stack.shown
    if (!page) return
    const { path } = page.address
    const { isCustom } = page.look()
    const isFirst = stack.pages.length === 1
    const isHome = path === home || tabs.includes(path)
    bar.show({ ...page.bar, left: !isFirst ? 'back' : isHome ? 'nothing' : 'home', isCustom })
    tabBar.show(path, theme)
    const top = isCustom ? 0 : bar.element.offsetHeight
    parent.style.top = `${top}px`
    parent.style.bottom = `${tabBar.element.offsetHeight}px`
    document.documentElement.style.setProperty('--window-height', `${parent.clientHeight}px`)
  }
  addEventListener('resize', draw)

  type Move = 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab'
  const go = async (url: unknown, move: Move, channel?: EventChannel) => {
    const address = readAddress(url, stack.shown?.address.path ?? '', manifest.pages)
    // a page may ask while it is being opened itself
    await undefined
    stack[move](address, channel)
  }
  return {
    stack,
    overlay,
    pages: () => stack.pages.map(({ caller }) => caller),
    navigateTo: (url, channel) => go(url, 'navigateTo', channel),
    redirectTo: url => go(url, 'redirectTo'),
    reLaunch: url => go(url, 'reLaunch'),
    switchTab: url => go(url, 'switchTab'),
    async navigateBack(delta) {
      await undefined
      stack.navigateBack(delta)
    },
    setNavigationBar(change) {
      stack.shown?.setBar(change)
      draw()
    },
    startPullDownRefresh: () => stack.shown?.view.pull.start(),
    // it may be another page by now
    stopPullDownRefresh() {
      for (const { view } of stack.pages) view.pull.stop()
    },
    scrollTo: (top, duration) => stack.shown?.view.scrollTo(top, duration),
    size: () => ({
      width: innerWidth,
      height: innerHeight,
      statusBarHeight: STATUS_BAR_HEIGHT,
      windowHeight: parent.clientHeight,
    }),
    theme: () => theme,
    onThemeChange: listener => themeListeners.push(listener),
    setTheme(changed) {
      theme = changed
      document.documentElement.dataset.theme = changed
      for (const page of stack.pages) page.repaint()
      draw()
      for (const listener of themeListeners) listener(changed)
    },
  }
}
