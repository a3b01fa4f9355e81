import type { Variable } from './expression'

/** What a rule file's expressions may name. */
export interface Scope {
  /** Each variable with the fields it has; null where any field may be asked for. */
  readonly variables: Partial<Record<Variable, readonly string[] | null>>
  readonly functions: readonly string[]
}

const auth = ['openid', 'uid', 'loginType']

/**
 * `request.data` stands on CloudBase's pages only; WeChat's write `doc` for the data of a create.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 * https://docs.cloudbase.net/rule/learn-rules
 */
export const DATABASE_SCOPE: Scope = {
  variables: { auth, doc: null, now: [], request: ['data'] },
  functions: ['get'],
}

/** https://docs.cloudbase.net/storage/security-rules */
export const STORAGE_SCOPE: Scope = { variables: { auth, resource: ['openid', 'path'] }, functions: [] }
