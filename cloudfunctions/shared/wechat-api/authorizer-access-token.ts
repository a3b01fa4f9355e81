import * as v from 'valibot'
import type { AccessToken } from './access-token'
import { cachedAccessToken } from './cached-access-token'
import { postJson } from './post-json'
import { type ServerOptions, serverOf } from './server'
import { withToken } from './with-token'

export interface AuthorizerTokenOptions extends ServerOptions {
  /** Of the third-party platform. */
  component: AccessToken
  /** AppID of the third-party platform. */
  component_appid: string
  /** AppID of the mini program that trusts it. */
  authorizer_appid: string
  authorizer_refresh_token: string
  /** @default Date.now */
  now?: () => number
}

const text = v.pipe(v.string(), v.nonEmpty())
const schema = v.object({
  authorizer_access_token: text,
  /** Seconds. */
  expires_in: v.pipe(v.number(), v.minValue(1)),
  authorizer_refresh_token: text,
})

/**
 * The token with which a third-party platform acts for a mini program; kept until shortly before it expires.
 *
 * The query names the other token `component_access_token`, as the older page of this API has it; the newer one has
 * `access_token`.
 * https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/ThirdParty/token/api_authorizer_token.html
 */
export function authorizerAccessToken({
  component,
  component_appid,
  authorizer_appid,
  authorizer_refresh_token: givenRefreshToken,
  now = Date.now,
  ...server
}: AuthorizerTokenOptions): AccessToken {
  let authorizer_refresh_token = givenRefreshToken
  return cachedAccessToken(
    () =>
      withToken(component, async component_access_token => {
        const reply = await postJson(
          serverOf(server),
          '/cgi-bin/component/api_authorizer_token',
          { component_appid, authorizer_appid, authorizer_refresh_token },
          { schema, token: { component_access_token }, secrets: [authorizer_refresh_token] },
        )
        authorizer_refresh_token = reply.authorizer_refresh_token
        return { token: reply.authorizer_access_token, expiresIn: reply.expires_in }
      }),
    now,
  )
}
