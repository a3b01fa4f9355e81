import { BSONRegExp, Double, EJSON, MaxKey, MinKey } from 'bson'
import { invalidParam, requestFailed } from '../database-error'
import type { Doc } from '../types'
import { isDoc } from './kinds'
import { numberType, toLong } from './numbers'

/** https://www.mongodb.com/docs/manual/reference/limits/: nested depth for BSON documents. */
export const MAX_DEPTH = 100

/**
 * Reads extended JSON, canonical (as the SDK sends it) or the shorter form of `stringifyForStore`.
 *
 * `{ $tcb_server_date: { offset } }` becomes the date `now + offset` wherever it stands, in what is written as in a
 * query: https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Database.serverDate.html
 *
 * Known difference: a field called by a whole number (`"7"`) moves to the front of its document, as in every JavaScript object.
 *
 * @param what the request's field that the text comes from, for the error
 * @param now milliseconds since 1970
 * @throws DatabaseError `INVALID_PARAM` for text that is no extended JSON
 */
export function parseEjson(text: string, what: string, now: number): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw invalidParam(`Cannot read "${what}": it is not JSON`, { cause: error })
  }
  return revive(json, { what, now }, 0)
}

/** As `parseEjson`, for text that must be a document. */
export function parseDoc(text: string, what: string, now: number): Doc {
  const value = parseEjson(text, what, now)
  if (!isDoc(value)) throw invalidParam(`Cannot read "${what}": it is not an object`)
  return value
}

/** Reads what `stringifyForStore` has written. */
export function parseStored(text: string): Doc {
  const json = JSON.parse(text)
  // most documents hold nothing but plain JSON; what looks like a type in a text makes this slower, not wrong
  return text.includes('"$') ? (revive(json, { what: 'stored document', now: 0 }, 0) as Doc) : json
}

/** Canonical extended JSON, as the SDK's parser expects a document. */
export function stringifyEjson(value: unknown): string {
  return JSON.stringify(toJson(value, canonicalNumber, date => ({ $date: { $numberLong: String(date) } })))
}

/** Extended JSON with plain numbers: half as long and twice as fast to read. */
export function stringifyForStore(value: unknown): string {
  return JSON.stringify(toJson(value, shortNumber, date => ({ $date: date })))
}

interface Reading {
  what: string
  now: number
}

function revive(value: unknown, reading: Reading, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth > MAX_DEPTH)
    throw invalidParam(`Cannot read "${reading.what}": more than ${MAX_DEPTH} levels deep`)
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i], reading, depth + 1)
    return value
  }
  const doc = value as Doc
  const names = Object.keys(doc)
  const typed = names.length === 1 ? TYPES.get(names[0] as string) : undefined
  if (typed) return reviveTyped(doc, typed, reading)
  for (const name of names) {
    checkName(name, reading.what)
    doc[name] = revive(doc[name], reading, depth + 1)
  }
  return doc
}

function checkName(name: string, what: string): void {
  if (name === '__proto__' || name.includes('\0')) {
    throw invalidParam(`Cannot read "${what}": no field may be called ${JSON.stringify(name)}`)
  }
}

function reviveTyped(doc: Doc, typed: Typed, reading: Reading): unknown {
  const invalid = (cause?: unknown) =>
    invalidParam(`Cannot read "${reading.what}": ${JSON.stringify(doc).slice(0, 200)} is no valid value`, {
      cause,
    })
  let value: unknown
  try {
    value = typed(Object.values(doc)[0], reading, doc)
  } catch (error) {
    // `bson` and BigInt say what they dislike by TypeError, SyntaxError and BSONError
    throw invalid(error)
  }
  if (value === undefined) throw invalid()
  return value
}

/** Returns `undefined`, or throws, if the value does not fit the type. */
type Typed = (value: unknown, reading: Reading, doc: Doc) => unknown

const byBson: Typed = (_value, _reading, doc) => EJSON.deserialize(doc, { relaxed: false })

const TYPED: Record<string, Typed> = {
  $numberInt: value => {
    const number = Number(value)
    return Number.isInteger(number) && typeof value === 'string' ? number : undefined
  },
  $numberLong: value => (typeof value === 'string' ? toLong(BigInt(value)) : undefined),
  $numberDouble: readDouble,
  $date: readDate,
  $tcb_server_date: (value, reading) =>
    isDoc(value) ? validDate(reading.now + Number(revive(value.offset ?? 0, reading, 0))) : undefined,
  $regularExpression: value => {
    if (!isDoc(value) || typeof value.pattern !== 'string') return undefined
    // JavaScript's flags g, y and d mean nothing to a query; `bson` refuses them
    return new BSONRegExp(value.pattern, String(value.options ?? '').replace(/[gyd]/g, ''))
  },
  $undefined: () => null,
  $symbol: value => (typeof value === 'string' ? value : undefined),
  $minKey: () => new MinKey(),
  $maxKey: () => new MaxKey(),
  $oid: byBson,
  $binary: byBson,
  $uuid: byBson,
  $numberDecimal: byBson,
  $timestamp: byBson,
}
const TYPES = new Map(Object.entries(TYPED))

function readDouble(value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  const number = Number(value)
  if (Number.isNaN(number) && value !== 'NaN') return undefined
  return numberType(number) === 'double' ? number : new Double(number)
}

function readDate(value: unknown): Date | undefined {
  if (isDoc(value)) return validDate(Number(value.$numberLong))
  return typeof value === 'number' || typeof value === 'string' ? validDate(value) : undefined
}

function validDate(value: number | string): Date | undefined {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function toJson(
  value: unknown,
  number: (value: number) => unknown,
  date: (milliseconds: number) => unknown,
): unknown {
  if (typeof value === 'number') return number(value)
  if (typeof value !== 'object' || value === null) return value ?? null
  if (Array.isArray(value)) return value.map(item => toJson(item, number, date))
  if (isDoc(value)) {
    const json: Doc = {}
    for (const name of Object.keys(value)) {
      if (value[name] !== undefined) json[name] = toJson(value[name], number, date)
    }
    return json
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw requestFailed('a date is out of range')
    return date(value.getTime())
  }
  return EJSON.serialize({ value }, { relaxed: false }).value
}

function canonicalNumber(value: number): Doc {
  switch (numberType(value)) {
    case 'int':
      return { $numberInt: String(value) }
    case 'long':
      return { $numberLong: String(BigInt(value)) }
    default:
      return { $numberDouble: Object.is(value, -0) ? '-0.0' : String(value) }
  }
}

function shortNumber(value: number): unknown {
  return Number.isFinite(value) && !Object.is(value, -0) ? value : canonicalNumber(value)
}

/** What the SDK makes of a value: plain numbers, dates; other types as objects of `bson`. */
export function asSdkReads(value: Doc): Doc {
  return EJSON.parse(stringifyEjson(value)) as Doc
}
