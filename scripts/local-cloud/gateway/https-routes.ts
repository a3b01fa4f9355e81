import type { Hono } from 'hono'
import type { AccessTokens } from '../https-apis/access-tokens'
import { ApiError } from '../https-apis/api-error'
import type { HttpsApi } from '../https-apis/https-api'
import { isObject, type JsonObject, readBody, tryParseJson } from './body'
import type { GatewayContext, GatewayEnv } from './types'

const MAX_BODY_BYTES = 1024 * 1024

/** `https://api.weixin.qq.com/...` for service providers. Every answer has status 200, `errcode` tells. */
export function httpsRoutes(
  app: Hono<GatewayEnv>,
  { apis, tokens }: { apis: ReadonlyMap<string, HttpsApi>; tokens: AccessTokens },
): void {
  for (const [path, api] of apis) {
    app.all(path, async context => {
      try {
        const body = await readRequest(context, api, tokens)
        return context.json(api.run(body))
      } catch (error) {
        if (error instanceof ApiError) return context.json({ errcode: error.errcode, errmsg: error.message })
        throw error
      }
    })
  }
}

/** Older pages name the token `component_access_token`, newer ones `access_token`. */
async function readRequest(
  context: GatewayContext,
  api: HttpsApi,
  tokens: AccessTokens,
): Promise<JsonObject> {
  if (context.req.method !== 'POST') throw new ApiError(43002)
  if (api.token)
    tokens.check(api.token, context.req.query('access_token') ?? context.req.query('component_access_token'))
  const body = await readBody(context, MAX_BODY_BYTES)
  if (body.length === 0) throw new ApiError(44002)
  const value = tryParseJson(body.toString())
  if (!isObject(value)) throw new ApiError(47001)
  return value
}
