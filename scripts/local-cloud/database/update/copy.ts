import { isDoc } from '../values/kinds'

/** A copy that shares nothing that can change: dates and the objects of `bson` are never changed in place. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf)
  if (!isDoc(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, copyOf(field)]))
}
