import type { MiddlewareHandler } from 'hono'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'

export interface GuardOptions {
  /** Known once the server listens. */
  port(): number
  /** Further origins that may ask, such as a preview on another port. */
  origins: readonly string[]
}

const OWN_HOSTS = ['127.0.0.1', 'localhost']
const ALLOWED_HEADERS =
  'content-type, x-wx-openid, x-wx-source, x-local-errcode, x-cos-security-token, authorization'

/**
 * Lets nobody in but programs of this machine. Listening on loopback is not enough: a page in the developer's browser
 * can send requests here too.
 *
 * - `Host` must be this server's own. A page whose domain was pointed at 127.0.0.1 sends its own domain.
 * - `Origin` must be this server's own or one of `origins`. Browsers add it to everything that can change something;
 *   what is no browser (the SDK, tests, WeChat DevTools' own requests) sends none, and may.
 */
export function guard({ port, origins }: GuardOptions): MiddlewareHandler<GatewayEnv> {
  return async (context, next) => {
    const hosts = OWN_HOSTS.map(host => `${host}:${port()}`)
    const host = context.env.incoming.headers.host
    if (host === undefined || !hosts.includes(host)) {
      throw new HttpProblem(
        403,
        `refused a request for the host ${quote(host)}: this is ${hosts.join(' and ')}`,
      )
    }
    const { origin } = context.env.incoming.headers
    if (origin === undefined) return await next()
    if (!hosts.some(own => origin === `http://${own}`) && !origins.includes(origin)) {
      throw new HttpProblem(403, `refused a request from the origin ${quote(origin)}`)
    }
    context.header('Access-Control-Allow-Origin', origin)
    context.header('Vary', 'Origin')
    if (context.req.method !== 'OPTIONS') return await next()
    context.header('Access-Control-Allow-Methods', 'GET, POST, PUT')
    context.header('Access-Control-Allow-Headers', ALLOWED_HEADERS)
    return context.body(null, 204)
  }
}

function quote(text: string | undefined): string {
  return text === undefined ? '(none)' : JSON.stringify(text.slice(0, 100))
}
