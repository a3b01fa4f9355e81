import { CurrentWindowBackendContext, type Element as EngineElement, Event as EngineEvent } from 'glass-easel'
import { type TouchType, watchTouches } from './touches'

/** What the browser tells of styles. Every other event comes from fingers or from the built-in components themselves. */
const OF_STYLES = new Set(['transitionend', 'animationstart', 'animationiteration', 'animationend'])

/**
 * Where glass-easel draws: the document of the phone. Tags become `wx-*`, so that no style or behaviour of the browser's
 * own `button` or `input` comes into a mini program's. Native events of what is inside a built-in component stay there.
 */
export class PhoneBackend extends CurrentWindowBackendContext {
  readonly #awaited = new WeakMap<object, Set<string>>()

  constructor(document: Document) {
    super()
    this.document = {
      createElement: (tag: string) => document.createElement(`wx-${tag}`),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as CurrentWindowBackendContext['document']
  }

  /**
   * Sends the touches inside an element of the document to the components that they meet.
   *
   * @param scrollTop of the shown page, in px
   * @returns ends it
   */
  watch(root: HTMLElement, scrollTop: () => number = () => 0): () => void {
    return watchTouches(root, {
      page() {
        const { left, top } = root.getBoundingClientRect()
        return { left, top, scrollTop: scrollTop() }
      },
      isAwaited: (type, target) => this.#isAwaited(type, target),
      report: ({ type, target, detail, touches, changedTouches }) =>
        dispatch(target, type, detail, { touches, changedTouches }),
    })
  }

  override setListenerStats(
    ...[element, type]: Parameters<CurrentWindowBackendContext['setListenerStats']>
  ): void {
    const types = this.#awaited.get(element) ?? new Set()
    if (types.has(type)) return
    this.#awaited.set(element, types.add(type))
    if (!OF_STYLES.has(type)) return
    const target = element as unknown as Element
    target.addEventListener(type, event => {
      if (event.target === target) dispatch(target, type, {}, {})
    })
  }

  #isAwaited(type: TouchType, target: Element): boolean {
    for (let at: Element | null = target; at; at = at.parentElement)
      if (this.#awaited.get(at)?.has(type)) return true
    return false
  }
}

/** @returns whether a handler prevented what the browser does by itself */
function dispatch(
  target: Element,
  type: string,
  detail: object,
  extraFields: Record<string, unknown>,
): boolean {
  const element = engineElement(target)
  if (!element) return false
  const event = new EngineEvent(type, detail, {
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields,
  })
  EngineEvent.dispatchEvent(element, event)
  return event.defaultPrevented()
}

/** The component whose host an element is. */
export function hostedBy(element: Element): EngineElement | undefined {
  return (element as { __wxElement?: EngineElement }).__wxElement
}

/** The component that an element of the document belongs to. */
function engineElement(target: Element): EngineElement | undefined {
  for (let at: Element | null = target; at; at = at.parentElement) {
    const element = hostedBy(at)
    if (element) return element
  }
  return undefined
}
