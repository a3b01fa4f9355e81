import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { ManifestUnit } from '../manifest'
import type { Program } from '../program'
import { namedBehaviors } from './named-behaviors'
import { isolationOf } from './style-isolation'
import { withWxsCalls } from './wxs-calls'

type Definition = Record<string, unknown>

/** Who is told of what is found in the units. */
export interface UnitListener {
  /** A behaviour of the platform that there is none of here. */
  onMissing(name: string): void
  /** A component whose styles are everybody's. */
  onShared(path: string, styleScope: string): void
}

/**
 * Defines a page or component when it is first needed, with all that it uses: what DevTools calls
 * `"lazyCodeLoading": "requiredComponents"`.
 */
export function defineUnits(
  { manifest, templates }: Program,
  space: CodeSpace,
  { onMissing, onShared }: UnitListener,
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
    if (content)
      space.addCompiledTemplate(path, { groupList: templates as never, content: withWxsCalls(content) })

    let isRegistered = false
    const register = (definition: Definition, kind: 'page' | 'component') => {
      isRegistered = true
      const { styleIsolation, isShared } = isolationOf(unit, (definition.options ?? {}) as Definition)
      if (isShared) onShared(path, unit.styleScope)
      space.addComponentStaticConfig(path, { ...config, styleIsolation } as never)
      const plain = { ...definition, behaviors: ownBehaviors(definition.behaviors) }
      const builder = space.component(path)
      if (kind === 'page') builder.pageDefinition(plain as never).register()
      else builder.definition(plain as never).register()
      if (unit.kind === 'page') writeIds(space, path)
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

/** Puts the ids of a page into the document, for the `#id` of its styles; ids inside components mean nothing outside. */
function writeIds(space: CodeSpace, path: string): void {
  const definition = space.getComponentSpace().getComponentByUrlWithoutDefault(path, '')
  const options = definition?.getComponentOptions()
  if (options) Object.assign(options, { writeIdToDOM: true, idPrefixGenerator: null })
}
