import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { isDoc } from '../values/kinds'
import { valueKey } from '../values/value-key'
import { compileExpression } from './expression'
import { unknownName } from './lacking'
import { mergeObjects } from './operators/objects'
import { average, maximum, minimum, standardDeviation, sum } from './operators/totals'
import type { Scope } from './scope'

/** `values`: what the expression gives for each document of the group; `undefined` where it is missing. */
type Accumulate = (values: readonly unknown[]) => unknown

const present = (values: readonly unknown[]) => values.filter(value => value !== undefined)

const ACCUMULATORS = new Map<string, Accumulate>([
  ['$sum', sum],
  ['$avg', average],
  ['$max', maximum],
  ['$min', minimum],
  ['$first', values => values[0] ?? null],
  ['$last', values => values.at(-1) ?? null],
  ['$push', present],
  ['$addToSet', values => [...new Map(present(values).map(value => [valueKey(value), value])).values()]],
  ['$stdDevPop', standardDeviation(false)],
  ['$stdDevSamp', standardDeviation(true)],
  ['$mergeObjects', mergeObjects],
])

/** Compiles `{ total: { $sum: '$n' }, ... }`; the result makes those fields for the documents of one group. */
export function compileAccumulators(
  fields: Doc,
  variables: ReadonlySet<string>,
): (docs: readonly Doc[], scope: Scope) => Doc {
  const compiled = Object.entries(fields).map(([name, operand]) => {
    if (name.includes('.')) throw requestFailed(`The field name '${name}' cannot contain '.'`)
    const [entry, ...others] = isDoc(operand) ? Object.entries(operand) : []
    if (!entry?.[0].startsWith('$')) throw requestFailed(`The field '${name}' must be an accumulator object`)
    if (others.length > 0) throw requestFailed(`The field '${name}' must specify one accumulator`)
    const accumulate = ACCUMULATORS.get(entry[0])
    if (!accumulate) throw unknownName('accumulator', entry[0], `unknown group operator '${entry[0]}'`)
    return { name, accumulate, expression: compileExpression(entry[1], variables) }
  })
  return (docs, scope) => {
    const result: Doc = {}
    for (const { name, accumulate, expression } of compiled) {
      result[name] = accumulate(docs.map(doc => expression({ ...scope, ROOT: doc, CURRENT: doc })))
    }
    return result
  }
}
