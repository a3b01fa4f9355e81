import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { ManifestUnit } from '../manifest'
import type { Program } from '../program'
import { namedBehaviors } from './named-behaviors'

type Definition = Record<string, unknown>

/**
 * Defines a page or component when it is first needed, with all that it uses: what DevTools calls
 * `"lazyCodeLoading": "requiredComponents"`.
 *
 * @param onMissing told of a behaviour of the platform that there is none of here
 */
export function defineUnits(
  { manifest, templates }: Program,
  space: CodeSpace,
  onMissing: (name: string) => void,
): (path: string) => void {
  const defined = new Set<string>()
  const named = namedBehaviors(space)

  const ownBehaviors = (behaviors: unknown): unknown[] => {
    if (!Array.isArray(behaviors)) return []
    return behaviors.flatMap(behavior => {
      if (typeof behavior !== 'string') return [behavior]
      if (!named.has(behavior)) onMissing(behavior)
      return named.get(behavior) ?? []
    })
  }

  const define = (path: string) => {
    const unit = manifest.units[path]
    if (!unit || defined.has(path)) return
    defined.add(path)
    try {
      defineOne(path, unit)
    } catch (error) {
      // so that the next attempt says so again
      defined.delete(path)
      throw error
    }
  }

  const defineOne = (path: string, unit: ManifestUnit) => {
    for (const needed of Object.values(unit.using)) define(needed)
    const usingComponents = Object.fromEntries(Object.entries(unit.using).map(([tag, to]) => [tag, `/${to}`]))
    const config = { ...unit.config, component: unit.kind === 'component', usingComponents }
    space.addComponentStaticConfig(path, config)
    space.addStyleSheet(path, undefined, unit.styleScope)
    const content = templates[path]
    if (content) space.addCompiledTemplate(path, { groupList: templates as never, content })

    let isRegistered = false
    const register = (definition: Definition, kind: 'page' | 'component') => {
      isRegistered = true
      const { styleIsolation, addGlobalClass, ...options } = (definition.options ?? {}) as Definition
      const isolation = {
        ...(styleIsolation !== undefined && { styleIsolation }),
        ...(addGlobalClass === true && { addGlobalClass }),
      }
      space.addComponentStaticConfig(path, { ...config, ...isolation } as never)
      const plain = { ...definition, options, behaviors: ownBehaviors(definition.behaviors) }
      const builder = space.component(path)
      if (kind === 'page') builder.pageDefinition(plain as never).register()
      else builder.definition(plain as never).register()
    }
    const globals = {
      Page: (definition: Definition) => register(definition, 'page'),
      Component: (definition: Definition) => register(definition, 'component'),
      Behavior: (definition: Definition) =>
        space
          .behavior()
          .definition({ ...definition, behaviors: ownBehaviors(definition.behaviors) } as never)
          .register(),
    }
    Object.assign(globalThis, globals)
    miniProgramModules[path]?.()
    const call = unit.kind === 'page' ? 'Page() or Component()' : 'Component()'
    if (!isRegistered) throw new Error(`${path} does not call ${call}`)
  }
  return define
}
