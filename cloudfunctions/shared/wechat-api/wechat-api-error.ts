import type { Bilingual } from './bilingual'

/** Every way in which a call of an HTTPS API can fail; the list is closed. */
export type WeChatApiErrorKind =
  | 'refused' // WeChat answered with an errcode
  | 'http' // an answer with another status than 200
  | 'network' // no answer: no such host, connection refused or lost
  | 'timeout' // no whole answer in time
  | 'not-json' // an answer that is not JSON
  | 'wrong-shape' // JSON, and not what the documentation says
  | 'too-large' // an answer that is longer than any right one
  | 'not-configured' // credentials are missing, or make no sense
  | 'no-fetch' // Node.js 16 or older

export interface WeChatApiErrorOptions {
  kind: WeChatApiErrorKind
  /** What failed, with the value; without a token. */
  reason: string
  /** What to do. */
  advice: Bilingual
  /** Such as `/componenttcb/getscflist`. */
  path?: string
  errcode?: number
  errmsg?: string
  status?: number
}

/**
 * Why a call of an HTTPS API failed. Neither it nor its text ever holds a token or a secret, and it has no `cause`:
 * what `fetch` throws can quote the address, with the token in it.
 */
export class WeChatApiError extends Error {
  override readonly name = 'WeChatApiError'
  readonly kind: WeChatApiErrorKind
  /** What to do, in one or two sentences. The message holds the English ones. */
  readonly advice: Bilingual
  /** The API, such as `/componenttcb/getscflist`; absent if none was called. */
  readonly path?: string
  /** For `refused`: the code, such as 47001. */
  readonly errcode?: number
  /** For `refused`: WeChat's own words. */
  readonly errmsg?: string
  /** The id of the request, by which WeChat finds it in its logs; absent if the words have none. */
  readonly rid?: string
  /** For `http`: the status. */
  readonly status?: number

  constructor({ kind, reason, advice, path, errcode, errmsg, status }: WeChatApiErrorOptions) {
    super(`${path ? `POST ${path} failed` : 'Cannot call WeChat'}: ${reason}. ${advice.en}`)
    this.kind = kind
    this.advice = advice
    this.path = path
    this.errcode = errcode
    this.errmsg = errmsg
    this.rid = errmsg?.match(/\brid:\s*([\w-]+)/)?.[1]
    this.status = status
  }
}
