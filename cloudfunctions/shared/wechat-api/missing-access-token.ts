import type { AccessToken } from './access-token'
import { WeChatApiError } from './wechat-api-error'

/** In place of a token for which there are no credentials: a call that needs it rejects with `not-configured`. */
export function missingAccessToken(variables: readonly string[]): AccessToken {
  const get = async (): Promise<string> => {
    const list = variables.join(', ')
    throw new WeChatApiError({
      kind: 'not-configured',
      reason: 'credentials of a third-party platform are missing',
      advice: { en: `Set the environment variables ${list}.`, zh: `请设置环境变量 ${list}。` },
    })
  }
  return { get, renew: get }
}
