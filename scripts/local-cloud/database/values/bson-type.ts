import { requestFailed } from '../database-error'
import { kindOf } from './kinds'
import { type Numeric, numberType } from './numbers'

/** https://www.mongodb.com/docs/manual/reference/operator/query/type/ */
const NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
}
const NAMES = new Set([...Object.values(NUMBERS), 'number'])

/** `int`, `double`, `string`, `missing` ...: the name of a value's type. */
export function typeName(value: unknown): string {
  const kind = kindOf(value)
  return kind === 'number' ? numberType(value as Numeric) : kind
}

/** A test for the type that a name or a number stands for; `number` stands for all four. */
export function typeTest(type: unknown): (value: unknown) => boolean {
  const name = typeof type === 'number' ? NUMBERS[type] : type
  if (typeof name !== 'string' || !NAMES.has(name)) throw requestFailed(`Unknown type name alias: ${type}`)
  return name === 'number' ? value => kindOf(value) === 'number' : value => typeName(value) === name
}
