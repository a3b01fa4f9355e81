import type { Element as EngineElement, template } from 'glass-easel'
import type { Template } from '../program'
import type { Caller } from './caller'
import { wxsElement } from './wxs-element'

/** Where a path in the data begins. */
const DATA = 0

type EventListenerWrapper = template.EventListenerWrapper
type ChangePropFilter = template.ChangePropFilter

/** What draws a template, as far as it calls functions of WXS. */
interface Drawing {
  changePropFilter: ChangePropFilter
  eventListenerWrapper: EventListenerWrapper
  setFnFilter(): void
  setEventListenerWrapper(): void
}

type Draw = (drawing: Drawing, ...rest: unknown[]) => unknown

/**
 * A template that hands the functions of WXS what they may act on: its listeners get the component that they are in,
 * and in `event.instance` the element; `change:` gets both.
 */
export function withWxsCalls(content: Template): Template {
  const find = content as (name: string) => Draw | undefined
  const found = (name: string): Draw | undefined => {
    const draw = find(name)
    return draw && ((drawing, ...rest) => draw(Object.assign(drawing, OWN), ...rest))
  }
  return found as Template
}

const onEvent: EventListenerWrapper = (caller, event, listener, path) => {
  // only what WXS exports has a path that does not begin in the data
  if (!path || path[0] === DATA) return listener.call(caller, event)
  const instance = wxsElement(elementOf(event.currentTarget))
  const call = listener as (event: object, owner: object) => boolean | undefined
  return call(Object.assign(event, { instance }), wxsElement(elementOf(caller)))
}

const onChange: ChangePropFilter = listener => (value, before, owner, element) => {
  const call = listener as (...values: unknown[]) => void
  call(value, before, wxsElement(owner), wxsElement(element))
}

/** Templates set what the compiler gave them, which is nothing. */
const OWN: Drawing = {
  changePropFilter: onChange,
  eventListenerWrapper: onEvent,
  setFnFilter() {},
  setEventListenerWrapper() {},
}

/** Components of the mini program are told of as what their methods have as `this`. */
function elementOf(told: unknown): EngineElement {
  return (told as Partial<Caller>)._$ ?? (told as EngineElement)
}
