import { isCloudSdkError } from '../shared/cloud-sdk-error'
import { FunctionError } from '../shared/function-error'

/** What the caller can mend of the errors that `phonenumber.getPhoneNumber` throws; every other one as it is. */
export function asRefusal(error: unknown): unknown {
  if (!isCloudSdkError(error)) return error
  const options = { cause: error }
  switch (error.errCode) {
    case 40029: {
      const message = 'is invalid, used or too old (40029): ask the user again'
      return new FunctionError(
        'invalid-argument',
        `Wrong input: "code": ${message}`,
        [{ path: 'code', message }],
        options,
      )
    }
    case 45011:
      return new FunctionError(
        'resource-exhausted',
        'Too many phone numbers asked for within a minute (45011)',
        undefined,
        options,
      )
    default:
      return error
  }
}
