import type { EventChannel } from '../event-channel'
import type { PageAddress } from '../outer'

/** What the stack does with a page. */
export interface StackPage {
  readonly address: PageAddress
  show(move: 'forward' | 'back' | 'at-once'): void
  hide(): void
  unload(): void
}

export interface PageStackOptions<Page extends StackPage> {
  /** Loads what a page consists of. @throws what its script throws; nothing of the stack has changed then */
  prepare(address: PageAddress): void
  /** @param channel to the page that opens it */
  open(address: PageAddress, channel?: EventChannel): Page
  /** Whether the tab bar leads there. */
  isTab(path: string): boolean
  /** Another page is shown, or the stack below it is another. */
  onChange(): void
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html */
const LIMIT = 10

/** The pages that are open, and how one leads to another. Each method throws an `Error` if the platform would refuse. */
export class PageStack<Page extends StackPage> {
  #pages: Page[] = []
  /** Pages of the tab bar live on while another is shown. */
  readonly #tabs = new Map<string, Page>()
  readonly #options: PageStackOptions<Page>

  constructor(options: PageStackOptions<Page>) {
    this.#options = options
  }

  get pages(): readonly Page[] {
    return this.#pages
  }

  get shown(): Page | undefined {
    return this.#pages.at(-1)
  }

  /** Opens pages one on the other, as they were before the mini program was loaded anew. */
  restore(addresses: readonly PageAddress[]): void {
    for (const [index, address] of addresses.slice(0, LIMIT).entries()) {
      this.#options.prepare(address)
      const isTab = index === 0 && this.#options.isTab(address.path)
      this.shown?.hide()
      this.#push(isTab ? this.#openTab(address) : this.#options.open(address), 'at-once')
    }
  }

  navigateTo(address: PageAddress, channel?: EventChannel): void {
    this.#refuseTab(address, 'navigateTo')
    if (this.#pages.length >= LIMIT) throw new Error(`webview count limit exceed: ${LIMIT} pages are open`)
    this.#options.prepare(address)
    this.shown?.hide()
    this.#push(this.#options.open(address, channel), 'forward')
  }

  redirectTo(address: PageAddress): void {
    this.#refuseTab(address, 'redirectTo')
    this.#options.prepare(address)
    this.#drop(1)
    this.#push(this.#options.open(address), 'at-once')
  }

  reLaunch(address: PageAddress): void {
    this.#options.prepare(address)
    this.#drop(this.#pages.length)
    for (const page of this.#tabs.values()) page.unload()
    this.#tabs.clear()
    this.restore([address])
  }

  switchTab({ path }: PageAddress): void {
    if (!this.#options.isTab(path)) throw new Error('can not switch to no-tabBar page')
    if (this.shown?.address.path === path) return
    this.#options.prepare({ path, query: '' })
    this.#drop(this.#pages.length)
    this.#push(this.#openTab({ path, query: '' }), 'at-once')
  }

  navigateBack(delta: number): void {
    if (this.#pages.length <= 1) throw new Error('cannot navigate back at first page.')
    this.#drop(Math.min(Math.max(1, Math.floor(delta)), this.#pages.length - 1))
    this.shown?.show('back')
    this.#options.onChange()
  }

  #openTab(address: PageAddress): Page {
    const page = this.#tabs.get(address.path) ?? this.#options.open(address)
    this.#tabs.set(address.path, page)
    return page
  }

  #push(page: Page, move: 'forward' | 'at-once'): void {
    this.#pages = [...this.#pages, page]
    page.show(move)
    this.#options.onChange()
  }

  /** Takes pages from the top; those of the tab bar are only hidden. */
  #drop(count: number): void {
    const dropped = this.#pages.slice(this.#pages.length - count).reverse()
    this.#pages = this.#pages.slice(0, this.#pages.length - count)
    for (const [index, page] of dropped.entries()) {
      if (this.#tabs.get(page.address.path) !== page) page.unload()
      else if (index === 0) page.hide()
    }
  }

  #refuseTab({ path }: PageAddress, name: string): void {
    if (this.#options.isTab(path)) throw new Error(`can not ${name} a tabbar page`)
  }
}
