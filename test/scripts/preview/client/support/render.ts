import { runInThisContext } from 'node:vm'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { TmplGroup } from 'glass-easel-template-compiler'
import { PhoneBackend, registerBuiltIns } from '../../../../../scripts/preview/client/built-ins'
import { knownTags } from '../../../../../scripts/preview/client/built-ins/known-tags'
import { createWx } from '../../../../../scripts/preview/client/wx'
import { type FakePhone, fakePhone } from './fake-phone'

/** What a handler of a page was called with. */
export interface Heard {
  handler: string
  type: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came
  detail: any
  dataset: Record<string, unknown>
  touches?: unknown[]
  changedTouches?: { pageX: number; pageY: number }[]
}

export interface Rendered {
  phone: FakePhone
  /** In the order in which the page was called. */
  heard: Heard[]
  /** Of one handler, the details. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came
  details(handler: string): any[]
  data(): Record<string, unknown>
  setData(data: Record<string, unknown>): void
  /** The first element that a CSS selector finds. */
  find<Found extends HTMLElement = HTMLElement>(selector: string): Found
  /** Presses the mouse on an element, and lets go. */
  tap(target: Element | string): void
}

/** Handlers are called `on...`; what one returns goes back to the component. */
type Handlers = Record<string, (event: { detail: never }) => unknown>

interface RenderOptions {
  data?: Record<string, unknown>
  handlers?: Handlers
  /** Components of the mini program's own, by tag: what each draws. */
  components?: Readonly<Record<string, string>>
}

/** Shows a page with real built-in components. Its template may name any handler that begins with `on`. */
export function render(
  wxml: string,
  { data = {}, handlers = {}, components = {} }: RenderOptions = {},
): Rendered {
  const phone = fakePhone()
  const env = new MiniProgramEnv()
  const builtIns = env.createCodeSpace('wx', false)
  const space = env.createCodeSpace('app', true)
  const wx = createWx(phone, phone.report, {
    appid: 'wx0',
    environments: ['own-env-1'],
    pages: ['pages/home/home'],
    launch: { path: 'pages/home/home', query: {} },
    openid: () => undefined,
  })
  registerBuiltIns(builtIns, { phone, report: phone.report, wx })
  for (const tag of Object.keys(knownTags)) {
    const definition = builtIns.getComponentSpace().getComponentByUrl(tag, '')
    space.getComponentSpace().setGlobalUsingComponent(tag, definition)
  }
  const backend = new PhoneBackend(document)
  const tags = Object.keys(components)
  const usingComponents = Object.fromEntries(tags.map(tag => [tag, tag]))
  for (const [path, template] of Object.entries({ ...components, page: wxml })) {
    const templates = compile(template)
    space.addComponentStaticConfig(path, { component: path !== 'page', usingComponents } as never)
    space.addStyleSheet(path, undefined, 'scope')
    space.addCompiledTemplate(path, { groupList: templates as never, content: templates.page as never })
  }
  for (const tag of tags) space.componentEnv(tag, ({ Component }) => Component({}))

  const heard: Heard[] = []
  const methods = Object.fromEntries(
    [...new Set(wxml.match(/\bon[A-Z]\w*/g))].map(handler => [
      handler,
      // biome-ignore lint/suspicious/noExplicitAny: events of glass-easel
      (event: any) => {
        const { type, detail, touches, changedTouches, currentTarget } = event
        heard.push({ handler, type, detail, dataset: currentTarget.dataset, touches, changedTouches })
        return handlers[handler]?.(event)
      },
    ]),
  )
  space.componentEnv('page', ({ Component }) => Component({ data, methods } as never))
  const root = env.associateBackend(backend).createRoot('page', space, 'page')
  const app = document.createElement('div')
  const placeholder = document.createElement('div')
  app.append(placeholder)
  document.body.append(app)
  root.attach(app as never, placeholder as never)
  const stop = backend.watch(app)
  cleanUps.push(() => {
    stop()
    root.release()
    app.remove()
    phone.overlay.remove()
  })

  const find = <Found extends HTMLElement>(selector: string) => {
    const found = app.querySelector<Found>(selector)
    if (!found) throw new Error(`nothing is ${selector} in ${app.innerHTML}`)
    return found
  }
  return {
    phone,
    heard,
    details: handler => heard.filter(event => event.handler === handler).map(({ detail }) => detail),
    data: () => root.get().data as Record<string, unknown>,
    setData: changes => root.get().setData(changes as never),
    find,
    tap(target) {
      const element = typeof target === 'string' ? find(target) : target
      for (const type of ['mousedown', 'mouseup'])
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX: 10, clientY: 20 }))
    },
  }
}

const cleanUps: (() => void)[] = []

/** Takes every page away that a test has shown. */
export function useRendering(): void {
  afterEach(() => {
    for (const cleanUp of cleanUps.splice(0)) cleanUp()
  })
}

function compile(wxml: string): Record<string, unknown> {
  const group = new TmplGroup()
  const warnings = group.addTmpl('page', wxml)
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings))
  return runInThisContext(group.getTmplGenObjectGroups())
}
