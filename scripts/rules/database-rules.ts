import type { Node } from 'jsonc-parser'
import type { Problem } from '../project/problem'
import { BASIC_PERMISSIONS, type BasicPermission, isBasicPermission } from './basic-permission'
import { kindOf, type Rule, readRules } from './rule'
import { entriesOf, openRuleFile, type RuleFile } from './rule-file'
import { DATABASE_SCOPE } from './scope'

/** The keys of a collection's rules. `write` covers the last three; a narrower key wins over it. */
export const DATABASE_KEYS = ['read', 'write', 'create', 'update', 'delete'] as const

export type CustomRules = { readonly [Key in (typeof DATABASE_KEYS)[number]]?: Rule }

/** What one collection allows the mini program: a basic permission, or rules of its own. */
export type CollectionRules =
  | { readonly kind: 'basic'; readonly permission: BasicPermission }
  | { readonly kind: 'custom'; readonly rules: CustomRules }

/** By name of the collection. A collection that is missing allows nothing. */
export type DatabaseRules = ReadonlyMap<string, CollectionRules>

/** The rules of a project without a rule file. */
export const NO_DATABASE_RULES: DatabaseRules = new Map()

/**
 * Reads `database.rules.json`: an object of collection names, each with
 * - an object of `read`, `write`, `create`, `update`, `delete`, whose values are booleans or expressions, exactly
 *   what the console's editor takes for that collection; or
 * - one of the four basic permissions by its tag, such as `"PRIVATE"`.
 *
 * The file of many collections and the tags in it are the kit's own; the platform keeps one rule a collection.
 * Rules with an error allow nothing, so the local cloud can go on while the developer mends them.
 *
 * @param file path from the root of the project, for the problems
 */
export function parseDatabaseRules(
  text: string,
  file: string,
): { rules: DatabaseRules; problems: Problem[] } {
  const opened = openRuleFile(text, file)
  const { root, problems } = opened
  if (!root) return { rules: NO_DATABASE_RULES, problems }
  if (root.type !== 'object') {
    opened.report('error', 'rules-shape', root, `${file} must hold an object, it holds ${kindOf(root)}`)
    return { rules: NO_DATABASE_RULES, problems }
  }
  const rules = new Map(
    entriesOf(root, opened).map(({ key, value }) => [key, readCollection(key, value, opened)]),
  )
  return { rules, problems }
}

function readCollection(collection: string, node: Node, file: RuleFile): CollectionRules {
  if (isBasicPermission(node.value)) return { kind: 'basic', permission: node.value }
  if (node.type === 'string') {
    file.report(
      'error',
      'rules-permission',
      node,
      `"${node.value}" is not a basic permission`,
      `they are ${Object.keys(BASIC_PERMISSIONS).join(', ')}; for rules of its own write { "read": ..., "write": ... }`,
    )
  } else if (node.type !== 'object') {
    file.report(
      'error',
      'rules-shape',
      node,
      `the rules of "${collection}" must be an object or a basic permission, not ${kindOf(node)}`,
    )
  }
  if (node.type !== 'object') return { kind: 'custom', rules: {} }
  return { kind: 'custom', rules: readRules(node, DATABASE_KEYS, 'a collection', DATABASE_SCOPE, file) }
}
