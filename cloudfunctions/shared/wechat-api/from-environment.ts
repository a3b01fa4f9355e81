import type { AccessToken } from './access-token'
import { authorizerAccessToken } from './authorizer-access-token'
import { componentAccessToken } from './component-access-token'
import { fixedAccessToken } from './fixed-access-token'
import { missingAccessToken } from './missing-access-token'
import { type CredentialKind, missingVariables, readyTokens, type Variables } from './missing-variables'
import type { ServerOptions } from './server'
import { createWeChatApi, type WeChatApi } from './wechat-api'

/**
 * The APIs with the credentials and the server that environment variables name; `index.ts` lists them. A call for which
 * some are missing rejects with `not-configured` and their names.
 *
 * Keep what it returns: it keeps the tokens.
 *
 * @throws {WeChatApiError} `no-fetch` on Node.js 16, `not-configured` for a wrong `WECHAT_API_BASE_URL`
 */
export function weChatApiFromEnvironment({
  variables = process.env,
  now,
  ...given
}: Pick<ServerOptions, 'fetch' | 'timeoutMs'> & {
  /** @default process.env */
  variables?: Variables
  /** @default Date.now */
  now?: () => number
} = {}): WeChatApi {
  const server: ServerOptions = { ...given, baseUrl: variables.WECHAT_API_BASE_URL || undefined }
  const text = (name: string) => variables[name] ?? ''
  const component_appid = text('WECHAT_COMPONENT_APPID')

  const tokenOf = (kind: CredentialKind, other: () => AccessToken): AccessToken => {
    const missing = missingVariables(kind, variables)
    if (missing.length > 0) return missingAccessToken(missing)
    return variables[readyTokens[kind]] ? fixedAccessToken(text(readyTokens[kind])) : other()
  }
  const component = tokenOf('component', () =>
    componentAccessToken({
      component_appid,
      component_appsecret: text('WECHAT_COMPONENT_APPSECRET'),
      component_verify_ticket: text('WECHAT_COMPONENT_VERIFY_TICKET'),
      now,
      ...server,
    }),
  )
  const authorizer = tokenOf('authorizer', () =>
    authorizerAccessToken({
      component,
      component_appid,
      authorizer_appid: text('WECHAT_AUTHORIZER_APPID'),
      authorizer_refresh_token: text('WECHAT_AUTHORIZER_REFRESH_TOKEN'),
      now,
      ...server,
    }),
  )
  return createWeChatApi({ component, authorizer, ...server })
}
