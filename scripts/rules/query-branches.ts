import type { Fact } from './fact'
import { isPlain, isWrappedNumber, type Plain } from './plain'

/** One way to satisfy a query: what it says of each field, by dotted path. */
export type Branch = ReadonlyMap<string, readonly Fact[]>

/** A query with more alternatives than this is refused rather than thought through. */
export const MAX_BRANCHES = 256

/** Thrown for a query whose alternatives are too many. */
export class TooManyBranches extends Error {
  override readonly name = 'TooManyBranches'
}

const NOTHING: Branch = new Map()

/**
 * Takes a query apart into its alternatives: a record matches the query only if all the facts of at least one
 * branch hold. Operators that say nothing a rule could use ($regex, $size, geo, ...) are left out, which
 * makes the query look wider than it is, never narrower.
 *
 * As on the platform the query stands for the record: a field that holds a list counts as each of its values.
 *
 * @param mentioned whether a rule asks for the field; the `$in` of any other need not be multiplied out
 */
export function queryBranches(query: Plain, mentioned: (path: string) => boolean): Branch[] {
  return branchesOf(query, mentioned)
}

/** What a branch says of a field, by itself or by an object that holds it; of the record as a whole, nothing. */
export function factsOf(branch: Branch, path: string): readonly Fact[] {
  if (path === '') return []
  const facts = [...(branch.get(path) ?? [])]
  const steps = path.split('.')
  for (let length = 1; length < steps.length; length++) {
    for (const fact of branch.get(steps.slice(0, length).join('.')) ?? []) {
      const whole = fact.kind === 'equal' && typeof fact.value === 'object' && fact.value !== null
      if (whole) facts.push({ ...fact, value: valueAt(fact.value, steps.slice(length)) })
    }
  }
  return facts
}

function branchesOf(query: Plain, mentioned: (path: string) => boolean): Branch[] {
  return product(
    Object.entries(query).map(([key, condition]) => {
      if (key === '$and' && isConditions(condition)) {
        return product(condition.map(part => branchesOf(part, mentioned)))
      }
      if (key === '$or' && isConditions(condition)) {
        return condition.flatMap(part => branchesOf(part, mentioned))
      }
      return key.startsWith('$') ? [NOTHING] : fieldBranches(key, condition, mentioned)
    }),
  )
}

function isConditions(condition: unknown): condition is Plain[] {
  return Array.isArray(condition) && condition.length > 0 && condition.every(isPlain)
}

function fieldBranches(path: string, condition: unknown, mentioned: (path: string) => boolean): Branch[] {
  if (!mentioned(path)) return [NOTHING]
  const only = (...facts: Fact[]): Branch[] => [new Map([[path, facts]])]
  if (!hasOperators(condition)) return only(...equal(condition))
  return product(
    Object.entries(condition).map(([operator, value]) => {
      switch (operator) {
        case '$eq':
          return only(...equal(value))
        case '$in':
          if (!Array.isArray(value) || value.length === 0) return [NOTHING]
          return value.flatMap(item => only(...equal(item, value.length > 1)))
        case '$all':
          return Array.isArray(value) ? only(...value.flatMap(item => equal(item))) : [NOTHING]
        case '$ne':
          return isValue(value) ? only({ kind: 'not', value }) : [NOTHING]
        case '$nin':
          if (!Array.isArray(value)) return [NOTHING]
          return only(...value.filter(isValue).map((value): Fact => ({ kind: 'not', value })))
        case '$gt':
        case '$gte':
          return only({ kind: 'above', value, inclusive: operator === '$gte' })
        case '$lt':
        case '$lte':
          return only({ kind: 'below', value, inclusive: operator === '$lte' })
        case '$exists':
          return value === false ? only(...equal(undefined)) : [NOTHING]
        default:
          return [NOTHING]
      }
    }),
  )
}

function equal(value: unknown, oneOfMany = false): Fact[] {
  return isValue(value) ? [{ kind: 'equal', value, oneOfMany }] : []
}

/** Not a regular expression, which matches more than itself, and no class of BSON's that could be one. */
function isValue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Date || isWrappedNumber(value))
    return true
  return Array.isArray(value) || (isPlain(value) && !hasOperators(value))
}

function hasOperators(condition: unknown): condition is Plain {
  return isPlain(condition) && Object.keys(condition).some(key => key.startsWith('$'))
}

/** All ways to take one branch from each list. */
function product(lists: readonly (readonly Branch[])[]): Branch[] {
  return lists.reduce<Branch[]>(
    (ways, list) => {
      if (ways.length * list.length > MAX_BRANCHES) throw new TooManyBranches()
      return ways.flatMap(way => list.map(branch => merge(way, branch)))
    },
    [NOTHING],
  )
}

function merge(one: Branch, other: Branch): Branch {
  if (one.size === 0) return other
  if (other.size === 0) return one
  const merged = new Map(one)
  for (const [path, facts] of other) merged.set(path, [...(merged.get(path) ?? []), ...facts])
  return merged
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => {
    const holds = (isPlain(inner) || Array.isArray(inner)) && Object.hasOwn(inner, step)
    return holds ? (inner as Plain)[step] : undefined
  }, value)
}
