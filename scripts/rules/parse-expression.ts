import { parseSync } from 'oxc-parser'
import type { Expression } from './expression'
import type { ExpressionProblem } from './expression-problem'
import { getProblems } from './get-limits'
import type { Scope } from './scope'
import { translate } from './translate'

/** https://docs.cloudbase.net/rule/introduce */
const MAX_LENGTH = 1024

export interface ParsedExpression {
  /** Undefined where a problem is an error. */
  expression: Expression | undefined
  problems: ExpressionProblem[]
}

/**
 * Reads one rule. It is parsed as JavaScript and never run: what is not known to be part of the rule language is
 * refused.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules.md
 */
export function parseExpression(text: string, scope: Scope): ParsedExpression {
  const broken = (rule: ExpressionProblem['rule'], message: string, offset = 0): ParsedExpression => ({
    expression: undefined,
    problems: [{ severity: 'error', rule, message, offset }],
  })
  if (text.length > MAX_LENGTH) {
    return broken('rule-length', `a rule holds at most ${MAX_LENGTH} characters, this one ${text.length}`)
  }
  const { program, errors, comments } = parseSync('rule.js', text, { lang: 'js', preserveParens: false })
  const [error] = errors
  if (error) {
    return broken('rule-syntax', `not an expression: ${lowerFirst(error.message)}`, error.labels[0]?.start)
  }
  const [comment] = comments
  if (comment) return broken('rule-syntax', 'a rule cannot hold a comment', comment.start)
  const [statement, second] = program.body
  if (statement?.type !== 'ExpressionStatement') {
    return broken('rule-syntax', text.trim() === '' ? 'the rule is empty' : 'not an expression')
  }
  if (second || text[statement.end - 1] === ';') {
    return broken('rule-syntax', 'a rule is one expression, without ";"', second?.start ?? statement.end - 1)
  }

  const problems: ExpressionProblem[] = []
  const expression = translate(statement.expression, text, scope, problems)
  if (expression) problems.push(...getProblems(expression))
  const failed = problems.some(problem => problem.severity === 'error')
  return { expression: failed ? undefined : expression, problems }
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
