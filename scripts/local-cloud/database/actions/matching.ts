import { collectionNotExist } from '../database-error'
import { candidateIds } from '../query/filter'
import type { View } from '../storage/view'
import type { Doc } from '../types'
import { compareValues } from '../values/compare'
import type { Query } from './request'

/**
 * The documents that a query matches, in natural order, or in the order of `_id` where the query names values of it:
 * then only those documents are read.
 * @throws DatabaseError `DATABASE_COLLECTION_NOT_EXIST`
 */
export function* matching(view: View, collection: string, { source, filter }: Query): Generator<Doc> {
  checkCollection(view, collection)
  for (const doc of candidates(view, collection, source)) if (filter.matches(doc)) yield doc
}

/** At most `limit` items, after the first `offset`. */
export function* slice<T>(items: Iterable<T>, offset: number, limit: number): Generator<T> {
  let index = 0
  for (const item of items) {
    if (index >= offset) yield item
    if (++index >= offset + limit) return
  }
}

export function checkCollection(view: View, collection: string): void {
  if (!view.has(collection)) throw collectionNotExist(collection)
}

function* candidates(view: View, collection: string, query: Doc): Generator<Doc> {
  const ids = candidateIds(query)
  if (!ids) {
    yield* view.scan(collection)
    return
  }
  const sorted = [...ids].sort(compareValues)
  for (const [index, id] of sorted.entries()) {
    const isRepeated = index > 0 && compareValues(sorted[index - 1], id) === 0
    const doc = isRepeated ? undefined : view.get(collection, id)
    if (doc) yield doc
  }
}
