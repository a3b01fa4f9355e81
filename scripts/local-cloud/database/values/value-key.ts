import { EJSON } from 'bson'
import { isDoc, kindOf } from './kinds'
import { type Numeric, toBigInt, toNumber } from './numbers'

/**
 * A string that two values share exactly when `equalValues` holds: for grouping, sets and the index of `_id`.
 * A missing value has the key of `null`.
 */
export function valueKey(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `s${JSON.stringify(value)}`
    case 'number':
      return numberKey(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'undefined':
      return 'null'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(valueKey).join()}]`
  if (isDoc(value)) {
    return `{${Object.entries(value)
      .map(([name, field]) => `${JSON.stringify(name)}:${valueKey(field)}`)
      .join()}}`
  }
  if (value instanceof Date) return `d${value.getTime()}`
  if (kindOf(value) === 'number') return numberKey(value as Numeric)
  return EJSON.stringify({ value } as object, { relaxed: false })
}

function numberKey(value: Numeric): string {
  const number = toNumber(value)
  const digitsCount = Number.isInteger(number) && !Number.isSafeInteger(number)
  return digitsCount ? `n${toBigInt(value)}` : `n${number === 0 ? 0 : number}`
}
