import { type DatabaseError, duplicateKey, invalidParam, requestFailed } from '../database-error'
import type { View } from '../storage/view'
import type { Doc } from '../types'
import { parseDoc } from '../values/ejson'
import { idForMessage, idForReply } from '../values/reply-id'
import { checkStorable } from '../values/storable'
import { checkCollection } from './matching'
import { collectionName, type Request, transactionIdOf } from './request'

export interface Inserted {
  insertedIds: unknown[]
  /**
   * The refusal that ended a batch. Documents before it stay, as with MongoDB's ordered `insertMany`; what the platform
   * does is undocumented. In a transaction it is thrown, and nothing stays.
   */
  failure?: DatabaseError
}

/** `insertDocument`: documents without an `_id` get one. */
export function insertDocument(
  request: Request,
  { now, newId }: { now: number; newId: () => string },
): (view: View) => Inserted {
  const collection = collectionName(request)
  const { data } = request
  if (!Array.isArray(data) || data.length === 0)
    throw invalidParam('Cannot read "data": it is not an array of documents')
  const docs = data.map(text => {
    if (typeof text !== 'string') throw invalidParam('Cannot read "data": each document must be a string')
    const { _id = newId(), ...fields } = parseDoc(text, 'data', now)
    return { _id, ...fields } as Doc
  })
  return view => {
    checkCollection(view, collection)
    const insertedIds: unknown[] = []
    for (const doc of docs) {
      const refusal = refuseInsert(view, collection, doc)
      if (refusal && transactionIdOf(request) !== undefined) throw refusal
      if (refusal) return { insertedIds, failure: refusal }
      view.put(collection, doc)
      insertedIds.push(idForReply(doc._id))
    }
    return { insertedIds }
  }
}

/** Why a new document cannot be stored, if so. */
export function refuseInsert(view: View, collection: string, doc: Doc): DatabaseError | undefined {
  const reason = checkStorable(doc)
  if (reason !== undefined) return requestFailed(reason)
  return view.get(collection, doc._id) ? duplicateKey(collection, idForMessage(doc._id)) : undefined
}
