import { Component, Element as EngineElement, type GeneralComponent } from 'glass-easel'
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { Caller } from './caller'

/**
 * Calls the lifetime `ready`, which glass-easel leaves to its host: once for each component, in a turn of its own after
 * it was attached, and for a component after those in it. To be called before any component is defined.
 */
export function callReady(space: CodeSpace): void {
  const called = new WeakSet<GeneralComponent>()
  let waiting = new Set<GeneralComponent>()
  const call = () => {
    const attached = waiting
    // what is called here may attach more
    waiting = new Set()
    const visit = (element: EngineElement) => {
      for (const child of element.iterateComposedChild()) {
        const inner = child.asElement()
        if (inner) visit(inner)
      }
      if (!Component.isComponent(element) || !attached.delete(element)) return
      if (!EngineElement.isAttached(element)) return
      called.add(element)
      element.triggerLifetime('ready', [])
    }
    for (const component of attached) visit(component)
  }
  const noting = space
    .getComponentSpace()
    .defineWithMethodCaller()
    .lifetime('attached', function () {
      const { _$: component } = this as unknown as Caller
      if (called.has(component)) return
      if (waiting.size === 0) setTimeout(call)
      waiting.add(component)
    })
    .registerBehavior()
  space.setOverallBehavior(noting as never)
}
