import { BSONRegExp } from 'bson'
import { requestFailed } from '../database-error'
import { compileFilter, isOperators } from '../query/filter'
import { compileSort } from '../shape/sort'
import type { Doc } from '../types'
import { typeName } from '../values/bson-type'
import { equalValues } from '../values/compare'
import { isDoc } from '../values/kinds'
import { wholeNumber } from '../values/numbers'
import type { UpdateOperator } from './apply-update'
import { assign, find, reach, show, valueAt } from './update-path'

const MODIFIERS = ['$each', '$position', '$sort', '$slice']

const push: UpdateOperator = (doc, path, operand) => {
  const modifiers = isDoc(operand) && Object.hasOwn(operand, '$each') ? operand : { $each: [operand] }
  const unknown = Object.keys(modifiers).find(name => !MODIFIERS.includes(name))
  if (unknown) throw requestFailed(`Unrecognized clause in $push: ${unknown}`)
  const place = reach(doc, path)
  const array = valueAt(place) ?? undefined
  if (valueAt(place) === null || (array !== undefined && !Array.isArray(array))) {
    throw requestFailed(
      `The field '${path.join('.')}' must be an array but is of type ${typeName(valueAt(place))} in document {_id: ${show(doc._id)}}`,
    )
  }
  assign(place, pushed(Array.isArray(array) ? array : [], modifiers))
}

function pushed(array: readonly unknown[], { $each, $position, $sort, $slice }: Doc): unknown[] {
  const items = eachOf('$push', $each)
  const position = $position === undefined ? array.length : modifierNumber('$position', $position)
  // a negative position counts from the end; both stop at the ends
  const start = position < 0 ? Math.max(0, array.length + position) : Math.min(position, array.length)
  const joined = [...array.slice(0, start), ...items, ...array.slice(start)]
  const sorted = $sort === undefined ? joined : sortElements(joined, $sort)
  if ($slice === undefined) return sorted
  const slice = modifierNumber('$slice', $slice)
  return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice)
}

/** `$sort: 1` sorts the elements themselves, `$sort: { field: 1 }` by a field. */
function sortElements(array: readonly unknown[], order: unknown): unknown[] {
  if (isDoc(order)) return compileSort(order)(array, element => element)
  return compileSort({ element: order })(array, element => ({
    element: Array.isArray(element) ? [element] : element,
  }))
}

function modifierNumber(name: string, value: unknown): number {
  const number = wholeNumber(value)
  if (number === undefined)
    throw requestFailed(
      `The value for ${name} must be an integer value but was given type: ${typeName(value)}`,
    )
  return number
}

function eachOf(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value))
    throw requestFailed(
      `The argument to $each in ${name} must be an array but it was of type: ${typeName(value)}`,
    )
  return value
}

const addToSet: UpdateOperator = (doc, path, operand) => {
  const items =
    isDoc(operand) && Object.hasOwn(operand, '$each') ? eachOf('$addToSet', operand.$each) : [operand]
  const place = reach(doc, path)
  const array = valueAt(place)
  if (array !== undefined && !Array.isArray(array)) {
    throw requestFailed(
      `Cannot apply $addToSet to non-array field. Field named '${path.at(-1)}' has non-array type ${typeName(array)}`,
    )
  }
  const result = [...(array ?? [])]
  for (const item of items) if (!result.some(known => equalValues(known, item))) result.push(item)
  assign(place, result)
}

/** The operators that only take elements away leave a missing field missing. */
function removing(
  compile: (operand: unknown) => (array: readonly unknown[]) => unknown[],
  refusal: (path: string, type: string) => string,
): UpdateOperator {
  return (doc, path, operand) => {
    const change = compile(operand)
    const place = find(doc, path)
    const array = place && valueAt(place)
    if (!place || array === undefined) return
    if (!Array.isArray(array)) throw requestFailed(refusal(path.join('.'), typeName(array)))
    assign(place, change(array))
  }
}

const pop = removing(
  operand => {
    const end = wholeNumber(operand)
    if (end !== 1 && end !== -1) throw requestFailed(`$pop expects 1 or -1, found: ${show(operand)}`)
    return array => (end === 1 ? array.slice(0, -1) : array.slice(1))
  },
  (path, type) => `Path '${path}' contains an element of non-array type '${type}'`,
)

const pull = removing(
  operand => {
    const matches = pullTest(operand)
    return array => array.filter(element => !matches(element))
  },
  () => 'Cannot apply $pull to a non-array value',
)

/** `$pull: <value>`, `$pull: { $gt: 5 }` for the elements themselves, or `$pull: { field: ... }` for documents. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isOperators(operand) || operand instanceof BSONRegExp) {
    const filter = compileFilter({ element: operand })
    return element => filter.matches({ element })
  }
  if (!isDoc(operand)) return element => equalValues(element, operand)
  const filter = compileFilter(operand)
  return element => isDoc(element) && filter.matches(element)
}

const pullAll = removing(
  operand => {
    if (!Array.isArray(operand))
      throw requestFailed(`$pullAll requires an array argument but was given a ${typeName(operand)}`)
    return array => array.filter(element => !operand.some(item => equalValues(item, element)))
  },
  () => 'Cannot apply $pull to a non-array value',
)

export const ARRAY_OPERATORS: Record<string, UpdateOperator> = {
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
}
