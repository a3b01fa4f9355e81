import { BSONRegExp } from 'bson'
import { requestFailed } from '../database-error'
import { typeTest } from '../values/bson-type'
import { compareValues, equalValues } from '../values/compare'
import { isDoc, isNil, kindOf } from '../values/kinds'
import { isNumeric, toNumber } from '../values/numbers'
import { valueKey } from '../values/value-key'
import { toPattern } from './regex'

/** Whether a single value meets a condition; a missing field is the value `undefined`. */
export type ValueTest = (value: unknown) => boolean

/** `null` also stands for a missing field. */
export function equalTo(operand: unknown): ValueTest {
  return isNil(operand) ? isNil : value => value !== undefined && equalValues(value, operand)
}

/** `$gt` and its kin compare within one kind only; a missing field counts as null. NaN is only ever equal. */
export function comparedTo(operand: unknown, holds: (difference: number) => boolean): ValueTest {
  const bound = operand ?? null
  const kind = kindOf(bound)
  const isEnd = kind === 'minKey' || kind === 'maxKey'
  return found => {
    const value = found ?? null
    if (!isEnd && kindOf(value) !== kind) return false
    if (isNaNumber(value) || isNaNumber(bound)) return isNaNumber(value) && isNaNumber(bound) && holds(0)
    return holds(compareValues(value, bound))
  }
}

function isNaNumber(value: unknown): boolean {
  return isNumeric(value) && Number.isNaN(toNumber(value))
}

export function oneOf(operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
  if (operand.some(item => isDoc(item) && Object.keys(item)[0]?.startsWith('$'))) {
    throw requestFailed('cannot nest $ under $in')
  }
  const regexes = operand.filter(item => item instanceof BSONRegExp).map(item => matchedBy(item))
  const keys = new Set(operand.map(valueKey))
  return value => keys.has(valueKey(value)) || regexes.some(test => test(value))
}

/** A text that the expression finds, or a stored regular expression that is the same one. */
export function matchedBy(operand: unknown, options?: unknown): ValueTest {
  if (options !== undefined && typeof options !== 'string') throw requestFailed('$options has to be a string')
  if (operand instanceof BSONRegExp) {
    const regex = toPattern(operand.pattern, options ?? operand.options)
    return value => (typeof value === 'string' ? regex.test(value) : equalValues(value, operand))
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string')
  const regex = toPattern(operand, options)
  return value => typeof value === 'string' && regex.test(value)
}

export function remainderOf(operand: unknown): ValueTest {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw requestFailed('malformed mod, needs to be an array of two')
  }
  const [divisor, remainder] = operand.map(item =>
    isNumeric(item) ? Math.trunc(toNumber(item)) : Number.NaN,
  )
  if (!divisor || Number.isNaN(remainder)) {
    throw requestFailed('malformed mod, divisor and remainder must be numbers, the divisor not 0')
  }
  return value => isNumeric(value) && Math.trunc(toNumber(value)) % divisor === remainder
}

/** One type, or one of several. */
export function ofType(operand: unknown): ValueTest {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(typeTest)
  if (tests.length === 0) throw requestFailed('$type must match at least one type')
  return value => value !== undefined && tests.some(test => test(value))
}
