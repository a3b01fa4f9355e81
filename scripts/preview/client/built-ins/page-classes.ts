import type { GeneralComponent } from 'glass-easel'

/**
 * The classes in the document for class names that a page gave to a part inside a component, such as
 * `placeholder-class`: with the prefix of each style scope that holds for the page.
 */
export function pageClasses(component: GeneralComponent, names: string): string[] {
  const owner = component.ownerShadowRoot?.getHostNode()
  if (!owner) return []
  const { styleScope, extraStyleScope } = owner.getComponentOptions()
  const manager = owner.getRootBehavior().ownerSpace.styleScopeManager
  const prefixes = [styleScope, extraStyleScope]
    .filter(scope => scope !== null && scope !== undefined)
    .map(scope => manager.queryName(scope))
  const known = prefixes.length > 0 ? prefixes : ['']
  const given = names.split(/\s+/).filter(name => name !== '')
  return given.flatMap(name => known.map(prefix => (prefix ? `${prefix}--${name}` : name)))
}
