import { boundValue, type Fact } from './fact'
import { isPlain, type Plain, unwrapNumber } from './plain'
import { type Branch, factsOf } from './query-branches'

/** What a part of a rule comes to. */
export type Value =
  | { readonly kind: 'known'; readonly value: unknown }
  /** A field of the records that a query matches: only what the query says of it is known. */
  | { readonly kind: 'field'; readonly path: string; readonly branch: Branch }
  /** It cannot be told, so nothing can be proven with it. */
  | { readonly kind: 'unknown'; readonly why: string }

export function known(value: unknown): Value {
  return { kind: 'known', value }
}

export function unknown(why: string): Value {
  return { kind: 'unknown', why }
}

/** Stands in data for a value that the server works out, such as the result of `inc`. */
export class Unknowable {
  constructor(readonly why: string) {}
}

type Field = Extract<Value, { kind: 'field' }>

export function factsAbout(field: Field): readonly Fact[] {
  return factsOf(field.branch, field.path)
}

/** The one value of a field that the query binds to it; other values as they are. */
export function bound(value: Value): Value {
  if (value.kind !== 'field') return value
  const box = boundValue(factsAbout(value))
  return box ? known(unwrapNumber(box.value)) : value
}

/**
 * `object.key`. The field of nothing cannot be told: in a rule such as `doc.owner == auth.openid` a caller that is
 * not logged in must not pass for the owner of a record without one. ("Empty" is WeChat's word for such an `auth`,
 * and for a record that is not there.)
 *
 * @param source the object's text, for the reader
 */
export function memberOf(object: Value, key: unknown, source: string): Value {
  if (object.kind === 'unknown') return object
  if (typeof key !== 'string' && typeof key !== 'number')
    return unknown(`a field of ${source} must be named by text or a number`)
  const name = String(key)
  if (object.kind === 'field') {
    if (name.includes('.') || name.startsWith('$')) return unknown(`"${name}" is not the name of a field`)
    return { ...object, path: object.path === '' ? name : `${object.path}.${name}` }
  }
  const { value } = object
  if (value === null || value === undefined) return unknown(`${source} is empty`)
  const holds = Array.isArray(value) ? /^\d+$/.test(name) : isPlain(value)
  const child = holds && Object.hasOwn(value as Plain, name) ? (value as Plain)[name] : undefined
  if (child instanceof Unknowable) return unknown(child.why)
  return known(unwrapNumber(child))
}
