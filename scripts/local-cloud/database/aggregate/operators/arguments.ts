import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { typeName } from '../../values/bson-type'
import { isDoc, isNil, kindOf } from '../../values/kinds'
import { isNumeric, toNumber, wholeNumber } from '../../values/numbers'
import type { Compile, Expression, Operator } from '../expression'

/** An operator of `least` to `most` arguments. A single argument need not stand in an array. */
export function withArguments(
  name: string,
  [least, most]: readonly [number, number],
  compute: (...values: unknown[]) => unknown,
): Operator {
  return (operand, compile) => {
    const list: unknown[] = Array.isArray(operand) ? operand : [operand]
    if (list.length < least || list.length > most) {
      const wanted =
        least === most ? String(least) : most === Infinity ? `at least ${least}` : `${least} to ${most}`
      throw requestFailed(`Expression ${name} takes ${wanted} arguments. ${list.length} were passed in`)
    }
    const expressions = list.map(item => compile(item))
    return scope => compute(...expressions.map(expression => expression(scope)))
  }
}

/** As `withArguments`, for an operator that gives null as soon as one of its arguments is null or missing. */
export function nullable(
  name: string,
  count: readonly [number, number],
  compute: (...values: unknown[]) => unknown,
): Operator {
  return withArguments(name, count, (...values) => (values.some(isNil) ? null : compute(...values)))
}

/** The fields of an operand like `{ input, as, in }`; each of `required` must be there, only `optional` may be. */
export function fieldsOf(
  name: string,
  operand: unknown,
  required: readonly string[],
  optional: readonly string[],
): Doc {
  if (!isDoc(operand))
    throw requestFailed(`${name} only supports an object as its argument, found ${kindOf(operand)}`)
  for (const field of Object.keys(operand)) {
    if (!required.includes(field) && !optional.includes(field)) {
      throw requestFailed(`Unrecognized parameter to ${name}: ${field}`)
    }
  }
  for (const field of required) {
    if (!Object.hasOwn(operand, field)) throw requestFailed(`Missing '${field}' parameter to ${name}`)
  }
  return operand
}

/** Compiles a field that may be left out. */
export function optionalField(operand: Doc, field: string, compile: Compile): Expression {
  return Object.hasOwn(operand, field) ? compile(operand[field]) : () => undefined
}

export function numberArgument(name: string, value: unknown): number {
  if (!isNumeric(value)) throw requestFailed(`${name} only supports numeric types, not ${typeName(value)}`)
  return toNumber(value)
}

export function wholeArgument(name: string, what: string, value: unknown): number {
  const number = wholeNumber(value)
  if (number === undefined) {
    throw requestFailed(`${name} needs a whole number for ${what}, found a value of type ${typeName(value)}`)
  }
  return number
}

export function arrayArgument(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value))
    throw requestFailed(`The argument to ${name} must be an array, but was of type: ${typeName(value)}`)
  return value
}

export function stringArgument(name: string, value: unknown): string {
  if (typeof value !== 'string')
    throw requestFailed(`${name} requires a string argument, found: ${typeName(value)}`)
  return value
}
