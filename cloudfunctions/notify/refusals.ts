import { isCloudSdkError } from '../shared/cloud-sdk-error'
import { FunctionError } from '../shared/function-error'

/** Why a message cannot be sent now. A page tells from it what to say. */
export type NotReady = { reason: 'no-template' | 'not-subscribed' }

/** The refusal of a function whose variable is not set. */
export function noTemplate(variable: string): FunctionError {
  const message = `Cannot send messages: the function "notify" has no environment variable ${variable} with the id of a template`
  return new FunctionError('failed-precondition', message, { reason: 'no-template' } satisfies NotReady)
}

/**
 * What the caller can mend of the errors that `subscribeMessage.send` throws. Every other one comes back as it is: a
 * wrong template id (40037) or field (47003) is for the developer, who finds it explained on the error card.
 */
export function asRefusal(error: unknown): unknown {
  if (!isCloudSdkError(error)) return error
  const options = { cause: error }
  switch (error.errCode) {
    case 43101: {
      const message = 'Cannot send the message: the user has agreed to none, or to none further (43101)'
      const details: NotReady = { reason: 'not-subscribed' }
      return new FunctionError('failed-precondition', message, details, options)
    }
    case 45168: {
      const message = 'Wrong input: "text": was refused by WeChat for a forbidden word (45168)'
      return new FunctionError(
        'invalid-argument',
        message,
        [{ path: 'text', message: 'was refused' }],
        options,
      )
    }
    default:
      return error
  }
}
