import type { DatabaseAnswer, DatabaseRequest } from './database-request'
import type { CollectionRules } from './database-rules'
import { guardBasic } from './guard-basic'
import { guardCustom } from './guard-custom'
import { fillOpenid, TooDeep } from './openid-placeholder'
import { refuseDatabase } from './refusal'
import { touches } from './sent-data'

/**
 * Decides whether the mini program may do one database operation. Functions and the console are never asked.
 *
 * - A query must be a subset of the rule: no record is read to decide, and what cannot be proven from the query
 *   alone is refused. `doc(id)` therefore passes only where the rule is true or is about `_id`.
 * - A create is judged by the data, as `doc` (WeChat) and as `request.data` (CloudBase), with `_openid` already
 *   set. Public reports contradict each other on whether `doc._openid` can be asked for on create; the official
 *   table of equivalent rules only makes sense if it can.
 * - A collection without rules is refused. On the platform a new collection starts out as PRIVATE; here the file is
 *   the whole truth, so that a collection that was forgotten shows itself before it is published.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 */
export async function guardDatabase(request: DatabaseRequest): Promise<DatabaseAnswer> {
  const { rules, collection, operation, auth } = request
  const found = rules.get(collection)
  if (!found) {
    const line = `"${collection}": { "read": "doc._openid == auth.openid", "write": "doc._openid == auth.openid" }`
    return refuseDatabase(
      `database.rules.json has no rules for "${collection}"; its owner may use it with ${line}`,
    )
  }
  const filled = fillRequest(request)
  if (!filled) return refuseDatabase('the query or the data is nested more than 100 levels deep')
  const owner = ownerProblem(filled, found.kind)
  if (owner) return refuseDatabase(owner)

  const marked = operation === 'create' && auth ? withOwner(filled, auth.openid) : filled
  if (found.kind === 'basic') return guardBasic(found.permission, marked)
  const refusal = await guardCustom(found.rules, marked)
  if (refusal) return refuseDatabase(refusal)
  const { query, data } = marked
  return { allowed: true, ...(query && { query }), ...(data && { data }) }
}

/** `{openid}` is documented for queries and for the data of `add`, not for that of an update. */
function fillRequest(request: DatabaseRequest): DatabaseRequest | undefined {
  const { query, data, operation, auth } = request
  try {
    return {
      ...request,
      ...(query && { query: fillOpenid(query, auth?.openid) }),
      ...(data && { data: fillOpenid(data, operation === 'create' ? auth?.openid : undefined) }),
    }
  } catch (error) {
    if (error instanceof TooDeep) return undefined
    throw error
  }
}

/**
 * The server sets `_openid`. With basic permissions a client may neither send nor change it; what happens with
 * custom rules is undocumented, and the kit lets nobody take another's name.
 */
function ownerProblem(
  { operation, data, auth }: DatabaseRequest,
  kind: CollectionRules['kind'],
): string | undefined {
  if (!data || !touches(data, '_openid')) return undefined
  if (operation === 'update') return 'the data changes "_openid", which only functions may'
  if (kind === 'custom' && auth && data._openid === auth.openid) return undefined
  return 'the data sets "_openid", which the server does by itself'
}

function withOwner(request: DatabaseRequest, openid: string): DatabaseRequest {
  return { ...request, data: { ...request.data, _openid: openid } }
}
