import type { Manifest } from '../manifest'
import type { PageAddress } from '../outer'
import type { NavigationBar } from '../phone'
import { readQuery } from './address'
import type { Engine } from './engine'
import { type Look, lookOf } from './looks'
import type { StackPage } from './page-stack'
import { createPageView, type PageView } from './page-view'

/** A page that is open. */
export interface Page extends StackPage {
  /** What `getCurrentPages()` gives. */
  readonly caller: Record<string, unknown>
  readonly view: PageView
  /** The bar above it: its settings, and what it changed since. */
  readonly bar: Required<NavigationBar>
  setBar(change: NavigationBar): void
  setTheme(theme: 'light' | 'dark'): void
  look(): Look
}

export interface PageOptions {
  manifest: Manifest
  engine: Engine
  /** What holds the views of all pages. */
  parent: HTMLElement
  theme: 'light' | 'dark'
  onError(error: unknown): void
}

/** Makes a page and runs `onLoad`; `onReady` follows when it was drawn. */
export function openPage(address: PageAddress, options: PageOptions): Page {
  const { manifest, engine, parent, onError } = options
  const { path, query } = address
  let look = lookOf(manifest, path, options.theme)
  let changed: NavigationBar = {}
  const instance = engine.create(address)
  const { caller } = instance
  const call = (name: string, ...values: unknown[]) => {
    const listener = caller[name]
    if (typeof listener !== 'function') return
    try {
      listener.apply(caller, values)
    } catch (error) {
      onError(error)
    }
  }
  const view = createPageView(look, {
    onPullDownRefresh: () => call('onPullDownRefresh'),
    onReachBottom: () => call('onReachBottom'),
    onPageScroll: scrollTop => call('onPageScroll', { scrollTop }),
  })
  parent.append(view.element)
  const values = readQuery(query)
  Object.assign(caller, { route: path, options: values })
  instance.attach(view.content)
  call('onLoad', values)
  let isReady = false
  return {
    address,
    caller,
    view,
    get bar() {
      const { title, navigationBackground: background, navigationFront: front } = look
      return { title, background, front, loading: false, ...changed }
    },
    setBar(change) {
      changed = { ...changed, ...change }
    },
    setTheme(theme) {
      look = lookOf(manifest, path, theme)
      view.apply(look)
    },
    look: () => look,
    show(move) {
      view.show(move)
      instance.tell('show')
      call('onShow')
      if (isReady) return
      isReady = true
      setTimeout(() => call('onReady'))
    },
    hide() {
      view.hide()
      instance.tell('hide')
      call('onHide')
    },
    unload() {
      call('onUnload')
      instance.release()
      view.element.remove()
    },
  }
}
