import type { Near } from '../geo/near'
import { compileFindProjection } from '../shape/find-projection'
import { compileSort } from '../shape/sort'
import type { View } from '../storage/view'
import type { Doc, ReadLimits } from '../types'
import { stringifyEjson } from '../values/ejson'
import { matching, slice } from './matching'
import { collectionName, optionalDoc, type Query, type Request, readQuery, wholeNumberField } from './request'

interface Context {
  view: View
  now: number
  limits: ReadLimits
}

/** `getDocument`: one document by `_id`, or those that a query matches. */
export function getDocument(
  request: Request,
  { view, now, limits }: Context,
): { list: string[]; offset: number; limit: number } {
  const collection = collectionName(request)
  const query = readQuery(request, now)
  const shape = compileFindProjection(optionalDoc(request, 'projection', now) ?? {})
  const order = optionalDoc(request, 'order', now)
  const offset = query.isDoc ? 0 : (wholeNumberField(request, 'offset') ?? 0)
  // a limit of 0 is no limit of the request's own
  const wanted = wholeNumberField(request, 'limit') || limits.defaultLimit
  const limit = query.isDoc ? 1 : Math.min(wanted, limits.maxLimit)
  const docs = ordered(matching(view, collection, query), order, query)
  const list = [...slice(docs, offset, limit)].map(doc =>
    stringifyEjson(shape(doc, { ROOT: doc, CURRENT: doc })),
  )
  return { list, offset, limit }
}

/** `calculateDocument` */
export function calculateDocument(request: Request, { view, now }: Context): { total: number } {
  const collection = collectionName(request)
  let total = 0
  for (const _ of matching(view, collection, readQuery(request, now))) total++
  return { total }
}

function ordered(docs: Iterable<Doc>, order: Doc | undefined, { filter: { near } }: Query): Iterable<Doc> {
  if (order && Object.keys(order).length > 0) return compileSort(order)([...docs], doc => doc)
  return near ? byDistance(docs, near) : docs
}

function byDistance(docs: Iterable<Doc>, near: Near): Doc[] {
  return [...docs]
    .map(doc => ({ doc, distance: near.distance(doc) ?? 0 }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ doc }) => doc)
}
