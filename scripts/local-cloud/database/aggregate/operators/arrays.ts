import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { typeName } from '../../values/bson-type'
import { equalValues } from '../../values/compare'
import { fieldOf, isDoc, isNil } from '../../values/kinds'
import type { Operator } from '../expression'
import { isTrue } from '../truth'
import {
  arrayArgument,
  fieldsOf,
  nullable,
  optionalField,
  stringArgument,
  wholeArgument,
  withArguments,
} from './arguments'

/** The server bounds the memory of a stage; this bounds what a single expression can make out of nothing. */
const MAX_RANGE = 1_000_000

function arrayElemAt(value: unknown, position: unknown): unknown {
  const array = arrayArgument('$arrayElemAt', value)
  const index = wholeArgument('$arrayElemAt', 'the index', position)
  return array[index < 0 ? index + array.length : index]
}

function arrayToObject(value: unknown): Doc {
  const doc: Doc = {}
  for (const item of arrayArgument('$arrayToObject', value)) {
    const [name, field] = isDoc(item)
      ? [fieldOf(item, 'k'), fieldOf(item, 'v')]
      : Array.isArray(item)
        ? item
        : []
    if (typeof name !== 'string' || field === undefined || name === '__proto__') {
      throw requestFailed('$arrayToObject requires an array of [key, value] pairs or of { k, v } objects')
    }
    doc[name] = field
  }
  return doc
}

function indexOfArray(value: unknown, wanted: unknown, from: unknown = 0, to?: unknown): number | null {
  if (isNil(value)) return null
  const array = arrayArgument('$indexOfArray', value)
  const start = wholeArgument('$indexOfArray', 'the start', from)
  const end = to === undefined ? array.length : wholeArgument('$indexOfArray', 'the end', to)
  if (start < 0 || end < 0) throw requestFailed('$indexOfArray requires a nonnegative start and end')
  return array.findIndex((item, index) => index >= start && index < end && equalValues(item, wanted))
}

function range(from: unknown, to: unknown, by: unknown = 1): number[] {
  const [start, end, step] = [
    wholeArgument('$range', 'the start', from),
    wholeArgument('$range', 'the end', to),
    wholeArgument('$range', 'the step', by),
  ]
  if (step === 0) throw requestFailed('$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((end - start) / step))
  if (length > MAX_RANGE) throw requestFailed(`$range would make more than ${MAX_RANGE} numbers`)
  return Array.from({ length }, (_, index) => start + index * step)
}

function slice(value: unknown, first: unknown, second?: unknown): readonly unknown[] {
  const array = arrayArgument('$slice', value)
  const number = wholeArgument('$slice', 'the position', first)
  if (second === undefined) return number < 0 ? array.slice(number) : array.slice(0, number)
  const count = wholeArgument('$slice', 'the count', second)
  if (count <= 0) throw requestFailed('Third argument to $slice must be positive')
  const start = number < 0 ? Math.max(0, array.length + number) : number
  return array.slice(start, start + count)
}

/** `{ input, as, in }`: evaluates `body` with each element as a variable. */
function overElements(
  name: string,
  body: string,
  finish: (array: readonly unknown[], values: unknown[]) => unknown,
): Operator {
  return (operand, compile) => {
    const fields = fieldsOf(name, operand, ['input', body], ['as'])
    const variable = fields.as === undefined ? 'this' : stringArgument(name, fields.as)
    const [input, each] = [compile(fields.input), compile(fields[body], [variable])]
    return scope => {
      const value = input(scope)
      if (isNil(value)) return null
      const array = arrayArgument(name, value)
      return finish(
        array,
        array.map(element => each({ ...scope, [variable]: element })),
      )
    }
  }
}

const reduce: Operator = (operand, compile) => {
  const fields = fieldsOf('$reduce', operand, ['input', 'initialValue', 'in'], [])
  const [input, initial, body] = [
    compile(fields.input),
    compile(fields.initialValue),
    compile(fields.in, ['this', 'value']),
  ]
  return scope => {
    const array = input(scope)
    if (isNil(array)) return null
    return arrayArgument('$reduce', array).reduce(
      (value, element) => body({ ...scope, this: element, value }),
      initial(scope),
    )
  }
}

const zip: Operator = (operand, compile) => {
  const fields = fieldsOf('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'])
  const longest = fields.useLongestLength === true
  if (fields.defaults !== undefined && !longest)
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  const [inputs, defaults] = [compile(fields.inputs), optionalField(fields, 'defaults', compile)]
  return scope => {
    const arrays = arrayArgument('$zip', inputs(scope))
    if (arrays.some(isNil)) return null
    const lengths = arrays.map(array => arrayArgument('$zip', array).length)
    const fallback = defaults(scope)
    const length = longest ? Math.max(...lengths) : Math.min(...lengths)
    return Array.from({ length }, (_, index) =>
      arrays.map((array, column) => {
        const items = array as readonly unknown[]
        return (
          (index < items.length ? items[index] : Array.isArray(fallback) ? fallback[column] : null) ?? null
        )
      }),
    )
  }
}

export const ARRAYS: Record<string, Operator> = {
  $arrayElemAt: nullable('$arrayElemAt', [2, 2], arrayElemAt),
  $arrayToObject: nullable('$arrayToObject', [1, 1], arrayToObject),
  $concatArrays: nullable('$concatArrays', [0, Number.POSITIVE_INFINITY], (...values) =>
    values.flatMap(value => arrayArgument('$concatArrays', value)),
  ),
  $filter: overElements('$filter', 'cond', (array, values) =>
    array.filter((_, index) => isTrue(values[index])),
  ),
  $in: withArguments('$in', [2, 2], (wanted, value) => {
    if (!Array.isArray(value)) {
      throw requestFailed(`$in requires an array as a second argument, found: ${typeName(value)}`)
    }
    return value.some(item => equalValues(item, wanted))
  }),
  $indexOfArray: withArguments('$indexOfArray', [2, 4], indexOfArray),
  $isArray: withArguments('$isArray', [1, 1], Array.isArray),
  $map: overElements('$map', 'in', (_array, values) => values.map(value => value ?? null)),
  $range: withArguments('$range', [2, 3], range),
  $reduce: reduce,
  $reverseArray: nullable('$reverseArray', [1, 1], value =>
    [...arrayArgument('$reverseArray', value)].reverse(),
  ),
  $size: withArguments('$size', [1, 1], value => arrayArgument('$size', value).length),
  $slice: nullable('$slice', [2, 3], slice),
  $zip: zip,
}
