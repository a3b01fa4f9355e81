import { type AccessTokens, openAccessTokens } from './access-tokens'
import { ApiError } from './api-error'
import { type ConfigApisOptions, configApis } from './config-apis'
import type { HttpsApi } from './https-api'
import { listApis } from './list-apis'
import type { Stage } from './staged-answers'
import { tokenApis } from './token-apis'

export interface HttpsApisOptions extends ConfigApisOptions {
  appid: string
  stage: Stage
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
    ...listApis(options.env, options.functions, options.stage),
    ...configApis(options),
  }
  const staged = Object.entries(apis).map(
    ([path, api]) => [path, withRefusals(path, api, options.stage)] as const,
  )
  return { apis: new Map(staged), tokens }
}

function withRefusals(path: string, api: HttpsApi, stage: Stage): HttpsApi {
  return {
    ...api,
    run(body) {
      const errcode = stage.takeRefusal(path)
      if (errcode !== undefined) throw new ApiError(errcode)
      return api.run(body)
    },
  }
}
