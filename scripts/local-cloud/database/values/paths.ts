import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { fieldOf, isDoc } from './kinds'

/** The names of a dotted path. */
export type Path = readonly string[]

/** `a.b.0` -> `['a', 'b', '0']`. An empty name and `__proto__` are refused. */
export function splitPath(path: string): Path {
  const names = path.split('.')
  if (names.includes(''))
    throw requestFailed(`The path '${path}' contains an empty field name, which is not allowed`)
  if (names.includes('__proto__'))
    throw requestFailed(`The path '${path}' contains the name '__proto__', which is not allowed`)
  return names
}

/** The index that a name stands for in an array, `undefined` for any other name. */
export function arrayIndex(name: string): number | undefined {
  return /^(0|[1-9]\d{0,6})$/.test(name) ? Number(name) : undefined
}

/**
 * Whether `test` holds for one of the values that a path of a query reaches. Arrays on the way are searched
 * element by element; a missing field counts as the value `undefined`.
 * @param elements whether an array at the end of the path stands for its elements, too
 */
export function someValue(
  root: unknown,
  path: Path,
  elements: boolean,
  test: (value: unknown) => boolean,
  from = 0,
): boolean {
  let value = root
  for (let i = from; i < path.length; i++) {
    if (Array.isArray(value)) return someElement(value, path, elements, test, i)
    if (!isDoc(value)) return test(undefined)
    value = fieldOf(value, path[i] as string)
  }
  if (elements && Array.isArray(value)) {
    for (const element of value) if (test(element)) return true
  }
  return test(value)
}

function someElement(
  array: readonly unknown[],
  path: Path,
  elements: boolean,
  test: (value: unknown) => boolean,
  from: number,
): boolean {
  const name = path[from] as string
  const index = arrayIndex(name)
  if (index !== undefined && index < array.length && someValue(array[index], path, elements, test, from + 1))
    return true
  return array.some(
    element =>
      isDoc(element) &&
      (index === undefined || Object.hasOwn(element, name)) &&
      someValue(element, path, elements, test, from),
  )
}

/** All values that `someValue` visits. */
export function valuesAt(root: unknown, path: Path, elements: boolean): unknown[] {
  const values: unknown[] = []
  someValue(root, path, elements, value => {
    values.push(value)
    return false
  })
  return values
}

/** The value of `$a.b` in an expression: an array on the way gives the array of what its documents hold. */
export function evaluatePath(root: unknown, path: Path, from = 0): unknown {
  let value = root
  for (let i = from; i < path.length; i++) {
    if (Array.isArray(value)) {
      return value
        .filter(isDoc)
        .map(element => evaluatePath(element, path, i))
        .filter(found => found !== undefined)
    }
    if (!isDoc(value)) return undefined
    value = fieldOf(value, path[i] as string)
  }
  return value
}

/** A copy of `doc` with `value` at `path`; documents on the way are copied or made, anything else is replaced. */
export function withValue(doc: Doc, path: Path, value: unknown): Doc {
  const [name, ...rest] = path as [string, ...string[]]
  const inner = fieldOf(doc, name)
  return { ...doc, [name]: rest.length === 0 ? value : withValue(isDoc(inner) ? inner : {}, rest, value) }
}
