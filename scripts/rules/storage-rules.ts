import type { Problem } from '../project/problem'
import { kindOf, type Rule, readRules } from './rule'
import { openRuleFile } from './rule-file'
import { STORAGE_SCOPE } from './scope'

const STORAGE_KEYS = ['read', 'write'] as const

/** What the storage allows the mini program; a key that is missing allows nothing. */
export type StorageRules = { readonly [Key in (typeof STORAGE_KEYS)[number]]?: Rule }

const DEFAULT_TEXT = JSON.stringify({ read: true, write: 'resource.openid == auth.openid' })

/**
 * What an environment starts with, and so the rules of a project without a rule file: everybody reads, the creator
 * writes.
 */
export const DEFAULT_STORAGE_RULES = parseStorageRules(DEFAULT_TEXT, 'storage.rules.json').rules

/**
 * Reads `storage.rules.json`, exactly what the console's editor takes for the whole storage: an object of `read`
 * (download) and `write` (upload, overwrite, delete), whose values are booleans or expressions.
 *
 * https://docs.cloudbase.net/storage/security-rules
 *
 * @param file path from the root of the project, for the problems
 */
export function parseStorageRules(text: string, file: string): { rules: StorageRules; problems: Problem[] } {
  const opened = openRuleFile(text, file)
  const { root, problems } = opened
  if (!root) return { rules: {}, problems }
  if (root.type !== 'object') {
    opened.report('error', 'rules-shape', root, `${file} must hold an object, it holds ${kindOf(root)}`)
    return { rules: {}, problems }
  }
  return { rules: readRules(root, STORAGE_KEYS, 'the storage', STORAGE_SCOPE, opened), problems }
}
