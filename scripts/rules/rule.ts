import { getNodeValue, type Node } from 'jsonc-parser'
import type { Expression } from './expression'
import { parseExpression } from './parse-expression'
import { entriesOf, type RuleFile } from './rule-file'
import type { Scope } from './scope'
import { offsetInString } from './string-offset'

/** One permission: a boolean or an expression, as it stands in a rule file. */
export interface Rule {
  /** As written; `true` and `false` for booleans. */
  readonly source: string
  /** Undefined where the rule is broken: it then allows nothing. */
  readonly expression: Expression | undefined
}

/**
 * Reads an object of operations, each with its rule.
 *
 * @param keys the operations there are
 * @param owner whose operations they are, for the problems
 */
export function readRules<Key extends string>(
  node: Node,
  keys: readonly Key[],
  owner: string,
  scope: Scope,
  file: RuleFile,
): Partial<Record<Key, Rule>> {
  const rules: Partial<Record<Key, Rule>> = {}
  for (const { key, keyNode, value } of entriesOf(node, file)) {
    const known = keys.find(known => known === key)
    if (known) rules[known] = readRule(value, file, scope)
    else {
      const message = `"${key}" is not an operation of ${owner}`
      file.report('error', 'rules-unknown-key', keyNode, message, `they are ${keys.join(', ')}`)
    }
  }
  return rules
}

/** A string that reads `"true"` is an expression; official examples have it. */
function readRule(node: Node, file: RuleFile, scope: Scope): Rule {
  const value: unknown = getNodeValue(node)
  if (typeof value === 'boolean') {
    const source = String(value)
    return { source, expression: { kind: 'literal', value, source, offset: 0 } }
  }
  if (typeof value !== 'string') {
    file.report('error', 'rules-shape', node, `a rule is true, false or an expression, not ${kindOf(node)}`)
    return { source: kindOf(node), expression: undefined }
  }
  const { expression, problems } = parseExpression(value, scope)
  const written = file.text.slice(node.offset + 1, node.offset + node.length - 1)
  for (const { severity, rule, message, offset, mend } of problems) {
    file.reportAt(severity, rule, node.offset + 1 + offsetInString(written, offset), message, mend)
  }
  return { source: value, expression }
}

/** `an object`, `a number`, ... */
export function kindOf(node: Node): string {
  return node.type === 'array' || node.type === 'object' ? `an ${node.type}` : `a ${node.type}`
}
