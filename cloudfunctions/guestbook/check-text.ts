import { cloud } from '../shared/cloud'
import { isCloudSdkError } from '../shared/cloud-sdk-error'
import { FunctionError } from '../shared/function-error'

/** Texts of a forum, of the scenes that the openapi knows. */
const FORUM = 3

/** What of the errors of the check the caller can act on. */
const refusals = new Map([
  [61010, ['failed-precondition', 'the author has not been in the mini program for two hours'] as const],
  [44991, ['resource-exhausted', 'too many texts in this minute'] as const],
  [45009, ['resource-exhausted', 'too many texts today'] as const],
])

/**
 * Has WeChat check a text. Only a text that passes is let through: nobody here looks at one that needs a review.
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html
 *
 * @throws {FunctionError} `invalid-argument` for a text that does not pass
 */
export async function checkText(text: string, openid: string): Promise<void> {
  const { result } = await judge(text, openid)
  if (result.suggest === 'pass') return
  const message = 'was refused by the content check'
  throw new FunctionError('invalid-argument', `Wrong input: "text": ${message}`, [
    { path: 'text', message, label: result.label },
  ])
}

async function judge(content: string, openid: string) {
  try {
    return await cloud.openapi.security.msgSecCheck({ content, openid, version: 2, scene: FORUM })
  } catch (error) {
    const [code, reason] = (isCloudSdkError(error) && refusals.get(error.errCode)) || []
    if (!code) throw error
    throw new FunctionError(code, `Cannot check the text: ${reason}`, undefined, { cause: error })
  }
}
