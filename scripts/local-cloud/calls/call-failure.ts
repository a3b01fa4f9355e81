import { errorCodes } from '../../../miniprogram/cloud/error-codes'
import { type Outcome, outcomeText } from '../runtime/outcome'

/** What the `fail` callback of the mini program receives. */
export interface CallFailure {
  errCode: number
  errMsg: string
}

/**
 * How `errCode` is filled. Real ones are not reliable: some carry the code, others -1 and the code only in `errMsg`.
 * Clients must cope with both.
 */
export type ErrCodeStyle = 'exact' | 'minus-one'

export const ENV_NOT_FOUND = -501000
export const FUNCTION_NOT_FOUND = -501000
export const EXECUTE_FAIL = -504002
export const TIMED_OUT = -504003
export const REPLY_TOO_LARGE = -604001

/** The text of a call to a function that is not there; seen in public reports. */
export const FUNCTION_NOT_FOUND_TEXT = 'FunctionName parameter could not be found.'
export const ENV_NOT_FOUND_TEXT = 'Environment not found'
/** Marks failures that no function and no server caused. */
export const INJECTED_TEXT = 'injected by a --fault of the local cloud'

/** What a newer base library appends to some errors: when the call began, and what became of it. */
export interface CallTrace {
  /** Milliseconds since 1970. */
  startedAt: number
  now: number
  /** From 0 to 1. */
  random: number
}

/** A function that failed while it ran. */
export function failedOutcome(outcome: Exclude<Outcome, { kind: 'reply' }>): CallFailure {
  return failure(outcome.kind === 'timeout' ? TIMED_OUT : EXECUTE_FAIL, outcomeText(outcome))
}

/** Captured with the call's id and its trace. */
export function functionNotFound({ startedAt, now, random }: CallTrace): CallFailure {
  const { errCode, errMsg } = failure(FUNCTION_NOT_FOUND, FUNCTION_NOT_FOUND_TEXT)
  const end = `${clock(now)} system error (${errMsg.slice(PREFIX.length)}), abort`
  return {
    errCode,
    errMsg: `${errMsg} ${callId(startedAt, random)} (trace: ${clock(startedAt)} start->${end})`,
  }
}

/** Captured with the call's id alone. */
export function envNotFound({ startedAt, random }: CallTrace): CallFailure {
  const { errCode, errMsg } = failure(ENV_NOT_FOUND, ENV_NOT_FOUND_TEXT)
  return { errCode, errMsg: `${errMsg} ${callId(startedAt, random)}` }
}

/** Found by the base library before anything is sent, hence no code; public reports show it without a space. */
export function requestTooLarge(): CallFailure {
  return { errCode: -1, errMsg: 'cloud.callFunction:fail Error:data exceed max size' }
}

/** The words are the SDK's for this code; no captured text is known. */
export function replyTooLarge(): CallFailure {
  return failure(REPLY_TOO_LARGE, sdkWords(REPLY_TOO_LARGE))
}

/** A fault that was asked for. */
export function injectedFailure(errCode: number): CallFailure {
  return failure(errCode, INJECTED_TEXT)
}

/** Fills `errCode` the way that was asked for. */
export function styled({ errCode, errMsg }: CallFailure, style: ErrCodeStyle): CallFailure {
  return { errCode: style === 'exact' ? errCode : -1, errMsg }
}

const PREFIX = 'cloud.callFunction:fail '

function failure(errCode: number, text: string): CallFailure {
  return { errCode, errMsg: `${PREFIX}Error: ${errorText(errCode, text)}` }
}

/**
 * A code and a text as the SDK writes them into one. A code that it has no words for leaves two spaces behind; they are
 * in the captured texts too.
 */
export function errorText(errCode: number, text: string): string {
  return `errCode: ${errCode} ${sdkWords(errCode)} | errMsg: ${text}`
}

function sdkWords(errCode: number): string {
  return errorCodes.get(errCode)?.text ?? ''
}

function callId(startedAt: number, random: number): string {
  return `(callId: ${startedAt}-${random.toFixed(2)})`
}

function clock(time: number): string {
  return new Date(time).toTimeString().slice(0, 8)
}
