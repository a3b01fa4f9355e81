import type { Caller } from '../runtime/caller'
import { isOpenid, OPENID_RULE } from '../users/openid'
import { CLIENT_SOURCES, DEFAULT_SOURCE, isClientSource } from '../users/source'
import { HttpProblem } from './http-problem'
import type { GatewayContext } from './types'

/** Who calls when a request does not say. */
export interface DefaultUser {
  openid: string
  appid: string
}

/**
 * The user that a request of the mini program, a test or the preview stands for: `X-WX-OPENID` and `X-WX-SOURCE`,
 * else the default user in the mini program. In the cloud the platform knows this from its own session; here whoever
 * can reach the loopback address may be anybody.
 */
export function clientCaller(
  context: GatewayContext,
  { openid, appid }: DefaultUser,
): Caller & { openid: string } {
  const asked = context.req.header('x-wx-openid') ?? openid
  const source = context.req.header('x-wx-source') ?? DEFAULT_SOURCE
  if (!isOpenid(asked)) throw new HttpProblem(400, `X-WX-OPENID must be ${OPENID_RULE}`)
  if (!isClientSource(source))
    throw new HttpProblem(400, `X-WX-SOURCE must be one of ${CLIENT_SOURCES.join(', ')}`)
  return { openid: asked, appid, source }
}
