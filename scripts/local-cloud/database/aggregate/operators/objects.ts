import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { typeName } from '../../values/bson-type'
import { isDoc, isNil } from '../../values/kinds'
import type { Operator } from '../expression'
import { nullable, withArguments } from './arguments'

/** Later documents win; null and missing are passed over. */
export function mergeObjects(values: readonly unknown[]): Doc {
  const merged: Doc = {}
  for (const value of values) {
    if (isNil(value)) continue
    if (!isDoc(value))
      throw requestFailed(`$mergeObjects requires object inputs, but input is of type ${typeName(value)}`)
    Object.assign(merged, value)
  }
  return merged
}

export const OBJECTS: Record<string, Operator> = {
  $mergeObjects: withArguments('$mergeObjects', [0, Number.POSITIVE_INFINITY], (...values) =>
    mergeObjects(values),
  ),
  $objectToArray: nullable('$objectToArray', [1, 1], value => {
    if (!isDoc(value))
      throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`)
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
}
