/**
 * The codes that the database answers with, as the SDK and the documentation know them.
 * The SDK turns `DATABASE_REQUEST_FAILED` into -502001, `DATABASE_COLLECTION_NOT_EXIST` into -502005,
 * `INVALID_PARAM` into -501007 and each of the others into -501001.
 */
export type DatabaseErrorCode =
  | 'DATABASE_COLLECTION_NOT_EXIST' // https://docs.cloudbase.net/error-code/basic/DATABASE_COLLECTION_NOT_EXIST
  | 'DATABASE_COLLECTION_ALREADY_EXIST' // createCollection of a name that is taken
  | 'DATABASE_REQUEST_FAILED' // an operator, a value or a document that the engine refuses
  | 'DATABASE_TRANSACTION_CONFLICT' // https://docs.cloudbase.net/error-code/DATABASE_TRANSACTION_CONFLICT
  | 'DATABASE_TRANSACTION_FAIL' // https://docs.cloudbase.net/error-code/DATABASE_TRANSACTION_FAIL
  | 'INVALID_PARAM' // the request itself cannot be read

/** The one error of the database. `message` is what goes on the wire. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'

  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

/** The engine's refusal. `frameFor` puts the server's frame around it before it leaves the database. */
export function requestFailed(reason: string, options?: ErrorOptions): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', reason, options)
}

/** Our own wording (grade C): nothing is known of how the server words these. */
export function invalidParam(reason: string, options?: ErrorOptions): DatabaseError {
  return new DatabaseError('INVALID_PARAM', reason, options)
}

const PERSISTS = 'Please check your request, but if the problem persists, contact us.'

/** Grade B: seen in public material. */
export function collectionNotExist(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  )
}

/** The code is documented, the wording is ours (grade C). */
export function collectionAlreadyExist(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_ALREADY_EXIST',
    `[ResourceUnavailable.ResourceExist] Table exist: ${name}. ${PERSISTS}`,
  )
}

/** Grade B: the text that the tests of `@cloudbase/node-sdk` expect from the server. */
export function transactionConflict(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${PERSISTS}`,
  )
}

/** Grade B: as above; also what a transaction older than 30 seconds gets. */
export function transactionNotExist(): DatabaseError {
  return new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${PERSISTS}`,
  )
}

/** Grade B in its shape; the word between the bars is MongoDB's, as far as the engine knows it. */
export function duplicateKey(collection: string, id: string): DatabaseError {
  return requestFailed(
    `E11000 duplicate key error collection: ${collection} index: _id_ dup key: { : ${id} }`,
  )
}

/**
 * The frame that the server puts around an engine's refusal. Grade B for a failed insert and a failed update
 * (`multiple write errors: [{write errors: [{...}]}, {<nil>}]` is seen in public issues), C for reads.
 */
export function frameFor(action: string, error: DatabaseError): DatabaseError {
  if (error.code !== 'DATABASE_REQUEST_FAILED') return error
  const frame = FRAMES[action] ?? (reason => `[FailedOperation.Query] ${reason}`)
  return new DatabaseError(error.code, `${frame(error.message)}. ${PERSISTS}`, { cause: error })
}

const writeErrors = (reason: string) => `multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`
const FRAMES: Record<string, (reason: string) => string> = {
  insertDocument: reason => `[FailedOperation.Insert] ${writeErrors(reason)}`,
  modifyDocument: reason => `[FailedOperation] ${writeErrors(reason)}`,
  modifyAndReturnDoc: reason => `[FailedOperation] ${writeErrors(reason)}`,
  aggregateDocuments: reason => `[FailedOperation.Aggregate] ${reason}`,
}
