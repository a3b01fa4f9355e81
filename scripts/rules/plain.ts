import { Double, Int32, Long } from 'bson'

/** An object as JSON has them: no class, no array, not null. */
export type Plain = Record<string, unknown>

export function isPlain(value: unknown): value is Plain {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Numbers that the database wraps because their type matters to it, as plain numbers; other values as they are. */
export function unwrapNumber(value: unknown): unknown {
  return isWrappedNumber(value) ? Number(value.toString()) : value
}

export function isWrappedNumber(value: unknown): value is Double | Int32 | Long {
  return value instanceof Double || value instanceof Int32 || value instanceof Long
}
