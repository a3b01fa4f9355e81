import type { DatabaseRules } from './database-rules'
import type { Plain } from './plain'
import type { DatabaseRefusal } from './refusal'

/** Who asks. The openid comes from the platform, never from what the client sends. */
export interface Auth {
  readonly openid: string
  /** CloudBase only; a mini program's request has none. */
  readonly uid?: string
  readonly loginType?: string
}

export type DatabaseOperation = 'read' | 'create' | 'update' | 'delete'

/** One operation that the mini program asks for. Queries and data are parsed EJSON, with dates as `Date`. */
export interface DatabaseRequest {
  readonly rules: DatabaseRules
  readonly collection: string
  readonly operation: DatabaseOperation
  /** Of a read, an update, a delete: which records. `doc(id)` is `{ _id: id }`. */
  readonly query?: Plain
  /** Of a create: the document. Of an update: the operators, or the whole new document. */
  readonly data?: Plain
  /** Null where nobody is logged in (single-page mode). */
  readonly auth: Auth | null
  /** Milliseconds since 1970. */
  readonly now: number
  /** Reads a record for `get()` in a rule, past all rules; undefined where there is none. */
  get(collection: string, id: string): Promise<unknown>
}

/** An operation that may go on, with the query and the data to go on with. */
export interface DatabasePermit {
  readonly allowed: true
  /** The caller's openid filled in, and narrowed where a basic permission narrows it. */
  readonly query?: Plain
  /** The caller's openid filled in, and `_openid` set on create. */
  readonly data?: Plain
}

export type DatabaseAnswer = DatabasePermit | DatabaseRefusal
