import { BSONRegExp } from 'bson'
import type { Scope } from '../aggregate/scope'
import { requestFailed } from '../database-error'
import { compileGeoIntersects, compileGeoWithin } from '../geo/geo-tests'
import { compileNear, type Near } from '../geo/near'
import type { Doc } from '../types'
import { isDoc, isNil } from '../values/kinds'
import { wholeNumber } from '../values/numbers'
import { type Path, someValue } from '../values/paths'
import { comparedTo, equalTo, matchedBy, ofType, oneOf, remainderOf, type ValueTest } from './value-tests'

/** A compiled part of a query. `root` is a document, or a bare value inside of `$elemMatch`. */
export type Predicate = (root: unknown, scope: Scope) => boolean

/** What operators are applied to: the values at a path, elements of arrays included or not. */
export interface Target {
  path: Path
  elements: boolean
}

interface Context {
  /** All operators beside the one at hand: `$regex` reads `$options`. */
  operators: Doc
  target: Target
  compileQuery(query: Doc): Predicate
  noteNear?: ((near: Near) => void) | undefined
}

type Compile = (operand: unknown, context: Context) => Predicate

/**
 * Compiles `{ $gt: 1, $lt: 5 }` for the values at `target`.
 * @param compileQuery compiles the query inside of `$elemMatch`
 * @param noteNear takes a `$near`; without it there may be none
 */
export function compileOperators(
  operators: Doc,
  target: Target,
  compileQuery: (query: Doc) => Predicate,
  noteNear?: (near: Near) => void,
): Predicate {
  const context = { operators, target, compileQuery, noteNear }
  const parts = Object.entries(operators).map(([name, operand]) => {
    const compile = OPERATORS.get(name)
    if (!compile) throw requestFailed(`unknown operator: ${name}`)
    return compile(operand, context)
  })
  return parts.length === 1
    ? (parts[0] as Predicate)
    : (root, scope) => parts.every(part => part(root, scope))
}

/** `{ a: 1 }`: some value at the path equals `operand`. */
export function equality(operand: unknown, target: Target): Predicate {
  return some(target, equalTo(operand))
}

function some({ path, elements }: Target, test: ValueTest): Predicate {
  return root => someValue(root, path, elements, test)
}

/** For operators on the array itself. */
function whole({ path }: Target, test: ValueTest): Predicate {
  return root => someValue(root, path, false, test)
}

function not(predicate: Predicate): Predicate {
  return (root, scope) => !predicate(root, scope)
}

/** An operator that some value at the path must meet. */
function onValues(test: (operand: unknown, operators: Doc) => ValueTest): Compile {
  return (operand, { target, operators }) => some(target, test(operand, operators))
}

function comparison(holds: (difference: number) => boolean): Compile {
  return onValues(operand => comparedTo(operand, holds))
}

const compileElemMatch: Compile = (operand, { target, compileQuery }) => {
  if (!isDoc(operand)) throw requestFailed('$elemMatch needs an Object')
  const first = Object.keys(operand)[0]
  const isOnValues = first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)
  const inner = isOnValues
    ? compileOperators(operand, { path: [], elements: false }, compileQuery)
    : compileQuery(operand)
  // `{ field: ... }` asks for documents; an array counts as one, with its indexes as names
  const matches = isOnValues
    ? inner
    : (element: unknown, scope: Scope) =>
        (isDoc(element) && inner(element, scope)) || (Array.isArray(element) && inner({ ...element }, scope))
  return (root, scope) =>
    someValue(
      root,
      target.path,
      false,
      value => Array.isArray(value) && value.some(element => matches(element, scope)),
    )
}

const compileAll: Compile = (operand, context) => {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
  const parts = operand.map(item => {
    if (item instanceof BSONRegExp) return some(context.target, matchedBy(item))
    if (isDoc(item) && Object.hasOwn(item, '$elemMatch')) return compileElemMatch(item.$elemMatch, context)
    return equality(item, context.target)
  })
  return (root, scope) => parts.length > 0 && parts.every(part => part(root, scope))
}

const compileNot: Compile = (operand, { target, compileQuery }) => {
  if (operand instanceof BSONRegExp) return not(some(target, matchedBy(operand)))
  if (!isDoc(operand)) throw requestFailed('$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw requestFailed('$not cannot be empty')
  return not(compileOperators(operand, target, compileQuery))
}

const compileExists: Compile = (operand, { target }) => {
  const exists = whole(target, value => value !== undefined)
  return operand === false || operand === 0 || isNil(operand) ? not(exists) : exists
}

/** Read by `$regex`. */
const compileOptions: Compile = (_operand, { operators }) => {
  if (operators.$regex === undefined) throw requestFailed('$options needs a $regex')
  return () => true
}

const compileSize: Compile = (operand, { target }) => {
  const size = wholeNumber(operand)
  if (size === undefined || size < 0) throw requestFailed('$size must be a whole number that is not negative')
  return whole(target, value => Array.isArray(value) && value.length === size)
}

const compileNearOperator: Compile = (operand, { target, noteNear }) => {
  if (!noteNear) throw requestFailed('geo $near must be top-level expr')
  const near = compileNear(operand, target.path)
  noteNear(near)
  return root => near.distance(root) !== undefined
}

const OPERATORS = new Map<string, Compile>([
  ['$eq', onValues(equalTo)],
  ['$ne', (operand, { target }) => not(equality(operand, target))],
  ['$gt', comparison(difference => difference > 0)],
  ['$gte', comparison(difference => difference >= 0)],
  ['$lt', comparison(difference => difference < 0)],
  ['$lte', comparison(difference => difference <= 0)],
  ['$in', onValues(oneOf)],
  ['$nin', (operand, { target }) => not(some(target, oneOf(operand)))],
  ['$not', compileNot],
  ['$exists', compileExists],
  ['$type', onValues(ofType)],
  ['$mod', onValues(remainderOf)],
  ['$regex', onValues((operand, { $options }) => matchedBy(operand, $options))],
  ['$options', compileOptions],
  ['$all', compileAll],
  ['$elemMatch', compileElemMatch],
  ['$size', compileSize],
  ['$geoWithin', onValues(compileGeoWithin)],
  ['$geoIntersects', onValues(compileGeoIntersects)],
  ['$near', compileNearOperator],
  ['$nearSphere', compileNearOperator],
])
