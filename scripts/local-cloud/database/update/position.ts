import { compileFilter, conditionsOf } from '../query/filter'
import type { Doc } from '../types'
import { type Path, valuesAt, withValue } from '../values/paths'

/**
 * The index that `$` in the path of an update stands for: the first element of the array with which the document still
 * meets the query's conditions on that array. `undefined` if the query has none.
 */
export function matchedPosition(query: Doc, doc: Doc, array: Path): number | undefined {
  const path = array.join('.')
  const about = [...conditionsOf(query)].filter(([name]) => name === path || name.startsWith(`${path}.`))
  const [elements] = valuesAt(doc, array, false)
  if (about.length === 0 || !Array.isArray(elements)) return undefined
  const filter = compileFilter({ $and: about.map(([name, condition]) => ({ [name]: condition })) })
  const index = elements.findIndex(element => filter.matches(withValue(doc, array, [element])))
  return index >= 0 ? index : undefined
}
