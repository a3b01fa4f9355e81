import type {
  ComponentSpace,
  GeneralComponent,
  GeneralComponentDefinition,
  templateEngine,
} from 'glass-easel'
import type { BuiltIn, Context, Parts } from './built-in'
import { common, updateCommon } from './common'
import type { Services } from './services'

const parts = new WeakMap<object, Parts>()

/** What a component of the preview consists of; undefined for a component of the page's own. */
export function partsOf(component: object): Parts | undefined {
  return parts.get(component)
}

/**
 * Puts a built-in component into a space of glass-easel. It draws itself with the DOM, without a template: for the
 * engine it is an external component.
 */
export function define(
  space: ComponentSpace,
  tag: string,
  { properties, create }: BuiltIn,
  services: Services,
): GeneralComponentDefinition {
  return space.defineComponent({
    is: tag,
    options: { externalComponent: true, templateEngine: engineOf(create, services) },
    properties: { ...common, ...properties } as never,
    lifetimes: {
      attached() {
        parts.get(this)?.attached?.()
      },
      detached() {
        parts.get(this)?.detached?.()
      },
    },
  }) as unknown as GeneralComponentDefinition
}

function engineOf(create: BuiltIn['create'], services: Services): templateEngine.TemplateEngine {
  return {
    create: () => ({
      createInstance(component) {
        const host = component.getBackendElement() as unknown as HTMLElement
        const made = create(contextOf(component, host, services))
        parts.set(component, made)
        const update = (values: unknown, changed: ReadonlySet<string>) => {
          updateCommon(host, values as Record<string, unknown>, changed)
          made.update?.(changed)
        }
        return {
          shadowRoot: {
            root: host as never,
            slot: (made.slot ?? host) as never,
            getIdMap: () => ({}),
            handleEvent() {},
            setListener() {},
          },
          // what has no value yet leaves alone what the component set up
          initValues: values => {
            const given = Object.entries(values as object).filter(
              ([, value]) => (value ?? undefined) !== undefined,
            )
            update(values, new Set(given.map(([name]) => name)))
          },
          updateValues: (values, changes) =>
            update(values, new Set(changes.map(([path]) => String(path[0])))),
        }
      },
    }),
  }
}

function contextOf(
  component: GeneralComponent,
  host: HTMLElement,
  services: Services,
): Context<Record<string, unknown>> {
  return {
    host,
    component,
    services,
    values: () => component.data,
    change: values => component.setData(values),
    fire: (type, detail = {}, options = {}) => component.triggerEvent(type, detail, options),
    make(tag, className) {
      const element = host.ownerDocument.createElement(tag)
      if (className) element.className = className
      return element
    },
  }
}
