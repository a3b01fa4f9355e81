import { requestFailed } from '../../database-error'
import { typeName } from '../../values/bson-type'
import { valueKey } from '../../values/value-key'
import type { Operator } from '../expression'
import { isTrue } from '../truth'
import { nullable, withArguments } from './arguments'

const ANY = [0, Number.POSITIVE_INFINITY] as const

function setOf(name: string, value: unknown): Map<string, unknown> {
  if (!Array.isArray(value))
    throw requestFailed(`All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`)
  return new Map(value.map(item => [valueKey(item), item]))
}

/** Operators that give a set: null as soon as one operand is null or missing. Elements come in order of appearance. */
function setOperator(
  name: string,
  count: readonly [number, number],
  compute: (...sets: Map<string, unknown>[]) => Iterable<unknown>,
): Operator {
  return nullable(name, count, (...values) => [...compute(...values.map(value => setOf(name, value)))])
}

function sameKeys(a: Map<string, unknown>, b: Map<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every(key => b.has(key))
}

export const SETS: Record<string, Operator> = {
  $allElementsTrue: withArguments('$allElementsTrue', [1, 1], value =>
    [...setOf('$allElementsTrue', value).values()].every(isTrue),
  ),
  $anyElementTrue: withArguments('$anyElementTrue', [1, 1], value =>
    [...setOf('$anyElementTrue', value).values()].some(isTrue),
  ),
  $setDifference: setOperator('$setDifference', [2, 2], (a, b) =>
    [...(a as Map<string, unknown>)].filter(([key]) => !b?.has(key)).map(([, item]) => item),
  ),
  $setEquals: withArguments('$setEquals', [2, Number.POSITIVE_INFINITY], (...values) => {
    const [first, ...others] = values.map(value => setOf('$setEquals', value))
    return others.every(other => first !== undefined && sameKeys(first, other))
  }),
  $setIntersection: setOperator('$setIntersection', ANY, (...sets) => {
    const [first = new Map<string, unknown>(), ...others] = sets
    return [...first].filter(([key]) => others.every(other => other.has(key))).map(([, item]) => item)
  }),
  $setIsSubset: withArguments('$setIsSubset', [2, 2], (a, b) => {
    const whole = setOf('$setIsSubset', b)
    return [...setOf('$setIsSubset', a).keys()].every(key => whole.has(key))
  }),
  $setUnion: setOperator('$setUnion', ANY, (...sets) => new Map(sets.flatMap(set => [...set])).values()),
}
