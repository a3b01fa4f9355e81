import { Decimal128, Double, Long } from 'bson'
import { requestFailed } from '../database-error'

/**
 * Numbers. An int32, a 64-bit integer that JavaScript holds exactly and lies outside the int32 range, and a double that
 * is no integer are plain numbers: the SDK itself tells them apart in that way. A number of another type than its value
 * suggests (`Double(1)`, `Long(5)`, an integer beyond 2^53) stays the object of `bson`, so that it goes out as it came in.
 */
export type Numeric = number | Double | Long | Decimal128
export type NumberType = 'int' | 'long' | 'double' | 'decimal'

const INT32_MIN = -(2 ** 31)
const INT32_MAX = 2 ** 31 - 1
const INT64 = 2 ** 63

export function isNumeric(value: unknown): value is Numeric {
  return (
    typeof value === 'number' ||
    value instanceof Double ||
    value instanceof Decimal128 ||
    (value instanceof Long && value._bsontype === 'Long') // a Timestamp is a Long, too
  )
}

/** The BSON type of a number. */
export function numberType(value: Numeric): NumberType {
  if (value instanceof Double) return 'double'
  if (value instanceof Long) return 'long'
  if (value instanceof Decimal128) return 'decimal'
  if (!Number.isInteger(value) || Object.is(value, -0) || value < -INT64 || value >= INT64) return 'double'
  return value >= INT32_MIN && value <= INT32_MAX ? 'int' : 'long'
}

/** The nearest double. A 64-bit integer beyond 2^53 and a decimal lose digits. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value
  if (value instanceof Double) return value.valueOf()
  return value instanceof Long ? value.toNumber() : Number(value.toString())
}

/** A double, whatever its value. */
export function toDouble(value: number): Numeric {
  return numberType(value) === 'double' ? value : new Double(value)
}

/** A 64-bit integer, whatever its value. A value beyond 64 bits becomes a double. */
export function toLong(value: bigint): Numeric {
  if (BigInt.asIntN(64, value) !== value) return Number(value)
  const number = Number(value)
  return numberType(number) === 'long' && BigInt(number) === value ? number : Long.fromBigInt(value)
}

/** `a + b` of `$inc`: the result has the wider of the two types, as in MongoDB. */
export function add(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
  )
}

/** `a * b` of `$mul`. */
export function multiply(a: Numeric, b: Numeric): Numeric {
  return combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
  )
}

function combine(
  a: Numeric,
  b: Numeric,
  doubles: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint,
): Numeric {
  const types = [numberType(a), numberType(b)]
  // computed as doubles: 15 digits instead of 34, which no JavaScript client can send or read anyway
  if (types.includes('decimal')) return Decimal128.fromString(String(doubles(toNumber(a), toNumber(b))))
  if (types.includes('double')) return toDouble(doubles(toNumber(a), toNumber(b)))
  const result = integers(toBigInt(a), toBigInt(b))
  if (BigInt.asIntN(64, result) !== result) {
    throw requestFailed(`the result of ${a} and ${b} does not fit into 64 bits`)
  }
  const fitsInt = result >= BigInt(INT32_MIN) && result <= BigInt(INT32_MAX)
  return fitsInt && !types.includes('long') ? Number(result) : toLong(result)
}

/** The exact value of a number that is an integer. */
export function toBigInt(value: Numeric): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value))
}

/** A whole number for a count, an index or a size; `undefined` for anything else. */
export function wholeNumber(value: unknown): number | undefined {
  if (!isNumeric(value)) return undefined
  const number = toNumber(value)
  return Number.isSafeInteger(number) ? number : undefined
}
