import { requestFailed } from '../../database-error'
import { compareValues } from '../../values/compare'
import { isNil } from '../../values/kinds'
import type { Expression, Operator } from '../expression'
import { isTrue } from '../truth'
import { fieldsOf, withArguments } from './arguments'

/** Compares over all types in the database's order, without looking into arrays: unlike the operators of a query. */
function comparison(name: string, holds: (difference: number) => unknown): Operator {
  return withArguments(name, [2, 2], (a, b) => holds(compareValues(a, b)))
}

const cond: Operator = (operand, compile) => {
  if (Array.isArray(operand) && operand.length !== 3) {
    throw requestFailed(`Expression $cond takes exactly 3 arguments. ${operand.length} were passed in`)
  }
  const named = Array.isArray(operand) ? undefined : fieldsOf('$cond', operand, ['if', 'then', 'else'], [])
  const [condition, yes, no] = (named ? [named.if, named.then, named.else] : (operand as unknown[])).map(
    part => compile(part),
  ) as [Expression, Expression, Expression]
  return scope => (isTrue(condition(scope)) ? yes(scope) : no(scope))
}

const ifNull: Operator = (operand, compile) => {
  if (!Array.isArray(operand) || operand.length < 2) {
    throw requestFailed('$ifNull needs at least two arguments')
  }
  const [first, ...others] = operand.map(item => compile(item)) as [Expression, ...Expression[]]
  return scope => others.reduce((value, other) => (isNil(value) ? other(scope) : value), first(scope))
}

const switchOperator: Operator = (operand, compile) => {
  const { branches, ...rest } = fieldsOf('$switch', operand, ['branches'], ['default'])
  if (!Array.isArray(branches) || branches.length === 0)
    throw requestFailed('$switch requires at least one branch')
  const compiled = branches.map(branch => {
    const { case: condition, then } = fieldsOf('$switch', branch, ['case', 'then'], [])
    return { condition: compile(condition), result: compile(then) }
  })
  const otherwise = Object.hasOwn(rest, 'default')
    ? compile(rest.default)
    : () => {
        throw requestFailed(
          '$switch could not find a matching branch for an input, and no default was specified',
        )
      }
  return scope => (compiled.find(({ condition }) => isTrue(condition(scope)))?.result ?? otherwise)(scope)
}

/** `$and: [a, b]`; a single expression need not stand in an array. Stops at the first that decides. */
function logic(decide: (expressions: Expression[]) => Expression): Operator {
  return (operand, compile) =>
    decide((Array.isArray(operand) ? operand : [operand]).map(item => compile(item)))
}

export const CONDITIONS: Record<string, Operator> = {
  $and: logic(expressions => scope => expressions.every(expression => isTrue(expression(scope)))),
  $or: logic(expressions => scope => expressions.some(expression => isTrue(expression(scope)))),
  $not: withArguments('$not', [1, 1], value => !isTrue(value)),
  $cmp: comparison('$cmp', Math.sign),
  $eq: comparison('$eq', difference => difference === 0),
  $ne: comparison('$ne', difference => difference !== 0),
  $gt: comparison('$gt', difference => difference > 0),
  $gte: comparison('$gte', difference => difference >= 0),
  $lt: comparison('$lt', difference => difference < 0),
  $lte: comparison('$lte', difference => difference <= 0),
  $cond: cond,
  $ifNull: ifNull,
  $switch: switchOperator,
}
