import { Binary, BSONRegExp, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import type { Doc } from '../types'
import { isNumeric } from './numbers'

/** An embedded document. Told by its prototype, never by a field: a user's field may be called anything. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** A field that the document itself has; `constructor` and the like are ordinary names here. */
export function fieldOf(doc: Doc, name: string): unknown {
  return Object.hasOwn(doc, name) ? doc[name] : undefined
}

/** `null` and a missing field, which most of the language treats alike. */
export function isNil(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

/** The types of BSON, in the order in which MongoDB sorts values of different types. */
export type Kind =
  | 'minKey'
  | 'missing'
  | 'null'
  | 'number'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'maxKey'

/** https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
const ORDER: readonly Kind[] = [
  'minKey',
  'missing',
  'null',
  'number',
  'string',
  'object',
  'array',
  'binData',
  'objectId',
  'bool',
  'date',
  'timestamp',
  'regex',
  'maxKey',
]
export const RANK = Object.fromEntries(ORDER.map((kind, index) => [kind, index])) as Record<Kind, number>

/** What a value is, with all numbers as one kind. */
export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'string':
      return 'string'
    case 'number':
      return 'number'
    case 'boolean':
      return 'bool'
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return 'array'
      return isDoc(value) ? 'object' : bsonKind(value)
    default:
      return 'missing'
  }
}

function bsonKind(value: object): Kind {
  if (value instanceof Date) return 'date'
  if (isNumeric(value)) return 'number'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof BSONRegExp) return 'regex'
  if (value instanceof Binary) return 'binData'
  if (value instanceof Timestamp) return 'timestamp'
  if (value instanceof MinKey) return 'minKey'
  if (value instanceof MaxKey) return 'maxKey'
  throw new TypeError(
    `Cannot tell the kind of a ${value.constructor?.name}: it never comes out of parseEjson()`,
  )
}
