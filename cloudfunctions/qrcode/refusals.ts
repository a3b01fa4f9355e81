import { isCloudSdkError } from '../shared/cloud-sdk-error'
import { FunctionError } from '../shared/function-error'

const refusals = new Map([
  [40129, { path: 'scene', message: 'was refused by WeChat' }],
  [
    40169,
    { path: 'scene', message: 'was refused by WeChat: too long, or with characters that are not allowed' },
  ],
  [41030, { path: 'page', message: 'is not a page of the released mini program' }],
])

/**
 * What the caller can mend of the errors that `wxacode.getUnlimited` throws; every other error comes back as it is,
 * since only the developer can do something about it.
 */
export function asRefusal(error: unknown): unknown {
  const refusal = isCloudSdkError(error) ? refusals.get(error.errCode) : undefined
  if (!refusal) return error
  const { path, message } = refusal
  return new FunctionError('invalid-argument', `Wrong input: "${path}": ${message}`, [refusal], {
    cause: error,
  })
}
