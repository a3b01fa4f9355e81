import type { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson'
import type { Doc } from '../types'
import { type Kind, kindOf, RANK } from './kinds'
import { type Numeric, toBigInt, toNumber } from './numbers'

/**
 * The order of MongoDB over all values: first by kind, then by value; documents field by field in their own order.
 * Returns a negative number, zero or a positive number.
 */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  const kind = kindOf(a)
  const difference = RANK[kind] - RANK[kindOf(b)]
  return difference !== 0 ? difference : WITHIN[kind](a as never, b as never)
}

/** Equal in value and kind: `1` equals `1.0`, `{ a: 1, b: 2 }` does not equal `{ b: 2, a: 1 }`. */
export function equalValues(a: unknown, b: unknown): boolean {
  return compareValues(a, b) === 0
}

const WITHIN: Record<Kind, (a: never, b: never) => number> = {
  minKey: () => 0,
  missing: () => 0,
  null: () => 0,
  maxKey: () => 0,
  number: compareNumbers,
  string: compareStrings,
  bool: (a: boolean, b: boolean) => Number(a) - Number(b),
  date: (a: Date, b: Date) => a.getTime() - b.getTime(),
  array: compareArrays,
  object: compareDocs,
  objectId: (a: ObjectId, b: ObjectId) => Buffer.compare(a.id, b.id),
  binData: (a: Binary, b: Binary) =>
    a.length() - b.length() ||
    a.sub_type - b.sub_type ||
    Buffer.compare(a.value(true) as Buffer, b.value(true) as Buffer),
  timestamp: (a: Timestamp, b: Timestamp) => a.compare(b),
  regex: (a: BSONRegExp, b: BSONRegExp) =>
    compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options),
}

/** NaN sorts before every other number and equals itself. */
function compareNumbers(a: Numeric, b: Numeric): number {
  const [x, y] = [toNumber(a), toNumber(b)]
  if (x < y) return -1
  if (x > y) return 1
  if (x !== y) return Number(Number.isNaN(y)) - Number(Number.isNaN(x))
  // equal as doubles: two integers beyond 2^53 may still differ
  return Number.isInteger(x) && !Number.isSafeInteger(x) ? Number(toBigInt(a) - toBigInt(b)) : 0
}

/** By code points, which is the order of UTF-8 bytes. JavaScript's own order puts an emoji before a full-width `！`. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x !== y)
      return isSurrogate(x) === isSurrogate(y) ? x - y : Number(isSurrogate(x)) - Number(isSurrogate(y))
  }
  return a.length - b.length
}

/** Half of a character beyond U+FFFF. A unit below U+D800 never meets this rule's exception, only U+E000 to U+FFFF do. */
function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = compareValues(a[i], b[i])
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

type Entry = [name: string, value: unknown]

function compareDocs(a: Doc, b: Doc): number {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) {
    const [[name, value], [otherName, otherValue]] = [left[i], right[i]] as [Entry, Entry]
    const difference =
      RANK[kindOf(value)] - RANK[kindOf(otherValue)] ||
      compareStrings(name, otherName) ||
      compareValues(value, otherValue)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
