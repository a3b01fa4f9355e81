import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { compareValues } from '../../values/compare'
import { isDoc } from '../../values/kinds'
import { isNumeric, toNumber, wholeNumber } from '../../values/numbers'
import { compileAccumulators } from '../accumulators'
import { compileExpression } from '../expression'
import type { CompileStage } from '../stage'
import { DEFAULT_OUTPUT } from './bucket'
import { granularityOf, type Rounder } from './granularity'
import { stageObject } from './plain-stages'

interface Item {
  value: unknown
  doc: Doc
}

interface Bucket {
  min: unknown
  max: unknown
  docs: Doc[]
}

/** Groups into ranges that hold about equally many documents each. */
export const bucketAuto: CompileStage = (operand, { variables }) => {
  const spec = stageObject('$bucketAuto', operand)
  const groupBy = compileExpression(spec.groupBy, variables)
  const buckets = wholeNumber(spec.buckets)
  if (buckets === undefined || buckets <= 0)
    throw requestFailed("The $bucketAuto 'buckets' field must be greater than 0")
  const rounder = spec.granularity === undefined ? undefined : granularityOf(spec.granularity)
  const output = spec.output ?? DEFAULT_OUTPUT
  if (!isDoc(output)) throw requestFailed("The $bucketAuto 'output' field must be an object")
  const accumulate = compileAccumulators(output, variables)
  return function* (docs, scope) {
    const items = [...docs].map(doc => ({
      value: groupBy({ ...scope, ROOT: doc, CURRENT: doc }) ?? null,
      doc,
    }))
    if (rounder) items.forEach(checkNumber)
    items.sort((a, b) => compareValues(a.value, b.value))
    for (const { min, max, docs: members } of divide(items, buckets, rounder)) {
      yield { _id: { min, max }, ...accumulate(members, scope) }
    }
  }
}

function checkNumber({ value }: Item): void {
  if (!isNumeric(value) || !(toNumber(value) >= 0)) {
    throw requestFailed('$bucketAuto can specify a granularity with non-negative numbers only')
  }
}

/** The server's way: fill a bucket with its share, then take in what is equal to its last value. */
function divide(items: readonly Item[], count: number, rounder: Rounder | undefined): Bucket[] {
  const share = Math.max(1, Math.round(items.length / count))
  const buckets: Bucket[] = []
  for (let start = 0; start < items.length && buckets.length < count; ) {
    const isLast = buckets.length === count - 1
    let end = isLast ? items.length : Math.min(start + share, items.length)
    let max = items[end - 1]?.value
    while (end < items.length && compareValues(items[end]?.value, max) === 0) end++
    let min = items[start]?.value
    if (rounder) {
      max = rounder.up(toNumber(max as number))
      while (end < items.length && compareValues(items[end]?.value, max) < 0) end++
      min = buckets.at(-1)?.max ?? rounder.down(toNumber(min as number))
    } else {
      // a bucket ends where the next begins
      const previous = buckets.at(-1)
      if (previous) previous.max = min
    }
    buckets.push({ min, max, docs: items.slice(start, end).map(({ doc }) => doc) })
    start = end
  }
  return buckets
}
