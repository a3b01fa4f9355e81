import type { CallExpression, MemberExpression, Expression as Node } from 'oxc-parser'
import type { Comparison, Expression, Variable } from './expression'
import type { ExpressionProblem, ExpressionRule } from './expression-problem'
import type { Scope } from './scope'

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  '==': '==',
  '!=': '!=',
  '===': '==',
  '!==': '!=',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
}
const UNARY = { '!': 'not', '-': 'minus', '+': 'plus' } as const
const LOGICAL = { '&&': 'and', '||': 'or' } as const
const DOCUMENTED = '== != > >= < <= in && || ! . []'

/**
 * Turns a parsed JavaScript expression into one of the rule language, and reports every part that is none.
 *
 * @param text the rule, which the offsets of `node` count in
 * @param problems grows
 * @returns undefined where a part could not be translated
 */
export function translate(
  node: Node,
  text: string,
  scope: Scope,
  problems: ExpressionProblem[],
): Expression | undefined {
  const report = (rule: ExpressionRule, at: number, message: string, mend?: string): undefined => {
    problems.push({ severity: 'error', rule, message, offset: at, ...(mend && { mend }) })
  }
  return visit(node)

  function visit(node: Node): Expression | undefined {
    const place = { source: text.slice(node.start, node.end), offset: node.start }
    switch (node.type) {
      case 'Literal': {
        if ('regex' in node)
          return report('rule-regex', node.start, 'a rule cannot hold a regular expression')
        const { value } = node
        if (typeof value === 'bigint') return unknownSyntax(node)
        return { ...place, kind: 'literal', value }
      }
      case 'Identifier': {
        if (node.name === 'undefined') return { ...place, kind: 'literal', value: undefined }
        return variable(node.name, node.start)
      }
      case 'MemberExpression':
        return member(node)
      case 'CallExpression':
        return call(node)
      case 'ArrayExpression': {
        const items = node.elements.map(listItem)
        if (items.includes(undefined)) {
          return report('rule-list', node.start, 'a list in a rule may hold numbers and strings only')
        }
        return { ...place, kind: 'list', items: items as (string | number)[] }
      }
      case 'TemplateLiteral': {
        const values = node.expressions.map(visit)
        if (values.includes(undefined)) return undefined
        const strings = node.quasis.map(quasi => quasi.value.cooked ?? quasi.value.raw)
        return { ...place, kind: 'template', strings, values: values as Expression[] }
      }
      case 'UnaryExpression': {
        const kind = UNARY[node.operator as keyof typeof UNARY]
        if (!kind) return unknownOperator(node.operator, node.start)
        const operand = visit(node.argument)
        return operand && { ...place, kind, operand }
      }
      case 'LogicalExpression': {
        const kind = LOGICAL[node.operator as keyof typeof LOGICAL]
        if (!kind) return unknownOperator(node.operator, node.left.end)
        const [left, right] = [visit(node.left), visit(node.right)]
        return left && right && { ...place, kind, left, right }
      }
      case 'BinaryExpression': {
        if (node.left.type === 'PrivateIdentifier') return unknownSyntax(node)
        const operator = COMPARISONS[node.operator]
        if (!operator && node.operator !== 'in') return unknownOperator(node.operator, node.left.end)
        noteStrictEquality(node.operator, node.left.end)
        const [left, right] = [visit(node.left), visit(node.right)]
        if (!left || !right) return undefined
        return operator
          ? { ...place, kind: 'compare', operator, left, right }
          : { ...place, kind: 'in', left, right }
      }
      default:
        return unknownSyntax(node)
    }
  }

  function variable(name: string, offset: number): Expression | undefined {
    if (Object.hasOwn(scope.variables, name)) {
      return { source: name, offset, kind: 'variable', name: name as Variable }
    }
    return report(
      'rule-variable',
      offset,
      `a rule of this file knows no variable "${name}"`,
      `it knows ${Object.keys(scope.variables).join(', ')}`,
    )
  }

  function member(node: MemberExpression): Expression | undefined {
    if (node.optional || node.property.type === 'PrivateIdentifier') return unknownSyntax(node)
    if (node.object.type === 'Super') return unknownSyntax(node)
    const object = visit(node.object)
    const { property } = node
    const key: Expression | undefined =
      !node.computed && property.type === 'Identifier'
        ? { source: property.name, offset: property.start, kind: 'literal', value: property.name }
        : visit(property as Node)
    if (!object || !key) return undefined
    if (object.kind === 'variable' && key.kind === 'literal') {
      const fields = scope.variables[object.name]
      if (fields && !fields.includes(String(key.value))) {
        const has = fields.length > 0 ? `it has ${fields.join(', ')}` : 'it has no fields'
        return report('rule-variable', key.offset, `"${object.name}" has no field "${key.value}"`, has)
      }
    }
    return { source: text.slice(node.start, node.end), offset: node.start, kind: 'member', object, key }
  }

  function call(node: CallExpression): Expression | undefined {
    const name = text.slice(node.callee.start, node.callee.end)
    if (node.optional || node.callee.type !== 'Identifier' || !scope.functions.includes(name)) {
      const known = scope.functions.length > 0 ? `it knows ${scope.functions.join(', ')}` : 'it knows none'
      return report('rule-function', node.start, `a rule of this file knows no function "${name}"`, known)
    }
    const [argument, second] = node.arguments
    if (!argument || second || argument.type === 'SpreadElement') {
      return report('rule-get-path', node.start, `${name}() takes one path`)
    }
    const path = visit(argument)
    return path && { source: text.slice(node.start, node.end), offset: node.start, kind: 'get', path }
  }

  function noteStrictEquality(operator: string, leftEnd: number): void {
    if (operator !== '===' && operator !== '!==') return
    problems.push({
      severity: operator === '===' ? 'note' : 'warning',
      rule: 'rule-undocumented',
      message:
        operator === '==='
          ? '"===" is not in the table of operators; one official example uses it'
          : '"!==" is undocumented',
      offset: operatorOffset(operator, leftEnd),
      mend: `write "${COMPARISONS[operator]}"`,
    })
  }

  function operatorOffset(operator: string, from: number): number {
    return Math.max(from, text.indexOf(operator, from))
  }

  function unknownOperator(operator: string, from: number): undefined {
    return report(
      'rule-operator',
      operatorOffset(operator, from),
      `"${operator}" is not among the documented operators`,
      `they are ${DOCUMENTED}`,
    )
  }

  function unknownSyntax(node: { type: string; start: number; end: number }): undefined {
    return report(
      'rule-language',
      node.start,
      `${text.slice(node.start, node.end)} is not part of the rule language`,
    )
  }
}

/** Numbers may have a sign. */
function listItem(element: { type: string } | null): string | number | undefined {
  const node = element as Node | null
  if (node?.type === 'Literal' && (typeof node.value === 'string' || typeof node.value === 'number')) {
    return node.value
  }
  if (node?.type === 'UnaryExpression' && (node.operator === '-' || node.operator === '+')) {
    const value = listItem(node.argument)
    if (typeof value === 'number') return node.operator === '-' ? -value : value
  }
  return undefined
}
