import { FunctionError } from '../shared/function-error'
import type { FunctionErrorCode } from '../shared/function-error-code'
import { WeChatApiError } from '../shared/wechat-api'

/** Refusals that are not about the credentials or the environment of this function. */
const codes: Readonly<Record<number, FunctionErrorCode>> = {
  [-1]: 'unavailable',
  [-1000]: 'unavailable',
  45009: 'resource-exhausted',
}

/** Refusals of credentials, and of the environment that they are for: whoever deployed the function can mend them. */
const setup = new Set([
  ...[40001, 40013, 40014, 40125, 41004, 42001, 48001],
  ...[61004, 61005, 61006, 61011, 85088, -501000],
])

/** What an administrator can mend or wait for, of the errors of WeChat's API; every other one as it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof WeChatApiError)) return error
  const code = codeOf(error)
  return code ? new FunctionError(code, error.message, undefined, { cause: error }) : error
}

function codeOf({ kind, errcode = 0 }: WeChatApiError): FunctionErrorCode | undefined {
  switch (kind) {
    case 'not-configured':
    case 'no-fetch':
      return 'failed-precondition'
    case 'timeout':
      return 'deadline-exceeded'
    case 'network':
    case 'http':
      return 'unavailable'
    case 'refused':
      return setup.has(errcode) ? 'failed-precondition' : codes[errcode]
    default:
      return undefined
  }
}
