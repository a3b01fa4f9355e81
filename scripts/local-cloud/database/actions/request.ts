import { invalidParam } from '../database-error'
import { compileFilter, type Filter } from '../query/filter'
import type { Doc } from '../types'
import { parseDoc } from '../values/ejson'

/** The body of a request, as it came. */
export type Request = Record<string, unknown>

/** The names of MongoDB: not empty, at most 255 bytes, no `$` and no NUL. What the platform refuses is undocumented. */
export function collectionName(request: Request): string {
  const name = request.collectionName
  if (typeof name !== 'string' || name === '')
    throw invalidParam('Cannot read "collectionName": it is not a name')
  if (Buffer.byteLength(name) > 255 || /[$\0]/.test(name)) {
    throw invalidParam(
      `Cannot use the collection name ${JSON.stringify(name.slice(0, 300))}: at most 255 bytes, no $ and no NUL`,
    )
  }
  return name
}

export function transactionIdOf(request: Request): string | undefined {
  const id = request.transactionId
  if (id === undefined || id === null) return undefined
  if (typeof id !== 'string') throw invalidParam('Cannot read "transactionId": it is not a string')
  return id
}

/** A query with the document that it was read from. */
export interface Query {
  source: Doc
  filter: Filter
  /** Whether the request names one document by its `_id`. */
  isDoc: boolean
}

/** The SDK sends an empty string, or nothing, for "all documents". */
export function readQuery(request: Request, now: number): Query {
  const isDoc = request.queryType === 'DOC'
  if (!isDoc && request.queryType !== undefined && request.queryType !== 'WHERE') {
    throw invalidParam('Cannot read "queryType": it is neither WHERE nor DOC')
  }
  const source = optionalDoc(request, 'query', now) ?? {}
  if (isDoc && source._id === undefined) throw invalidParam('Cannot read "query": a DOC request needs an _id')
  return { source, filter: compileFilter(source), isDoc }
}

/** A field that holds extended JSON of an object, or is left out. */
export function optionalDoc(request: Request, field: string, now: number): Doc | undefined {
  const text = request[field]
  if (text === undefined || text === null || text === '') return undefined
  if (typeof text !== 'string') throw invalidParam(`Cannot read "${field}": it is not a string`)
  return parseDoc(text, field, now)
}

export function requiredDoc(request: Request, field: string, now: number): Doc {
  const doc = optionalDoc(request, field, now)
  if (!doc) throw invalidParam(`Cannot read "${field}": it is missing`)
  return doc
}

export function wholeNumberField(request: Request, field: string): number | undefined {
  const value = request[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw invalidParam(`Cannot read "${field}": it is not a whole number that is not negative`)
  }
  return value
}
