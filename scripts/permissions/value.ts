import type { Node } from 'oxc-parser'

/**
 * What an expression may hold, as far as it concerns openapi calls. Everything else (strings, replies, the database)
 * has no value here and is not followed.
 */
export type Value =
  /** The object that `wx-server-sdk` exports, or another instance of it. */
  | { kind: 'sdk' }
  /** The module namespace of the SDK: what the SDK has, and `default`. */
  | { kind: 'module' }
  /** `cloud.Cloud`, which `new` turns into an instance. */
  | { kind: 'class' }
  /** Any other member of the SDK, such as `cloud.database`. Leads to no openapi. */
  | { kind: 'part' }
  /** `cloud.openapi` and what hangs on it. `from` is where the path was completed. */
  | { kind: 'api'; path: readonly string[]; from: Node; place?: Node }
  /** An object that holds `value` under `key`. */
  | { kind: 'has'; key: string; value: Value; at: Node }
  /** A function that returns `value`. */
  | { kind: 'returns'; value: Value; at: Node }
  /** A promise of `value`. */
  | { kind: 'promise'; value: Value; at: Node }
  /** The method `then` of a promise of `value`. */
  | { kind: 'then'; value: Value; at: Node }

export type Api = Extract<Value, { kind: 'api' }>

/** Members of every function; on an openapi they are not part of its name. Taken from the SDK's own proxy. */
const FUNCTION_MEMBERS = new Set(Object.getOwnPropertyNames(Function.prototype))
const INVOKERS = new Set(['call', 'apply', 'bind'])

/**
 * What `value.key` holds.
 *
 * Rules for names from the SDK's proxy: the first member is always part of the name; later ones are, unless every
 * function has them; `call`, `apply` and `bind` lead to a call of the name so far.
 */
export function memberOf(value: Value, key: string, node: Node): Value | undefined {
  switch (value.kind) {
    case 'module':
    case 'sdk':
      if (key === 'openapi') return { kind: 'api', path: [], from: node }
      if (key === 'Cloud') return { kind: 'class' }
      if (key === 'createNewInstance') return { kind: 'returns', value: { kind: 'sdk' }, at: node }
      return key === 'default' ? { kind: 'sdk' } : { kind: 'part' }
    case 'part':
      return value
    case 'api':
      if (key === 'toJSON') return undefined
      if (value.path.length === 0 || !FUNCTION_MEMBERS.has(key)) {
        return { kind: 'api', path: [...value.path, key], from: node }
      }
      return INVOKERS.has(key) ? value : undefined
    case 'has':
      return key === value.key ? value.value : undefined
    case 'returns':
      if (key === 'bind') return { kind: 'returns', value, at: value.at }
      return INVOKERS.has(key) ? value : undefined
    case 'promise':
      if (key === 'then') return { ...value, kind: 'then' }
      return key === 'catch' || key === 'finally' ? { kind: 'returns', value, at: value.at } : undefined
    case 'then':
    case 'class':
      return undefined
  }
}

/** The same text for two values exactly if following both is a waste. */
export function identityOf(value: Value): string {
  if (value.kind === 'api') return `api ${value.path.join('.')} ${value.place?.start ?? ''}`
  if (value.kind === 'has') return `has ${value.key} ${identityOf(value.value)}`
  return 'value' in value ? `${value.kind} ${identityOf(value.value)}` : value.kind
}

/** What lies inside objects, functions and promises. */
export function coreOf(value: Value): Exclude<Value, { value: Value }> {
  return 'value' in value ? coreOf(value.value) : value
}

/** How many objects, functions and promises lie around the core. */
export function depthOf(value: Value): number {
  return 'value' in value ? 1 + depthOf(value.value) : 0
}

/** The same value with another core. */
export function withCore(value: Value, change: (core: Value) => Value): Value {
  return 'value' in value ? { ...value, value: withCore(value.value, change) } : change(value)
}
