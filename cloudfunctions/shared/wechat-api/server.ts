import type { Server } from './post-json'
import { WeChatApiError } from './wechat-api-error'

/** Which server, and how to reach it. */
export interface ServerOptions {
  /** @default 'https://api.weixin.qq.com' */
  baseUrl?: string
  /** @default the one of the platform, which Node.js has from version 18 on */
  fetch?: typeof globalThis.fetch
  /** Milliseconds for one whole request. @default 10000 */
  timeoutMs?: number
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** @throws {WeChatApiError} `no-fetch` or `not-configured` */
export function serverOf({
  baseUrl = 'https://api.weixin.qq.com',
  fetch = globalThis.fetch,
  timeoutMs = 10_000,
}: ServerOptions): Server {
  if (typeof fetch !== 'function') {
    throw new WeChatApiError({
      kind: 'no-fetch',
      reason: `Node.js ${process.version} has no fetch`,
      advice: {
        en: 'It needs Node.js 18. The runtime of a deployed function cannot be changed: delete the function and create it with Nodejs18.15 or newer.',
        zh: '需要 Node.js 18。云函数建好以后不能换运行环境：删掉它，用 Nodejs18.15 或更新的版本重新创建。',
      },
    })
  }
  return { baseUrl: checkedUrl(baseUrl), fetch, timeoutMs }
}

function checkedUrl(baseUrl: string): string {
  const url = tryParseUrl(baseUrl)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname))
  if (!url || !isSafe || url.username || url.password || url.search || url.hash) {
    throw new WeChatApiError({
      kind: 'not-configured',
      reason: 'the address of the server is not https://host, or http:// and this machine',
      advice: { en: 'Check WECHAT_API_BASE_URL.', zh: '检查 WECHAT_API_BASE_URL。' },
    })
  }
  return url.href.replace(/\/+$/, '')
}

/** Node.js 18.15, which functions run on, has no `URL.canParse`. */
function tryParseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
