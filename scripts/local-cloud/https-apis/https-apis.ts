import { type AccessTokens, openAccessTokens } from './access-tokens'
import { type ConfigApisOptions, configApis } from './config-apis'
import type { HttpsApi } from './https-api'
import { listApis } from './list-apis'
import { tokenApis } from './token-apis'

export interface HttpsApisOptions extends ConfigApisOptions {
  appid: string
  now(): number
  newId(): string
}

/**
 * The APIs of api.weixin.qq.com that service providers manage functions with, by path.
 *
 * Known differences: calls are not counted, addresses not checked, and refresh tokens never end.
 */
export function openHttpsApis(options: HttpsApisOptions): {
  apis: ReadonlyMap<string, HttpsApi>
  tokens: AccessTokens
} {
  const tokens = openAccessTokens(options)
  const apis = {
    ...tokenApis(options.appid, tokens),
    ...listApis(options.env, options.functions),
    ...configApis(options),
  }
  return { apis: new Map(Object.entries(apis)), tokens }
}
