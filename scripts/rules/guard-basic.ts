import { BASIC_PERMISSIONS, type BasicPermission } from './basic-permission'
import type { DatabaseAnswer, DatabaseRequest } from './database-request'
import type { Plain } from './plain'
import { refuseDatabase } from './refusal'

const READ_BY_ALL: readonly BasicPermission[] = ['READONLY', 'ADMINWRITE']
const OWNED: readonly BasicPermission[] = ['READONLY', 'PRIVATE']

/**
 * Applies a basic permission. Unlike rules, the two that know an owner narrow the query instead of refusing it:
 * reading another user's record finds nothing, and changing it succeeds with `updated: 0`.
 *
 * That a delete is narrowed as an update is, is inferred; the page names updates only.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 *
 * @param request with the caller's openid already filled in
 */
export function guardBasic(permission: BasicPermission, request: DatabaseRequest): DatabaseAnswer {
  const { collection, operation, query, data, auth } = request
  const meaning = `"${collection}" is ${permission}: ${BASIC_PERMISSIONS[permission]}`
  const isOwned = OWNED.includes(permission)
  if (operation === 'read' && READ_BY_ALL.includes(permission))
    return { allowed: true, ...(query && { query }) }
  if (!isOwned) return refuseDatabase(meaning, `Permission Denied: ${aclText(permission)}`)
  if (!auth) return refuseDatabase(`${meaning}, and nobody is logged in`)
  if (operation === 'create') return { allowed: true, ...(data && { data }) }
  return { allowed: true, query: ownedBy(query ?? {}, auth.openid), ...(data && { data }) }
}

function ownedBy(query: Plain, openid: string): Plain {
  return Object.hasOwn(query, '_openid')
    ? { $and: [query, { _openid: openid }] }
    : { ...query, _openid: openid }
}

/** The text was seen with `adminWrite` (2018); its other tag is inferred from it. */
function aclText(permission: BasicPermission): string {
  const tag = permission === 'ADMINWRITE' ? 'adminWrite' : 'adminOnly'
  return `Your operation is not allowed base on the ACL tag (${tag})`
}
