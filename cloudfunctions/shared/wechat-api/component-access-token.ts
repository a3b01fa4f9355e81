import * as v from 'valibot'
import type { AccessToken } from './access-token'
import { cachedAccessToken } from './cached-access-token'
import { postJson } from './post-json'
import { type ServerOptions, serverOf } from './server'

export interface ComponentTokenOptions extends ServerOptions {
  /** AppID of the third-party platform. */
  component_appid: string
  component_appsecret: string
  /** The ticket that WeChat pushed last, or how to find it: it changes every ten minutes and is good for twelve hours. */
  component_verify_ticket: string | (() => string | Promise<string>)
  /** @default Date.now */
  now?: () => number
}

const schema = v.object({
  component_access_token: v.pipe(v.string(), v.nonEmpty()),
  /** Seconds. */
  expires_in: v.pipe(v.number(), v.minValue(1)),
})

/**
 * The token with which a third-party platform acts for itself; kept until shortly before it expires.
 * https://developers.weixin.qq.com/doc/oplatform/openApi/ticket-token/api_getcomponentaccesstoken
 */
export function componentAccessToken({
  component_appid,
  component_appsecret,
  component_verify_ticket: ticket,
  now = Date.now,
  ...server
}: ComponentTokenOptions): AccessToken {
  return cachedAccessToken(async () => {
    const component_verify_ticket = typeof ticket === 'string' ? ticket : await ticket()
    const { component_access_token, expires_in } = await postJson(
      serverOf(server),
      '/cgi-bin/component/api_component_token',
      { component_appid, component_appsecret, component_verify_ticket },
      { schema, secrets: [component_appsecret, component_verify_ticket] },
    )
    return { token: component_access_token, expiresIn: expires_in }
  }, now)
}
