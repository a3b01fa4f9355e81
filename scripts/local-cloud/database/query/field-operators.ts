import { BSONRegExp } from 'bson'
import type { Scope } from '../aggregate/scope'
import { requestFailed } from '../database-error'
import { compileGeoIntersects, compileGeoWithin } from '../geo/geo-tests'
import { compileNear, type Near } from '../geo/near'
import type { Doc } from '../types'
import { typeTest } from '../values/bson-type'
import { compareValues, equalValues } from '../values/compare'
import { isDoc, isNil, kindOf } from '../values/kinds'
import { isNumeric, toNumber, wholeNumber } from '../values/numbers'
import { type Path, someValue } from '../values/paths'
import { valueKey } from '../values/value-key'
import { fromBson, toRegExp } from './regex'

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

/** `{ a: 1 }`: some value at the path equals `operand`; `null` also stands for a missing field. */
export function equality(operand: unknown, target: Target): Predicate {
  return some(target, equalTo(operand))
}

function equalTo(operand: unknown): (value: unknown) => boolean {
  return isNil(operand) ? isNil : value => value !== undefined && equalValues(value, operand)
}

function some({ path, elements }: Target, test: (value: unknown) => boolean): Predicate {
  return root => someValue(root, path, elements, test)
}

/** For operators on the array itself. */
function whole({ path }: Target, test: (value: unknown) => boolean): Predicate {
  return root => someValue(root, path, false, test)
}

function not(predicate: Predicate): Predicate {
  return (root, scope) => !predicate(root, scope)
}

/** `$gt` and its kin compare within one kind only; a missing field counts as null. NaN is only ever equal. */
function comparison(holds: (difference: number) => boolean): Compile {
  return (operand, { target }) => {
    const kind = kindOf(operand ?? null)
    const bound = kind === 'minKey' || kind === 'maxKey'
    return some(target, found => {
      const value = found ?? null
      if (!bound && kindOf(value) !== kind) return false
      if (isNaNumber(value) || isNaNumber(operand))
        return isNaNumber(value) && isNaNumber(operand) && holds(0)
      return holds(compareValues(value, operand ?? null))
    })
  }
}

function isNaNumber(value: unknown): boolean {
  return isNumeric(value) && Number.isNaN(toNumber(value))
}

const compileIn: Compile = (operand, { target }) => {
  if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
  if (operand.some(item => isDoc(item) && Object.keys(item)[0]?.startsWith('$'))) {
    throw requestFailed('cannot nest $ under $in')
  }
  const regexes = operand
    .filter(item => item instanceof BSONRegExp)
    .map(item => regexTest(item, fromBson(item)))
  const keys = new Set(operand.map(valueKey))
  return some(target, value => keys.has(valueKey(value)) || regexes.some(test => test(value)))
}

const compileRegex: Compile = (operand, { operators, target }) => {
  const options = operators.$options
  if (options !== undefined && typeof options !== 'string') throw requestFailed('$options has to be a string')
  if (operand instanceof BSONRegExp) {
    return some(target, regexTest(operand, toRegExp(operand.pattern, options ?? operand.options)))
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string')
  return some(target, regexTest(undefined, toRegExp(operand, options)))
}

/** A string that the expression finds, or a stored regular expression that is the same one. */
function regexTest(stored: BSONRegExp | undefined, regex: RegExp): (value: unknown) => boolean {
  return value =>
    typeof value === 'string' ? regex.test(value) : value instanceof BSONRegExp && equalValues(value, stored)
}

const compileElemMatch: Compile = (operand, { target, compileQuery }) => {
  if (!isDoc(operand)) throw requestFailed('$elemMatch needs an Object')
  const first = Object.keys(operand)[0]
  const onValues = first?.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)
  const inner = onValues
    ? compileOperators(operand, { path: [], elements: false }, compileQuery)
    : compileQuery(operand)
  // `{ field: ... }` asks for documents; an array counts as one, with its indexes as names
  const matches = onValues
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
    if (item instanceof BSONRegExp) return compileRegex(item, { ...context, operators: {} })
    if (isDoc(item) && Object.hasOwn(item, '$elemMatch')) return compileElemMatch(item.$elemMatch, context)
    return equality(item, context.target)
  })
  return (root, scope) => parts.length > 0 && parts.every(part => part(root, scope))
}

const compileNot: Compile = (operand, { target, compileQuery }) => {
  if (operand instanceof BSONRegExp) return not(some(target, regexTest(operand, fromBson(operand))))
  if (!isDoc(operand)) throw requestFailed('$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw requestFailed('$not cannot be empty')
  return not(compileOperators(operand, target, compileQuery))
}

const compileMod: Compile = (operand, { target }) => {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw requestFailed('malformed mod, needs to be an array of two')
  const [divisor, remainder] = operand.map(item =>
    isNumeric(item) ? Math.trunc(toNumber(item)) : Number.NaN,
  )
  if (!divisor || Number.isNaN(remainder))
    throw requestFailed('malformed mod, divisor and remainder must be numbers, the divisor not 0')
  return some(target, value => isNumeric(value) && Math.trunc(toNumber(value)) % divisor === remainder)
}

const compileSize: Compile = (operand, { target }) => {
  const size = wholeNumber(operand)
  if (size === undefined || size < 0) throw requestFailed('$size must be a whole number that is not negative')
  return whole(target, value => Array.isArray(value) && value.length === size)
}

const compileType: Compile = (operand, { target }) => {
  const tests = (Array.isArray(operand) ? operand : [operand]).map(typeTest)
  if (tests.length === 0) throw requestFailed('$type must match at least one type')
  return some(target, value => value !== undefined && tests.some(test => test(value)))
}

const compileNearOperator: Compile = (operand, { target, noteNear }) => {
  if (!noteNear) throw requestFailed('geo $near must be top-level expr')
  const near = compileNear(operand, target.path)
  noteNear(near)
  return root => near.distance(root) !== undefined
}

const OPERATORS = new Map<string, Compile>([
  ['$eq', (operand, { target }) => equality(operand, target)],
  ['$ne', (operand, { target }) => not(equality(operand, target))],
  ['$gt', comparison(difference => difference > 0)],
  ['$gte', comparison(difference => difference >= 0)],
  ['$lt', comparison(difference => difference < 0)],
  ['$lte', comparison(difference => difference <= 0)],
  ['$in', compileIn],
  ['$nin', (operand, context) => not(compileIn(operand, context))],
  ['$not', compileNot],
  [
    '$exists',
    (operand, { target }) => {
      const exists = whole(target, value => value !== undefined)
      return operand === false || operand === 0 || isNil(operand) ? not(exists) : exists
    },
  ],
  ['$type', compileType],
  ['$mod', compileMod],
  ['$regex', compileRegex],
  [
    '$options',
    (_operand, { operators }) => {
      if (operators.$regex === undefined) throw requestFailed('$options needs a $regex')
      return () => true
    },
  ],
  ['$all', compileAll],
  ['$elemMatch', compileElemMatch],
  ['$size', compileSize],
  ['$geoWithin', (operand, { target }) => some(target, compileGeoWithin(operand))],
  ['$geoIntersects', (operand, { target }) => some(target, compileGeoIntersects(operand))],
  ['$near', compileNearOperator],
  ['$nearSphere', compileNearOperator],
])
