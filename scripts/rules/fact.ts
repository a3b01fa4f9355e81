import { compare, negate } from './compare'
import type { Comparison } from './expression'
import { unwrapNumber } from './plain'

/** One thing that a query says of a field of every record it matches. */
export type Fact =
  /** `oneOfMany`: the query allows other values too, this is one of its alternatives. */
  | { readonly kind: 'equal'; readonly value: unknown; readonly oneOfMany: boolean }
  | { readonly kind: 'above' | 'below'; readonly value: unknown; readonly inclusive: boolean }
  | { readonly kind: 'not'; readonly value: unknown }

/**
 * Whether a record with these facts must pass, or must fail, a comparison of the field with a value.
 *
 * Each fact is judged by itself, and facts that contradict each other prove nothing. A query that no single value
 * satisfies, such as `a = 1 and a = 2`, still matches records whose field is a list (as in MongoDB), so "it matches
 * nothing" would be a way in.
 */
export function decide(facts: readonly Fact[], operator: Comparison, value: unknown): boolean | undefined {
  return agreed(facts.map(fact => decideOne(fact, operator, value)))
}

/** Whether a record with these facts must have the value in its list, or must not. */
export function decideContains(facts: readonly Fact[], value: unknown): boolean | undefined {
  return agreed(facts.map(fact => containsOne(fact, value)))
}

/** Whether the field must be truthy, or must not. */
export function decideTruth(facts: readonly Fact[]): boolean | undefined {
  return agreed(facts.map(fact => (fact.kind === 'equal' ? Boolean(unwrapNumber(fact.value)) : undefined)))
}

/** The one value that the query binds the field to, in a box, if there is one. */
export function boundValue(facts: readonly Fact[]): { value: unknown; oneOfMany: boolean } | undefined {
  const [first, ...others] = facts.filter(fact => fact.kind === 'equal')
  const same = others.every(other => compare(other.value, '==', first?.value) === true)
  return same ? first : undefined
}

function agreed(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  const said = new Set(verdicts.filter(verdict => verdict !== undefined))
  return said.size === 1 ? said.has(true) : undefined
}

function decideOne(fact: Fact, operator: Comparison, value: unknown): boolean | undefined {
  if (operator === '!=') return negate(decideOne(fact, '==', value))
  switch (fact.kind) {
    case 'equal':
      return compare(fact.value, operator, value)
    case 'not':
      return operator === '==' && compare(fact.value, '==', value) === true ? false : undefined
    default:
      return decideBound(fact, operator, value)
  }
}

/** The field lies beyond `fact.value`, on the side that `fact.kind` names. */
function decideBound(
  fact: Extract<Fact, { inclusive: boolean }>,
  operator: Comparison,
  value: unknown,
): boolean | undefined {
  const { inclusive } = fact
  // Read for "above"; for "below" every direction is turned round.
  const [more, moreOrSame] = fact.kind === 'above' ? (['>', '>='] as const) : (['<', '<='] as const)
  const beyond = compare(fact.value, more, value) === true
  const same = compare(fact.value, '==', value) === true
  const short = !beyond && !same && compare(value, more, fact.value) === true
  if (operator === more) return beyond || (same && !inclusive) ? true : undefined
  if (operator === moreOrSame) return beyond || same ? true : undefined
  if (value == null) return operator === '==' && fact.value != null ? false : undefined
  if (short) return undefined
  // The operator looks the other way, or is "==": it fails for everything past the bound.
  if (beyond) return false
  if (!same) return undefined
  const reachesBound = operator === '==' || operator === '<=' || operator === '>='
  return reachesBound && inclusive ? undefined : false
}

/** A query `members: 'x'` matches records whose list holds x; it does not say that the list holds nothing else. */
function containsOne(fact: Fact, value: unknown): boolean | undefined {
  if (fact.kind === 'equal') {
    if (Array.isArray(fact.value)) return listContains(fact.value, value)
    return fact.value != null && compare(fact.value, '==', value) === true ? true : undefined
  }
  return fact.kind === 'not' && compare(fact.value, '==', value) === true ? false : undefined
}

export function listContains(list: readonly unknown[], value: unknown): boolean | undefined {
  const verdicts = list.map(item => compare(item, '==', value))
  if (verdicts.includes(true)) return true
  return verdicts.includes(undefined) ? undefined : false
}
