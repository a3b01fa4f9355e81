import type { Comparison } from './expression'
import { unwrapNumber } from './plain'

/**
 * Compares two values as a rule does; undefined where it cannot be said.
 *
 * How the platform compares values of different types is undocumented. Here `null` equals `undefined` and nothing
 * else, values of different types are never equal and in no order, and dates count as numbers (`now` is one).
 */
export function compare(left: unknown, operator: Comparison, right: unknown): boolean | undefined {
  if (operator === '==') return equals(left, right)
  if (operator === '!=') return negate(equals(left, right))
  const [a, b] = [comparable(left), comparable(right)]
  if (typeof a !== typeof b || (typeof a !== 'number' && typeof a !== 'string')) return false
  const [x, y] = [a as number, b as number]
  if (operator === '>') return x > y
  if (operator === '>=') return x >= y
  return operator === '<' ? x < y : x <= y
}

/** `a < b` says the same as `b > a`. */
export const MIRRORED: Readonly<Record<Comparison, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
}

export function negate(verdict: boolean | undefined): boolean | undefined {
  return verdict === undefined ? undefined : !verdict
}

/** Whether lists, records and ids are equal to each other is left open: no rule needs it. */
function equals(left: unknown, right: unknown): boolean | undefined {
  const [a, b] = [comparable(left), comparable(right)]
  if (a == null || b == null) return (a ?? null) === (b ?? null)
  if (typeof a === 'object' && typeof b === 'object') return undefined
  return a === b
}

function comparable(value: unknown): unknown {
  return value instanceof Date ? value.getTime() : unwrapNumber(value)
}
