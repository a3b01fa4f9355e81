import { requestFailed } from '../../database-error'
import { compileSort } from '../../shape/sort'
import type { Doc } from '../../types'
import { valueKey } from '../../values/value-key'
import { compileAccumulators } from '../accumulators'
import { compileExpression } from '../expression'
import type { CompileStage } from '../stage'
import { stageObject } from './plain-stages'

/** Groups come in the order in which they first appear; the server promises none. */
export const group: CompileStage = (operand, { variables }) => {
  const { _id, ...fields } = stageObject('$group', operand)
  if (_id === undefined) throw requestFailed('a group specification must include an _id')
  const idOf = compileExpression(_id, variables)
  const accumulate = compileAccumulators(fields, variables)
  return function* (docs, scope) {
    const groups = new Map<string, { id: unknown; members: Doc[] }>()
    for (const doc of docs) {
      const id = idOf({ ...scope, ROOT: doc, CURRENT: doc }) ?? null
      const key = valueKey(id)
      const known = groups.get(key)
      if (known) known.members.push(doc)
      else groups.set(key, { id, members: [doc] })
    }
    for (const { id, members } of groups.values()) yield { _id: id, ...accumulate(members, scope) }
  }
}

export const sortByCount: CompileStage = (operand, context) => {
  if (!(typeof operand === 'string' && operand.startsWith('$')) && !isExpressionObject(operand)) {
    throw requestFailed(
      'the sortByCount field must be defined as a $-prefixed path or an expression inside an object',
    )
  }
  const grouped = group({ _id: operand, count: { $sum: 1 } }, context)
  const sorted = compileSort({ count: -1 })
  return (docs, scope) => sorted([...grouped(docs, scope)], doc => doc)
}

function isExpressionObject(operand: unknown): boolean {
  return Object.keys(Object(operand))[0]?.startsWith('$') === true
}
