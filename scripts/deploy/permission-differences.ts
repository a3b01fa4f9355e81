import { type WeChatApi, WeChatApiError } from '../../cloudfunctions/shared/wechat-api/index'
import type { BuiltFunction } from '../build'
import { askWeChat } from '../deployed'

/** What WeChat answers for a function to which no permissions were ever given. */
const NO_PERMISSIONS = 85089

/**
 * The functions whose openapi permissions in the cloud are not those that they were built with, a line each.
 *
 * @throws KitError `tool-failed`
 */
export async function findPermissionDifferences(
  api: WeChatApi,
  env: string,
  functions: readonly BuiltFunction[],
): Promise<string[]> {
  const lines: string[] = []
  for (const { name, openapi } of functions) {
    const there = new Set(await askWeChat(() => permissionsThere(api, env, name)))
    const missing = openapi.filter(item => !there.has(item))
    const extra = [...there].filter(item => !openapi.includes(item))
    if (missing.length > 0) lines.push(`${name} may not call ${missing.join(', ')} there`)
    if (extra.length > 0) lines.push(`${name} may call ${extra.join(', ')} there, and does not`)
  }
  return lines
}

async function permissionsThere(api: WeChatApi, env: string, function_name: string): Promise<string[]> {
  try {
    const { permissions } = await api.getFunctionConfig({ env, function_name, type: 1 })
    return permissions.openapi
  } catch (error) {
    if (error instanceof WeChatApiError && error.errcode === NO_PERMISSIONS) return []
    throw error
  }
}
