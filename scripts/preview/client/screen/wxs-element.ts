import { Component, type Element as EngineElement, type StyleSegmentIndex } from 'glass-easel'

/** The part of styles and classes that templates leave alone; the engine's enumeration is for types only. */
const OWN = 3 as StyleSegmentIndex

const made = new WeakMap<EngineElement, WxsElement>()

/** What WXS is given for an element: always the same object. */
export function wxsElement(element: EngineElement): WxsElement {
  const known = made.get(element) ?? new WxsElement(element)
  made.set(element, known)
  return known
}

/** https://developers.weixin.qq.com/miniprogram/dev/framework/view/interactive-animation.html */
export class WxsElement {
  readonly #element: EngineElement
  readonly #state = {}

  constructor(element: EngineElement) {
    this.#element = element
  }

  get #inside() {
    return Component.isComponent(this.#element) ? this.#element.getShadowRoot() : null
  }

  get #node() {
    return this.#element.getBackendElement() as unknown as HTMLElement | null
  }

  selectComponent(selector: string): WxsElement | undefined {
    return this.selectAllComponents(selector)[0]
  }

  selectAllComponents(selector: string): WxsElement[] {
    return this.#inside?.querySelectorAll(selector).map(wxsElement) ?? []
  }

  /** @param style takes the place of what was set so before */
  setStyle(style: string | Readonly<Record<string, unknown>>): void {
    this.#element.setNodeStyle(typeof style === 'string' ? style : cssOf(style), OWN)
  }

  addClass(name: string): void {
    this.#element.toggleNodeClass(name, true, OWN)
  }

  removeClass(name: string): void {
    this.#element.toggleNodeClass(name, false, OWN)
    this.#element.toggleNodeClass(name, false)
  }

  hasClass(name: string): boolean {
    const { classList } = this.#element
    return classList !== null && (classList.contains(name) || classList.contains(name, OWN))
  }

  getDataset(): object {
    return this.#element.dataset
  }

  callMethod(name: string, value?: unknown): void {
    const element = this.#element
    if (!Component.isComponent(element)) return
    Component.getMethod(element, name)?.call(element.getMethodCaller(), value)
  }

  triggerEvent(name: string, detail?: unknown): void {
    this.#element.triggerEvent(name, detail)
  }

  /** Something of its own to keep what WXS likes. */
  getState(): object {
    return this.#state
  }

  getComputedStyle(names: readonly string[]): Record<string, string> {
    const node = this.#node
    const style = node && getComputedStyle(node)
    return Object.fromEntries(names.map(name => [name, style?.getPropertyValue(dashed(name)) ?? '']))
  }

  getBoundingClientRect(): object {
    const { left, top, right, bottom, width, height } = this.#node?.getBoundingClientRect() ?? new DOMRect()
    return { left, top, right, bottom, width, height }
  }

  requestAnimationFrame(run: () => void): void {
    requestAnimationFrame(() => run())
  }

  setTimeout(run: () => void, milliseconds?: number): number {
    return window.setTimeout(run, milliseconds)
  }

  clearTimeout(id: number): void {
    clearTimeout(id)
  }
}

function cssOf(style: Readonly<Record<string, unknown>>): string {
  return Object.entries(style)
    .map(([name, value]) => `${dashed(name)}:${value}`)
    .join(';')
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}
