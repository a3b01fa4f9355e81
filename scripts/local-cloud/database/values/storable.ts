import type { Doc } from '../types'
import { MAX_DEPTH } from './ejson'
import { isDoc, kindOf } from './kinds'
import { isNumeric, numberType } from './numbers'

/** https://www.mongodb.com/docs/manual/reference/limits/ */
const MAX_BYTES = 16 * 1024 * 1024

/** Why a document cannot be stored, in the words of MongoDB where they are known; `undefined` if it can. */
export function checkStorable(doc: Doc): string | undefined {
  if (['array', 'regex', 'missing'].includes(kindOf(doc._id))) {
    return `The '_id' value cannot be of type ${kindOf(doc._id)}`
  }
  const reason = checkFields(doc, 1)
  if (reason !== undefined) return reason
  const bytes = sizeOf(doc)
  return bytes > MAX_BYTES
    ? `object to insert too large. size in bytes: ${bytes}, max size: ${MAX_BYTES}`
    : undefined
}

function checkFields(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return `the document is nested more than ${MAX_DEPTH} levels deep`
  if (Array.isArray(value)) return firstReason(value, depth)
  if (!isDoc(value)) return undefined
  const name = Object.keys(value).find(field => field.startsWith('$'))
  if (name !== undefined) return `The dollar ($) prefixed field '${name}' is not valid for storage`
  return firstReason(Object.values(value), depth)
}

function firstReason(values: readonly unknown[], depth: number): string | undefined {
  for (const value of values) {
    const reason = typeof value === 'object' && value !== null ? checkFields(value, depth + 1) : undefined
    if (reason !== undefined) return reason
  }
  return undefined
}

/** The bytes of a value in BSON, https://bsonspec.org/spec.html; a rare type counts as the 16 bytes of the longest. */
function sizeOf(value: unknown): number {
  if (typeof value === 'string') return 5 + Buffer.byteLength(value)
  if (isNumeric(value)) return numberType(value) === 'int' ? 4 : 8
  if (Array.isArray(value))
    return value.reduce((sum, item, index) => sum + 2 + String(index).length + sizeOf(item), 5)
  if (isDoc(value)) {
    return Object.entries(value).reduce(
      (sum, [name, field]) => sum + 2 + Buffer.byteLength(name) + sizeOf(field),
      5,
    )
  }
  if (value instanceof Date) return 8
  if (typeof value === 'boolean') return 1
  if (value === null || value === undefined) return 0
  return 16 + (kindOf(value) === 'binData' ? (value as { length(): number }).length() : 0)
}
