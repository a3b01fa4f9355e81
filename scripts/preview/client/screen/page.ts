import { EventChannel } from '../event-channel'
import type { Manifest } from '../manifest'
import type { PageAddress } from '../outer'
import type { NavigationBar } from '../phone'
import { readQuery } from './address'
import type { Engine } from './engine'
import { type Look, lookOf } from './looks'
import type { StackPage } from './page-stack'
import { createPageView, type PageView } from './page-view'
import type { Tab } from './tab-bar'

/** A page that is open. */
export interface Page extends StackPage {
  /** What `getCurrentPages()` gives. */
  readonly caller: Record<string, unknown>
  readonly view: PageView
  /** The bar above it: its settings, and what it changed since. */
  readonly bar: Required<NavigationBar>
  setBar(change: NavigationBar): void
  /** Tells it that its tab was tapped. */
  tapTab(tab: Tab): void
  /** By its settings, and the theme as it is now. */
  look(): Look
  /** Takes over another theme. */
  repaint(): void
}

export interface PageOptions {
  manifest: Manifest
  engine: Engine
  /** What holds the views of all pages. */
  parent: HTMLElement
  /** To the page that opens it; without one nobody else has an end of it. */
  channel: EventChannel | undefined
  theme(): 'light' | 'dark'
  onError(error: unknown): void
}

/** Makes a page. `onLoad` runs when it is shown first: it is in the stack by then. `onReady` follows when it was drawn. */
export function openPage(address: PageAddress, options: PageOptions): Page {
  const { manifest, engine, parent, onError } = options
  const { path, query } = address
  const look = () => lookOf(manifest, path, options.theme())
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
  const view = createPageView(look(), {
    onPullDownRefresh: () => call('onPullDownRefresh'),
    onReachBottom: () => call('onReachBottom'),
    onPageScroll: scrollTop => call('onPageScroll', { scrollTop }),
  })
  parent.append(view.element)
  const values = readQuery(query)
  const channel = options.channel ?? new EventChannel()
  Object.assign(caller, { route: path, options: values, getOpenerEventChannel: () => channel })
  const repaint = () => view.apply(look())
  let isLoaded = false
  return {
    address,
    caller,
    view,
    get bar() {
      const { title, navigationBackground: background, navigationFront: front } = look()
      return { title, background, front, loading: false, ...changed }
    },
    setBar(change) {
      changed = { ...changed, ...change }
    },
    tapTab: tab => call('onTabItemTap', tab),
    look,
    repaint,
    show(move) {
      const isFirst = !isLoaded
      isLoaded = true
      repaint()
      view.show(move)
      if (isFirst) {
        instance.attach(view.content)
        call('onLoad', values)
      }
      instance.tell('show')
      call('onShow')
      // after `ready` of its components, whose turn was asked for when they were attached
      if (isFirst) setTimeout(() => call('onReady'))
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
