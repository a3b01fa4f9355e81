import type { FunctionErrorCode } from './function-error-code'

/** What every function answers: the data, or a refusal that the caller can act on. */
export type Reply<Output> = { ok: true; data: Output } | { ok: false; error: ReplyError }

/** A refusal, as it travels in the reply. */
export interface ReplyError {
  code: FunctionErrorCode
  /** In English, for the developer; a page shows its own words for the code. */
  message: string
  /** For `invalid-argument`: an array of `{ path, message }`, one for each wrong field. */
  details?: unknown
}
