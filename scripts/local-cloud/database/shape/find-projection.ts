import { requestFailed } from '../database-error'
import { compileFilter } from '../query/filter'
import type { Doc } from '../types'
import { isDoc } from '../values/kinds'
import { isNumeric, wholeNumber } from '../values/numbers'
import { evaluatePath, splitPath } from '../values/paths'
import { type Entry, isKept, type Shape, shapeOf } from './project'

/**
 * Compiles the projection of a query: `field({ a: true })`, with `_.project.slice` and `_.project.elemMatch`.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/collection/Collection.field.html
 */
export function compileFindProjection(spec: Doc): Shape {
  const entries = Object.entries(spec).map(([name, value]) => readEntry(name, value))
  return entries.length === 0 ? doc => doc : shapeOf(entries)
}

function readEntry(name: string, value: unknown): Entry {
  const path = splitPath(name)
  if (typeof value === 'boolean' || isNumeric(value)) return { path, keep: isKept(value) }
  const [operator, operand] = isDoc(value) ? (Object.entries(value)[0] ?? []) : []
  const select =
    operator === '$slice' ? slice(operand) : operator === '$elemMatch' ? elemMatch(operand) : undefined
  if (!select) throw requestFailed(`Unsupported projection option: ${name}: ${JSON.stringify(value)}`)
  return { path, compute: scope => select(evaluatePath(scope.CURRENT, path)), neutral: operator === '$slice' }
}

type Select = (value: unknown) => unknown

/** `$slice: n`, `$slice: -n` or `$slice: [skip, n]`; what is no array stays as it is. */
function slice(operand: unknown): Select {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map(wholeNumber)
  const [first, second] = numbers
  if (
    first === undefined ||
    numbers.length > 2 ||
    (numbers.length === 2 && !(second !== undefined && second > 0))
  ) {
    throw requestFailed('$slice takes a number, or an array of a number to skip and a positive number')
  }
  return value => {
    if (!Array.isArray(value)) return value
    if (second === undefined) return first < 0 ? value.slice(first) : value.slice(0, first)
    const start = first < 0 ? Math.max(0, value.length + first) : first
    return value.slice(start, start + second)
  }
}

/** The first element that matches, in an array of its own; no field at all without one. */
function elemMatch(operand: unknown): Select {
  if (!isDoc(operand)) throw requestFailed('elemMatch: Invalid argument, object required')
  const filter = compileFilter({ array: { $elemMatch: operand } })
  return value => {
    const found = Array.isArray(value)
      ? value.find(element => filter.matches({ array: [element] }))
      : undefined
    return found === undefined ? undefined : [found]
  }
}
