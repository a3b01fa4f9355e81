import { isPlain } from './plain'

/** Written by the client where the server has to put the caller's openid. */
export const OPENID_PLACEHOLDER = '{openid}'

/** As deep as a document of MongoDB may be nested. */
const MAX_DEPTH = 100

/** Thrown for a query or data that is nested deeper than a document may be. */
export class TooDeep extends Error {
  override readonly name = 'TooDeep'
}

/**
 * A copy of a query, or of data to be added, in which every value that reads `{openid}` is the caller's openid.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 *
 * @param openid undefined where nobody is logged in: the text then stays as it is
 */
export function fillOpenid<Value>(value: Value, openid: string | undefined): Value {
  return fill(value, openid, 0) as Value
}

function fill(value: unknown, openid: string | undefined, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new TooDeep()
  if (value === OPENID_PLACEHOLDER) return openid ?? value
  if (Array.isArray(value)) return value.map(item => fill(item, openid, depth + 1))
  if (!isPlain(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, fill(inner, openid, depth + 1)]),
  )
}
