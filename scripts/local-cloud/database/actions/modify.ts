import { invalidParam, requestFailed } from '../database-error'
import { conditionsOf, isOperators } from '../query/filter'
import type { View } from '../storage/view'
import type { Doc } from '../types'
import { checkId, compileUpdate } from '../update/apply-update'
import { matchedPosition } from '../update/position'
import { stringifyEjson, stringifyForStore } from '../values/ejson'
import { splitPath, withValue } from '../values/paths'
import { idForReply } from '../values/reply-id'
import { checkStorable } from '../values/storable'
import { refuseInsert } from './insert'
import { checkCollection, matching, slice } from './matching'
import { collectionName, type Query, type Request, readQuery, requiredDoc } from './request'

interface Context {
  now: number
  newId: () => string
}

/** Makes the new state of a document. */
type Change = (doc: Doc, isInsert?: boolean) => Doc

/**
 * `modifyDocument`. `updated` counts the documents that have really changed, as the platform does
 * (https://developers.weixin.qq.com/community/develop/doc/000a2e28284f305bf99733ddd56800).
 * Known difference: where one of several documents refuses the change, none of them is changed; MongoDB keeps the
 * changes of those before it.
 */
export function modifyDocument(
  request: Request,
  context: Context,
): (view: View) => { updated: number; upsert_id: unknown } {
  const collection = collectionName(request)
  const query = readQuery(request, context.now)
  const change = readChange(request, query, context)
  return view => {
    const docs = targets(view, collection, query, request.multi === true)
    const updated = docs.filter(doc => replace(view, collection, doc, change(doc))).length
    const isNew = docs.length === 0 && request.upsert === true
    return {
      updated,
      upsert_id: isNew ? upsert(view, collection, query.source, change, context.newId) : null,
    }
  }
}

/** `modifyAndReturnDoc`: changes the first document that matches and returns its new state, if there is one. */
export function modifyAndReturnDoc(
  request: Request,
  context: Context,
): (view: View) => { updated: number; doc?: string } {
  const collection = collectionName(request)
  const query = readQuery(request, context.now)
  const change = readChange({ ...request, merge: true }, query, context)
  return view => {
    const [doc] = targets(view, collection, query, false)
    if (!doc) return { updated: 0 }
    const changed = change(doc)
    const updated = replace(view, collection, doc, changed) ? 1 : 0
    return { updated, doc: stringifyEjson(changed) }
  }
}

/** `removeDocument` */
export function removeDocument(request: Request, context: Context): (view: View) => { deleted: number } {
  const collection = collectionName(request)
  const query = readQuery(request, context.now)
  return view => {
    const docs = targets(view, collection, query, request.multi === true)
    for (const { _id } of docs) view.remove(collection, _id)
    return { deleted: docs.length }
  }
}

/** What a query matches: all of it, or the first. Read to the end before anything is changed. */
function targets(view: View, collection: string, query: Query, multi: boolean): Doc[] {
  return [...slice(matching(view, collection, query), 0, multi ? Number.POSITIVE_INFINITY : 1)]
}

/** With `merge` the data is update operators, without it the whole new document. */
function readChange(request: Request, query: Query, { now }: Context): Change {
  const data = requiredDoc(request, 'data', now)
  if (request.merge !== true)
    return (doc, isInsert = false) =>
      replacement(doc, request.keepOwner === true && !isInsert ? ownedAs(doc, data) : data)
  if (Object.keys(data).some(name => !name.startsWith('$'))) {
    throw invalidParam('Cannot read "data": an update must consist of operators such as $set')
  }
  const update = compileUpdate(data)
  return (doc, isInsert = false) =>
    update.apply(doc, { now, isInsert, positionOf: array => matchedPosition(query.source, doc, array) })
}

function replacement(doc: Doc, data: Doc): Doc {
  const changed = { _id: doc._id ?? data._id, ...data }
  checkId(doc, changed)
  return changed
}

/** What a mini program writes over a record belongs to whom the record belonged to, if to anybody. */
function ownedAs({ _openid }: Doc, { _openid: _, ...data }: Doc): Doc {
  return { ...(_openid === undefined ? {} : { _openid }), ...data }
}

/** Returns whether anything has changed. */
function replace(view: View, collection: string, before: Doc, after: Doc): boolean {
  if (stringifyForStore(before) === stringifyForStore(after)) return false
  const reason = checkStorable(after)
  if (reason !== undefined) throw requestFailed(reason)
  view.put(collection, after)
  return true
}

/** The new document has the fields that the query demands by equality, changed as the update says. */
function upsert(view: View, collection: string, query: Doc, change: Change, newId: () => string): unknown {
  checkCollection(view, collection)
  let base: Doc = {}
  for (const [path, condition] of conditionsOf(query)) {
    const equal = isOperators(condition) ? condition.$eq : condition
    if (equal !== undefined) base = withValue(base, splitPath(path), equal)
  }
  const { _id = newId(), ...fields } = change(base, true)
  const doc = { _id, ...fields }
  const refusal = refuseInsert(view, collection, doc)
  if (refusal) throw refusal
  view.put(collection, doc)
  return idForReply(_id)
}
