import { requestFailed } from '../database-error'
import { typeName } from '../values/bson-type'
import { compareValues } from '../values/compare'
import { isDoc } from '../values/kinds'
import { add, isNumeric, multiply, type Numeric, numberType, toBigInt, toLong } from '../values/numbers'
import type { Path } from '../values/paths'
import type { UpdateOperator } from './apply-update'
import { assign, find, reach, show, unassign, valueAt } from './update-path'

const set: UpdateOperator = (doc, path, operand) => assign(reach(doc, path), operand)

const unset: UpdateOperator = (doc, path) => {
  const place = find(doc, path)
  if (place) unassign(place)
}

/** `$inc` and `$mul`. */
function arithmetic(name: string, compute: (value: Numeric, operand: Numeric) => Numeric): UpdateOperator {
  return (doc, path, operand) => {
    if (!isNumeric(operand)) {
      const verb = name === '$inc' ? 'increment' : 'multiply'
      throw requestFailed(`Cannot ${verb} with non-numeric argument: {${path.join('.')}: ${show(operand)}}`)
    }
    const place = reach(doc, path)
    const value = valueAt(place)
    if (value !== undefined && !isNumeric(value)) throw nonNumeric(name, doc, path, value)
    assign(place, compute(value ?? 0, operand))
  }
}

function nonNumeric(name: string, doc: object, path: Path, value: unknown): Error {
  const { _id } = doc as { _id?: unknown }
  return requestFailed(
    `Cannot apply ${name} to a value of non-numeric type. {_id: ${show(_id)}} has the field '${path.at(-1)}' of non-numeric type ${typeName(value)}`,
  )
}

/** `$min` and `$max` in the database's order over all types. */
function extreme(direction: 1 | -1): UpdateOperator {
  return (doc, path, operand) => {
    const place = reach(doc, path)
    const value = valueAt(place)
    if (value === undefined || compareValues(operand, value) * direction > 0) assign(place, operand)
  }
}

const rename: UpdateOperator = (doc, path, operand, { pathsOf }) => {
  const from = find(doc, path)
  const to = pathsOf(operand as string)[0] as Path
  for (const way of [path, to]) {
    if (throughArray(doc, way))
      throw requestFailed(
        `The source and target field of $rename cannot be an array element: '${way.join('.')}'`,
      )
  }
  const value = from && valueAt(from)
  if (!from || value === undefined) return
  unassign(from)
  assign(reach(doc, to), value)
}

function throughArray(doc: object, path: Path): boolean {
  return path.some((_, index) => {
    const place = index > 0 ? find(doc as never, path.slice(0, index)) : undefined
    return place !== undefined && Array.isArray(valueAt(place))
  })
}

const currentDate: UpdateOperator = (doc, path, operand, { now }) => {
  const valid = operand === true || (isDoc(operand) && operand.$type === 'date')
  if (!valid)
    throw requestFailed(
      `${show(operand)} is not a valid value for $currentDate: only true and { $type: 'date' } are supported`,
    )
  assign(reach(doc, path), new Date(now))
}

const BITS: Record<string, (a: bigint, b: bigint) => bigint> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
}

const bit: UpdateOperator = (doc, path, operand) => {
  if (!isDoc(operand)) throw requestFailed('The $bit modifier needs an object such as { and: 5 }')
  const place = reach(doc, path)
  for (const [name, mask] of Object.entries(operand)) {
    const compute = Object.hasOwn(BITS, name) ? BITS[name] : undefined
    const value = valueAt(place) ?? 0
    if (!compute || !isInteger(mask))
      throw requestFailed("The $bit modifier only supports 'and', 'or' and 'xor' of an integer")
    if (!isInteger(value)) throw requestFailed('Cannot apply $bit to a value of non-integral type')
    const result = compute(toBigInt(value), toBigInt(mask))
    const ints = numberType(value) === 'int' && numberType(mask) === 'int'
    assign(place, ints ? Number(result) : toLong(result))
  }
}

function isInteger(value: unknown): value is Numeric {
  return isNumeric(value) && ['int', 'long'].includes(numberType(value))
}

export const FIELD_OPERATORS: Record<string, UpdateOperator> = {
  $set: set,
  $setOnInsert: (doc, path, operand, { isInsert }) => {
    if (isInsert) assign(reach(doc, path), operand)
  },
  $unset: unset,
  $inc: arithmetic('$inc', add),
  $mul: (doc, path, operand, context) => {
    const place = find(doc, path)
    const missing = place === undefined || valueAt(place) === undefined
    arithmetic('$mul', missing ? (_, factor) => multiply(0, factor) : multiply)(doc, path, operand, context)
  },
  $min: extreme(-1),
  $max: extreme(1),
  $rename: rename,
  $currentDate: currentDate,
  $bit: bit,
}
