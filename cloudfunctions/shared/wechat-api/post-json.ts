import * as v from 'valibot'
import type { Bilingual } from './bilingual'
import { errcodeAdvice } from './errcode-advice'
import { hideSecrets } from './hide-secrets'
import { readText, TooLarge } from './read-text'
import { WeChatApiError, type WeChatApiErrorOptions } from './wechat-api-error'

/** Who answers, and how long that may take. */
export interface Server {
  /** Without a slash at its end. */
  baseUrl: string
  fetch: typeof globalThis.fetch
  /** Milliseconds for one whole request. */
  timeoutMs: number
}

export interface PostJsonOptions<Schema extends v.GenericSchema> {
  /** What the documentation says of the answer. */
  schema: Schema
  /** For the query, such as `{ access_token: '...' }`. */
  token?: Record<string, string>
  /** What is secret in the body. */
  secrets?: readonly string[]
}

/** A thousand functions, each with a long reason, are half of it. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024

/**
 * Calls an API and checks the answer.
 *
 * @throws {WeChatApiError} whatever goes wrong
 */
export async function postJson<Schema extends v.GenericSchema>(
  server: Server,
  path: string,
  body: object,
  { schema, token = {}, secrets = [] }: PostJsonOptions<Schema>,
): Promise<v.InferOutput<Schema>> {
  const fail = (options: Omit<WeChatApiErrorOptions, 'path'>) => new WeChatApiError({ path, ...options })
  const query = new URLSearchParams(token).toString()
  // Node.js 24 sends a question mark with nothing behind it, too
  const text = await send(server, query ? `${path}?${query}` : path, JSON.stringify(body), fail)

  const reply = tryParseJson(text)
  if (reply === undefined) {
    throw fail({ kind: 'not-json', reason: `the answer of ${server.baseUrl} is not JSON`, advice: notWeChat })
  }
  const refused = v.safeParse(refusal, reply)
  if (refused.success) {
    const { errcode } = refused.output
    const errmsg = hideSecrets(refused.output.errmsg, [...Object.values(token), ...secrets])
    throw fail({
      kind: 'refused',
      reason: `${errcode} ${errmsg}`,
      advice: errcodeAdvice(errcode),
      errcode,
      errmsg,
    })
  }
  const parsed = v.safeParse(schema, reply)
  if (parsed.success) return parsed.output
  throw fail({ kind: 'wrong-shape', reason: wrongPlaces(parsed.issues), advice: notWeChat })
}

type Fail = (options: Omit<WeChatApiErrorOptions, 'path'>) => WeChatApiError

async function send(
  { baseUrl, fetch, timeoutMs }: Server,
  pathAndQuery: string,
  body: string,
  fail: Fail,
): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(`${baseUrl}${pathAndQuery}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // Followed, a redirect would carry the token to wherever it points.
      redirect: 'manual',
      signal,
    })
    const { status } = response
    if (status !== 200) {
      await response.body?.cancel()
      const reason = `${baseUrl} answered with HTTP status ${status}`
      throw fail({ kind: 'http', reason, advice: status >= 500 ? later : notWeChat, status })
    }
    return await readText(response, MAX_REPLY_BYTES)
  } catch (error) {
    if (error instanceof WeChatApiError) throw error
    if (error instanceof TooLarge) {
      const reason = `the answer of ${baseUrl} is longer than ${MAX_REPLY_BYTES} bytes`
      throw fail({ kind: 'too-large', reason, advice: notWeChat })
    }
    if (signal.aborted) {
      throw fail({
        kind: 'timeout',
        reason: `no whole answer from ${baseUrl} within ${timeoutMs} ms`,
        advice: later,
      })
    }
    // Anything else that fetch throws is about the connection, and its words may quote the address with the token.
    throw fail({
      kind: 'network',
      reason: `no answer from ${baseUrl} (${connectionCode(error)})`,
      advice: network,
    })
  }
}

const refusal = v.object({
  errcode: v.pipe(
    v.number(),
    v.check(code => code !== 0),
  ),
  errmsg: v.fallback(v.string(), ''),
})

const later: Bilingual = {
  en: 'Try again later; if it stays so, look whether the server is overloaded.',
  zh: '稍后再试；一直这样的话，看看服务器是不是忙不过来。',
}
const notWeChat: Bilingual = {
  en: 'Check WECHAT_API_BASE_URL, and whether a proxy answers in place of WeChat.',
  zh: '检查 WECHAT_API_BASE_URL，以及是不是有代理替微信作了回答。',
}
const network: Bilingual = {
  en: 'Check the network and WECHAT_API_BASE_URL.',
  zh: '检查网络和 WECHAT_API_BASE_URL。',
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Names the wrong fields without their values: one of them may be a token. */
function wrongPlaces(issues: readonly v.BaseIssue<unknown>[]): string {
  const places = issues.slice(0, 3).map(issue => {
    const path = v.getDotPath(issue)
    return `${path ? `"${path}"` : 'the answer'} is not ${issue.expected ?? 'valid'}`
  })
  return `the answer is not as documented: ${places.join('; ')}`
}

/** Such as `ECONNREFUSED`. */
function connectionCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^\w+$/.test(code) ? code : 'connection failed'
}
