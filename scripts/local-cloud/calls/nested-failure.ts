import { type Outcome, outcomeText } from '../runtime/outcome'
import {
  EXECUTE_FAIL,
  errorText,
  FUNCTION_NOT_FOUND,
  FUNCTION_NOT_FOUND_TEXT,
  INJECTED_TEXT,
  TIMED_OUT,
} from './call-failure'

/** What the SDK in a function receives when a function that it called failed. */
export interface NestedFailure {
  code: FunctionFailureCode
  message: string
}

/** https://docs.cloudbase.net/error-code/basic */
export type FunctionFailureCode =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_REQUEST_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'

export function nestedNotFound(): NestedFailure {
  return { code: 'FUNCTION_NOT_FOUND', message: FUNCTION_NOT_FOUND_TEXT }
}

/** A called function that failed while it ran. */
export function nestedOutcome(outcome: Exclude<Outcome, { kind: 'reply' }>): NestedFailure {
  const code = outcome.kind === 'timeout' ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL'
  return { code, message: outcomeText(outcome) }
}

/**
 * A fault that was asked for: the failure that clients get with this code, as functions get it. A code that no failed
 * call of a function has here stands in the text, for the calling function would not see it otherwise.
 */
export function injectedNested(errCode: number, limitMs: number): NestedFailure {
  switch (errCode) {
    case FUNCTION_NOT_FOUND:
      return nestedNotFound()
    case TIMED_OUT:
      return nestedOutcome({ kind: 'timeout', limitMs })
    case EXECUTE_FAIL:
      return nestedOutcome({ kind: 'thrown', text: INJECTED_TEXT })
    default:
      return { code: 'FUNCTIONS_REQUEST_FAIL', message: errorText(errCode, INJECTED_TEXT) }
  }
}
