import type { AccessToken } from './access-token'
import { isTokenErrcode } from './errcode-advice'
import { WeChatApiError } from './wechat-api-error'

/** Runs a call with a token, and once more with a new one if WeChat refuses the first. */
export async function withToken<Result>(
  accessToken: AccessToken,
  run: (token: string) => Promise<Result>,
): Promise<Result> {
  const token = await accessToken.get()
  try {
    return await run(token)
  } catch (error) {
    if (!(error instanceof WeChatApiError && isTokenErrcode(error.errcode))) throw error
    const renewed = await accessToken.renew(token)
    if (renewed === undefined || renewed === token) throw error
    return run(renewed)
  }
}
