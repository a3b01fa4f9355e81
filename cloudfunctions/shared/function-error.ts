import type { FunctionErrorCode } from './function-error-code'

/**
 * A refusal that the caller can act on. `defineFunction` turns it into the reply `{ ok: false, error }`.
 *
 * Throw any other error for what only the developer can mend: it goes on to the platform with its stack.
 *
 * ```ts
 * throw new FunctionError('not-found', 'Cannot read message "m1": it does not exist')
 * ```
 */
export class FunctionError extends Error {
  override readonly name = 'FunctionError'

  constructor(
    readonly code: FunctionErrorCode,
    message: string,
    /** Anything that JSON can carry, for a caller that wants more than the message. */
    readonly details?: unknown,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
