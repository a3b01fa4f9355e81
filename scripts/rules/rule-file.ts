import type { Node } from 'jsonc-parser'
import { parseJson } from '../project/json-file'
import type { Problem, Severity } from '../project/problem'
import { placeOf } from '../project/text-place'

/** A rule file as strict JSON, with what is wrong with it. */
export interface RuleFile {
  /** Undefined where the file is not JSON. */
  readonly root: Node | undefined
  readonly text: string
  readonly problems: Problem[]
  report(severity: Severity, rule: string, node: Node, message: string, mend?: string): void
  reportAt(severity: Severity, rule: string, offset: number, message: string, mend?: string): void
}

/**
 * Opens a rule file. The official examples hold comments and trailing commas for the reader's sake; the console's
 * editor and the CLI take JSON, so both are errors here.
 *
 * @param file path from the root of the project
 */
export function openRuleFile(text: string, file: string): RuleFile {
  const json = parseJson(text, file)
  const problems: Problem[] = 'problem' in json ? [json.problem] : []
  const body = 'problem' in json ? text : json.text
  const reportAt: RuleFile['reportAt'] = (severity, rule, offset, message, mend) => {
    problems.push({ severity, rule, message, file, ...placeOf(body, offset), ...(mend && { mend }) })
  }
  return {
    root: 'problem' in json ? undefined : json.root,
    text: body,
    problems,
    report: (severity, rule, node, message, mend) => reportAt(severity, rule, node.offset, message, mend),
    reportAt,
  }
}

/** One key of an object with the places of both sides. */
export interface Entry {
  key: string
  keyNode: Node
  value: Node
}

/** The entries of an object, last one wins; JSON allows a key twice, a rule that is silently replaced is a trap. */
export function entriesOf(node: Node, file: RuleFile): Entry[] {
  const entries = new Map<string, Entry>()
  for (const property of node.children ?? []) {
    const [keyNode, value] = property.children ?? []
    if (!keyNode || !value) continue
    const key: string = keyNode.value
    if (entries.has(key)) {
      file.report(
        'error',
        'rules-duplicate-key',
        keyNode,
        `"${key}" stands here a second time`,
        'only the last one would count: keep one',
      )
    }
    entries.set(key, { key, keyNode, value })
  }
  return [...entries.values()]
}
