import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { compareValues } from '../../values/compare'
import { isDoc, kindOf } from '../../values/kinds'
import { compileAccumulators } from '../accumulators'
import { compileExpression } from '../expression'
import type { CompileStage } from '../stage'
import { stageObject } from './plain-stages'

export const DEFAULT_OUTPUT: Doc = { count: { $sum: 1 } }

/** Groups by ranges with given boundaries: lower bound included, upper bound not. Empty ranges are left out. */
export const bucket: CompileStage = (operand, { variables }) => {
  const spec = stageObject('$bucket', operand)
  const groupBy = compileExpression(spec.groupBy, variables)
  const boundaries = readBoundaries(spec.boundaries)
  const fallback = readDefault(spec, boundaries)
  const output = spec.output ?? DEFAULT_OUTPUT
  if (!isDoc(output)) throw requestFailed("The $bucket 'output' field must be an object")
  const accumulate = compileAccumulators(output, variables)
  return function* (docs, scope) {
    const groups = new Map<unknown, Doc[]>()
    for (const doc of docs) {
      const id = rangeOf(groupBy({ ...scope, ROOT: doc, CURRENT: doc }), boundaries) ?? fallback
      if (id === undefined) {
        throw requestFailed(
          '$switch could not find a matching branch for an input, and no default was specified',
        )
      }
      const members = groups.get(id)
      if (members) members.push(doc)
      else groups.set(id, [doc])
    }
    for (const [id, members] of [...groups].sort(([a], [b]) => compareValues(a, b))) {
      yield { _id: id, ...accumulate(members, scope) }
    }
  }
}

/** The lower bound of the range that a value falls into. */
function rangeOf(value: unknown, boundaries: readonly unknown[]): unknown {
  if (value === undefined) return undefined
  const above = boundaries.findIndex(boundary => compareValues(value, boundary) < 0)
  return above > 0 ? boundaries[above - 1] : undefined
}

function readBoundaries(value: unknown): unknown[] {
  if (!Array.isArray(value) || value.length < 2) {
    throw requestFailed("The $bucket 'boundaries' field must be an array of at least 2 values")
  }
  const boundaries = value.map(item => compileExpression(item)({}))
  const ascending = boundaries.every((boundary, index) => {
    const previous = boundaries[index - 1]
    return index === 0 || (kindOf(previous) === kindOf(boundary) && compareValues(previous, boundary) < 0)
  })
  if (!ascending) {
    throw requestFailed(
      "The values of the $bucket 'boundaries' option must have the same type and be sorted in ascending order",
    )
  }
  return boundaries
}

function readDefault(spec: Doc, boundaries: readonly unknown[]): unknown {
  if (!Object.hasOwn(spec, 'default')) return undefined
  const value = compileExpression(spec.default)({})
  if (rangeOf(value, boundaries) !== undefined) {
    throw requestFailed(
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary",
    )
  }
  return value
}
