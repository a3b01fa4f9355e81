import type { FunctionFailureCode } from '../calls/nested-failure'

/**
 * The string codes that the gateway itself answers with; the database has its own.
 * https://docs.cloudbase.net/error-code/basic
 */
export type WireErrorCode =
  | 'INVALID_ACTION'
  | 'INVALID_ENV'
  | 'INVALID_PARAM'
  | 'EXCEED_REQUEST_SIZE_LIMIT'
  | 'STORAGE_EXCEED_AUTHORITY'
  | FunctionFailureCode

/** A failed action: becomes `{ requestId, code, message }`, which the SDK turns into its own error. */
export class WireError extends Error {
  override readonly name = 'WireError'

  constructor(
    readonly code: WireErrorCode,
    message: string,
  ) {
    super(message)
  }
}

/** Marks texts that no server of the platform ever wrote. */
export function ownWords(message: string): string {
  return `[local cloud] ${message}`
}
