import type { Reply, ReplyErrorCode } from '../../cloudfunctions/contract'
import { type ErrorCode, type ErrorKind, explainCode, type KitErrorCode } from './error-codes'
import { type ParsedError, type Place, parseErrorText } from './parse-error-text'
import { thrownText } from './thrown-text'

export type { Place } from './parse-error-text'

interface CloudErrorFields extends Partial<ParsedError> {
  codes: readonly ErrorCode[]
  message: string
  raw: string
  functionName?: string
  details?: unknown
}

/**
 * The one error of the cloud: whatever went wrong on the way to a function or inside it.
 *
 * `code` is the cause: a number of the platform or of an openapi, a refusal by the function (`not-found`), or what
 * the mini program found by itself (`timeout`). `transportCode` is what the platform put around it.
 */
export interface CloudError extends Error {
  readonly name: 'CloudError'
  readonly codes: readonly ErrorCode[]
  readonly transportCode: ErrorCode
  readonly code: ErrorCode
  readonly kind: ErrorKind
  /** The same call can succeed a little later. */
  readonly transient: boolean
  readonly functionName?: string
  /** Finds the call in the cloud console's log. */
  readonly requestId?: string
  readonly callId?: string
  /** The openapi that failed, if the text names it. */
  readonly openapi?: string
  /** Positions in the code that failed, innermost first. */
  readonly places: readonly Place[]
  /** What a function added to its refusal, such as the wrong fields. */
  readonly details?: unknown
  /** Everything that the platform said. */
  readonly raw: string
}

/** An `Error` with more fields rather than a class: what ES5 needs to inherit from `Error` has 3 kB. */
function cloudError(fields: CloudErrorFields): CloudError {
  const { codes, raw } = fields
  const code = codes[codes.length - 1] ?? 'unknown'
  const { kind, transient } = explainCode(code, raw)
  const derived = { name: 'CloudError' as const, code, transportCode: codes[0] ?? 'unknown', kind, transient }
  return Object.assign(new Error(fields.message), { places: [] }, fields, derived)
}

export function isCloudError(thrown: unknown): thrown is CloudError {
  return thrown instanceof Error && thrown.name === 'CloudError'
}

/** What is known of the call beside the error itself. */
export interface ErrorContext {
  functionName?: string
  requestId?: string
}

/**
 * Makes a `CloudError` of anything: what `fail` got, what was thrown, a text from a log, or a reply that refuses.
 * A `CloudError` comes back as it is.
 */
export function toCloudError(thrown: unknown, context: ErrorContext = {}): CloudError {
  if (isCloudError(thrown)) return thrown
  if (isRefusal(thrown)) {
    const { code, message, details } = thrown.error
    return cloudError(Object.assign({ codes: [code], message, details, raw: `${code}: ${message}` }, context))
  }
  const raw = thrownText(thrown)
  const parsed = parseErrorText(raw)
  const requestId = context.requestId ?? requestIdOf(thrown) ?? parsed.requestId
  return cloudError(Object.assign(parsed, { raw, functionName: context.functionName, requestId }))
}

/** An error that the mini program finds by itself, without an answer of the platform. */
export function kitError(
  code: KitErrorCode | ReplyErrorCode,
  message: string,
  context: ErrorContext = {},
): CloudError {
  return cloudError(Object.assign({ codes: [code], message, raw: message }, context))
}

/** Tells a function's reply from what else may come back, such as `null` or what the platform's template returns. */
export function isReply(result: unknown): result is Reply<unknown> {
  return isRefusal(result) || (isRecord(result) && result.ok === true)
}

function isRefusal(value: unknown): value is Reply<never> & { ok: false } {
  if (!isRecord(value) || value.ok !== false || !isRecord(value.error)) return false
  return typeof value.error.code === 'string' && typeof value.error.message === 'string'
}

function requestIdOf(thrown: unknown): string | undefined {
  if (!isRecord(thrown)) return undefined
  const id = thrown.requestID ?? thrown.requestId
  return typeof id === 'string' && id !== '' ? id : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
