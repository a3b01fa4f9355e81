import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { isDoc, kindOf } from '../values/kinds'
import { evaluatePath, splitPath } from '../values/paths'
import { unknownName } from './lacking'
import { ARITHMETIC } from './operators/arithmetic'
import { ARRAYS } from './operators/arrays'
import { CONDITIONS } from './operators/conditions'
import { DATES } from './operators/dates'
import { OBJECTS } from './operators/objects'
import { SETS } from './operators/sets'
import { STRINGS } from './operators/strings'
import { TOTALS } from './operators/totals'
import type { Scope } from './scope'

/** A compiled expression; a missing field gives `undefined`. */
export type Expression = (scope: Scope) => unknown

/** Compiles a part of an expression, in which `variables` may be used besides those that are known already. */
export type Compile = (operand: unknown, variables?: readonly string[]) => Expression

/** An operator: gets its operand as it stands in the expression. */
export type Operator = (operand: unknown, compile: Compile) => Expression

const ALWAYS = ['ROOT', 'CURRENT', 'REMOVE']

/**
 * Compiles an expression of an aggregation, or of `$expr`: a field path (`$a.b`), a variable (`$$name`), an operator,
 * an object or an array of expressions, or a constant.
 * Operators: those of `db.command.aggregate`, https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/command/AggregateCommand.html
 *
 * Written here rather than taken from `mingo` 7.2: about a third of these operators answer there otherwise than MongoDB.
 * Numbers are computed as doubles; a 64-bit integer beyond 2^53 loses digits.
 *
 * @param variables names besides `ROOT`, `CURRENT` and `REMOVE` that the scope will hold
 * @throws DatabaseError `DATABASE_REQUEST_FAILED`
 */
export function compileExpression(operand: unknown, variables: ReadonlySet<string> = new Set()): Expression {
  if (typeof operand === 'string' && operand.startsWith('$')) return compilePath(operand, variables)
  if (Array.isArray(operand)) {
    const items = operand.map(item => compileExpression(item, variables))
    return scope => items.map(item => item(scope) ?? null)
  }
  if (!isDoc(operand)) return () => operand
  const names = Object.keys(operand)
  return names.some(name => name.startsWith('$'))
    ? compileOperator(operand, variables)
    : compileObject(operand, variables)
}

function compilePath(text: string, variables: ReadonlySet<string>): Expression {
  if (!text.startsWith('$$')) {
    const path = splitPath(text.slice(1))
    return scope => evaluatePath(scope.CURRENT, path)
  }
  const [name, ...path] = splitPath(text.slice(2)) as [string, ...string[]]
  if (!ALWAYS.includes(name) && !variables.has(name))
    throw unknownName('variable', `$$${name}`, `Use of undefined variable: ${name}`)
  return scope => evaluatePath(scope[name], path)
}

function compileOperator(operand: Doc, variables: ReadonlySet<string>): Expression {
  const [[name, value], ...others] = Object.entries(operand) as [[string, unknown]]
  if (others.length > 0) {
    throw requestFailed('An object representing an expression must have exactly one field')
  }
  const operator = OPERATORS.get(name)
  if (!operator) throw unknownName('expression', name, `Unrecognized expression '${name}'`)
  return operator(value, (inner, added = []) => compileExpression(inner, new Set([...variables, ...added])))
}

function compileObject(operand: Doc, variables: ReadonlySet<string>): Expression {
  const fields = Object.entries(operand).map(
    ([name, value]) => [splitName(name), compileExpression(value, variables)] as const,
  )
  return scope => {
    const doc: Doc = {}
    for (const [name, expression] of fields) {
      const value = expression(scope)
      if (value !== undefined) doc[name] = value
    }
    return doc
  }
}

function splitName(name: string): string {
  if (name.includes('.')) throw requestFailed(`FieldPath field names may not contain '.', given '${name}'`)
  return name
}

const literal: Operator = operand => () => operand

const letOperator: Operator = (operand, compile) => {
  if (!isDoc(operand) || !isDoc(operand.vars) || !Object.hasOwn(operand, 'in')) {
    throw requestFailed(`$let needs 'vars' and 'in', found ${kindOf(operand)}`)
  }
  const vars = Object.entries(operand.vars).map(([name, value]) => [name, compile(value)] as const)
  const body = compile(
    operand.in,
    vars.map(([name]) => name),
  )
  return scope => body({ ...scope, ...Object.fromEntries(vars.map(([name, value]) => [name, value(scope)])) })
}

const OPERATORS = new Map<string, Operator>([
  ['$literal', literal],
  ['$let', letOperator],
  ...[ARITHMETIC, ARRAYS, CONDITIONS, DATES, OBJECTS, SETS, STRINGS, TOTALS].flatMap(operators =>
    Object.entries(operators),
  ),
])
