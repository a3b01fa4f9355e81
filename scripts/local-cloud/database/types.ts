/** A document or an embedded document: plain object, made by `parseEjson` or by the database itself. */
export type Doc = Record<string, unknown>

/** The limits of one caller: 1000 and 100 for a cloud function, 20 and 20 for a mini program. */
export interface ReadLimits {
  /** A larger `limit` in the request is cut to this. */
  maxLimit: number
  /** Used where the request names no limit. */
  defaultLimit: number
}

/** What an action answers: `data`, or `transactionId` at the top level for `startTransaction`. */
export interface Reply {
  data?: unknown
  transactionId?: string
}
