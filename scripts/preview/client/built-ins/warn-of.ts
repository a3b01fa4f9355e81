import type { GeneralComponent } from 'glass-easel'

/** Tells in the console what a component could not do, and on which page or in which component it stands. */
export function warnOf(component: GeneralComponent, what: string, reason: string): void {
  const owner = component.ownerShadowRoot?.getHostNode().is
  console.warn(`<${what}>${owner ? ` in ${owner}` : ''}: ${reason}`)
}
