import type { Element as EngineElement, GeneralComponent } from 'glass-easel'
import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { PhoneBackend } from '../built-ins'
import { knownTags } from '../built-ins/known-tags'
import { cssLength } from '../css-length'
import type { PageAddress } from '../outer'
import type { Program } from '../program'
import { decodable } from './address'
import { callReady } from './ready'
import { defineUnits, type UnitListener } from './units'

/** A page that glass-easel made. */
export interface PageInstance {
  /** What `this` is in the page's methods. */
  readonly caller: Record<string, unknown>
  /** Puts it into the document. */
  attach(parent: HTMLElement): void
  /** Tells the page's components, as `pageLifetimes` hears it. */
  tell(lifetime: 'show' | 'hide' | 'resize', ...values: unknown[]): void
  release(): void
}

export interface Engine {
  /** The code space of the built-in components, to be filled before the first page is made. */
  readonly builtIns: CodeSpace
  readonly backend: PhoneBackend
  /** Runs the script of a page and of what it uses, once. @throws what it throws */
  load(path: string): void
  /** Makes a page that was loaded. */
  create(address: PageAddress): PageInstance
}

/** glass-easel, WeChat's component engine, with the units of the mini program. */
export function startEngine(program: Program, listener: UnitListener): Engine {
  const env = new MiniProgramEnv()
  const builtIns = env.createCodeSpace('wx', false)
  const space = env.createCodeSpace('app', true)
  // a property may be called `dataset` or `class`, as any other
  space.getComponentSpace().updateComponentOptions({ writeFieldsToNode: false })
  callReady(space)
  const backend = new PhoneBackend(document)
  takeStyles(backend)
  const associated = env.associateBackend(backend)
  const define = defineUnits(program, space, listener)
  let isReady = false

  return {
    builtIns,
    backend,
    load(path) {
      if (!isReady) useBuiltIns(builtIns, space)
      isReady = true
      define(path)
    },
    create({ path, query }) {
      // glass-easel gives a page that is a component its query as properties, and decodes it
      const root = associated.createRoot('page', space, `${path}?${decodable(query)}`)
      const component = root.getComponent()
      return {
        caller: root.get() as unknown as Record<string, unknown>,
        attach(parent) {
          const placeholder = document.createElement('div')
          parent.append(placeholder)
          root.attach(parent as never, placeholder as never)
          elementOf(component).dataset.page = path
        },
        tell: (lifetime, ...values) => component.triggerPageLifetime(lifetime, values),
        release() {
          elementOf(component).remove()
          root.release()
        },
      }
    },
  }
}

/** Every page and component may use every built-in. */
function useBuiltIns(builtIns: CodeSpace, space: CodeSpace): void {
  for (const tag of Object.keys(knownTags)) {
    const definition = builtIns.getComponentSpace().getComponentByUrlWithoutDefault(tag, '')
    if (definition) space.getComponentSpace().setGlobalUsingComponent(tag, definition)
  }
}

function elementOf(component: GeneralComponent | EngineElement): HTMLElement {
  return component.getBackendElement() as unknown as HTMLElement
}

const RPX = /(-?(?:\d+\.?\d*|\.\d+))rpx\b/g

/** `style="..."` of a template: with rpx, and past the Content-Security-Policy, which refuses the attribute. */
function takeStyles(backend: PhoneBackend): void {
  const make = backend.document.createElement
  backend.document.createElement = tag => {
    const made = make(tag) as unknown as HTMLElement
    const setAttribute = made.setAttribute.bind(made)
    made.setAttribute = (name, value) => {
      if (name !== 'style') return setAttribute(name, value)
      made.style.cssText = String(value).replace(RPX, (_, number) => cssLength(Number(number), 'rpx'))
    }
    return made as never
  }
}
