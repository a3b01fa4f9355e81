import path from 'node:path'
import * as simulate from 'miniprogram-simulate'
import { settled } from './call-host'

const root = path.resolve(__dirname, '../../../miniprogram')
/** Loading a path twice fails, and so does loading two pages that share a component: one page for each test file. */
const loaded = new Map<string, string>()

/** The little of jsdom that is needed: the tests are type-checked without the DOM. */
interface DomElement {
  textContent: string
  innerHTML: string
  append(child: DomElement): void
  remove(): void
}
declare const document: { body: DomElement; createElement(tag: string): DomElement }

type Element = ReturnType<ReturnType<typeof simulate.render>['querySelector']>
type Definition = Record<string, unknown> & {
  data?: object
  onLoad?: (query: object) => unknown
  onShow?: () => unknown
}

// miniprogram-simulate knows components only. A page is one whose `onLoad` and `onShow` run when it appears.
Object.assign(globalThis, {
  Page({ data, ...methods }: Definition) {
    const attached = function attached(this: Definition) {
      this.onLoad?.({})
      this.onShow?.()
    }
    Component({ data, methods: methods as never, lifetimes: { attached } })
  },
})

/** A page or a component on the screen. */
export interface Screen<Data = Record<string, unknown>> {
  readonly data: Data
  /** The words on it, without the spaces between elements. */
  text(): string
  /** How many elements match, by class or id, without those inside of other components. */
  count(selector: string): number
  /** Taps an element; further selectors lead into components. */
  tap(...selectors: string[]): Promise<void>
  /** Sends any event with its detail, as a built-in would. */
  send(selector: string, event: string, detail?: object): Promise<void>
  /** Runs a handler of the page that WeChat calls by itself, such as `onReachBottom`. */
  run(handler: string, ...args: unknown[]): Promise<void>
  /** What the page gave to `setData` so far. */
  readonly sent: readonly Record<string, unknown>[]
}

/** Shows a page or a component, such as `pages/home/home`, and takes it away after the test. */
export async function show<Data>(file: string, properties: object = {}): Promise<Screen<Data>> {
  let id = loaded.get(file)
  if (!id) {
    // The other compiler is a binary for x86 alone, and makes the same of these templates.
    id = simulate.load(path.join(root, file), { compiler: 'simulate', rootPath: root })
    loaded.set(file, id)
  }
  const component = simulate.render(id, properties)
  const parent = document.createElement('div')
  document.body.append(parent)
  component.attach(parent)
  shown.push(() => {
    component.detach()
    parent.remove()
  })
  const sent: Record<string, unknown>[] = []
  const instance = component.instance as unknown as Record<string, (...args: unknown[]) => unknown>
  const setData = instance.setData
  instance.setData = (changes, ...rest) => {
    sent.push({ ...(changes as Record<string, unknown>) })
    return setData?.call(instance, changes, ...rest)
  }
  await settled()

  const send = async (selectors: string[], event: string, detail: object = {}) => {
    const target = selectors.reduce<Element>((at, selector) => at?.querySelector(selector), component)
    if (!target) throw new Error(`"${selectors.join(' ')}" is not on the screen: ${parent.innerHTML}`)
    target.dispatchEvent(event, { detail })
    await settled()
  }
  return {
    get data() {
      return component.data as Data
    },
    text: () => parent.textContent,
    count: selector => component.querySelectorAll(selector).length,
    tap: (...selectors) => send(selectors, 'tap'),
    send: (selector, event, detail) => send([selector], event, detail),
    async run(handler, ...args) {
      instance[handler]?.(...args)
      await settled()
    },
    sent,
  }
}

const shown: (() => void)[] = []
afterEach(() => {
  for (const remove of shown.splice(0)) remove()
})
