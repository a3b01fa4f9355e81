import type { Severity } from '../project/problem'

/** Every kind of finding about the text of one rule. */
export type ExpressionRule =
  | 'rule-syntax'
  | 'rule-length'
  | 'rule-language' // JavaScript that the rule language does not have
  | 'rule-regex'
  | 'rule-list'
  | 'rule-operator'
  | 'rule-variable'
  | 'rule-function'
  | 'rule-get-path'
  | 'rule-get-count'
  | 'rule-get-depth'
  | 'rule-undocumented'

/** One finding about the text of one rule; its place is an offset into that text, in UTF-16 units. */
export interface ExpressionProblem {
  severity: Severity
  rule: ExpressionRule
  message: string
  offset: number
  mend?: string
}
