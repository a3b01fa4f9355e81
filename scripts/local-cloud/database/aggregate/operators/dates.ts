import { ObjectId, Timestamp } from 'bson'
import { requestFailed } from '../../database-error'
import { typeName } from '../../values/bson-type'
import { type Calendar, calendarOf, isoWeekTime } from '../../values/calendar'
import { isDoc, isNil } from '../../values/kinds'
import { fromLocal, utcTime } from '../../values/time-zone'
import type { Compile, Expression, Operator } from '../expression'
import { fieldsOf, optionalField, stringArgument, wholeArgument } from './arguments'
import { DEFAULT_FORMAT, formatDate, parseDate } from './date-format'

function asDate(name: string, value: unknown): Date {
  if (value instanceof Date) return value
  if (value instanceof ObjectId) return value.getTimestamp()
  if (value instanceof Timestamp) return new Date(value.getHighBits() * 1000)
  throw requestFailed(`${name}: can't convert from BSON type ${typeName(value)} to Date`)
}

function asZone(name: string, value: unknown): string {
  return value === undefined ? 'UTC' : stringArgument(name, value)
}

/** `$year: <date>`, `$year: [<date>]` or `$year: { date, timezone }`; null for a date that is null or missing. */
function part(name: string, field: keyof Calendar): Operator {
  return (operand, compile) => {
    const single = Array.isArray(operand) && operand.length === 1 ? operand[0] : operand
    const named = isDoc(single) && Object.hasOwn(single, 'date')
    const fields = named ? fieldsOf(name, single, ['date'], ['timezone']) : { date: single }
    const [date, timezone] = [compile(fields.date), optionalField(fields, 'timezone', compile)]
    return scope => {
      const value = date(scope)
      const zone = timezone(scope)
      if (isNil(value) || zone === null) return null
      return calendarOf(asDate(name, value), asZone(name, zone))[field]
    }
  }
}

/** Compiles fields of which each may be left out; the result reads them one by one. */
function readFields<Name extends string>(
  operand: Record<string, unknown>,
  names: readonly Name[],
  compile: Compile,
): Record<Name, Expression> {
  return Object.fromEntries(names.map(name => [name, optionalField(operand, name, compile)])) as Record<
    Name,
    Expression
  >
}

const dateToString: Operator = (operand, compile) => {
  const fields = fieldsOf('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull'])
  const read = readFields(fields, ['date', 'format', 'timezone', 'onNull'], compile)
  return scope => {
    const date = read.date(scope)
    if (isNil(date)) return read.onNull(scope) ?? null
    const format = read.format(scope)
    const zone = read.timezone(scope)
    if (format === null || zone === null) return null
    const calendar = calendarOf(asDate('$dateToString', date), asZone('$dateToString', zone))
    return formatDate(
      calendar,
      format === undefined ? DEFAULT_FORMAT : stringArgument('$dateToString', format),
    )
  }
}

const dateFromString: Operator = (operand, compile) => {
  const fields = fieldsOf(
    '$dateFromString',
    operand,
    ['dateString'],
    ['format', 'timezone', 'onNull', 'onError'],
  )
  const read = readFields(fields, ['dateString', 'format', 'timezone', 'onNull', 'onError'], compile)
  return scope => {
    const text = read.dateString(scope)
    if (isNil(text)) return read.onNull(scope) ?? null
    const format = read.format(scope)
    const zone = read.timezone(scope)
    if (format === null || zone === null) return null
    const date =
      typeof text === 'string'
        ? parseDate(
            text,
            format === undefined ? undefined : stringArgument('$dateFromString', format),
            zone === undefined ? undefined : stringArgument('$dateFromString', zone),
          )
        : undefined
    if (date) return date
    if (Object.hasOwn(fields, 'onError')) return read.onError(scope)
    throw requestFailed(`Error parsing date string '${text}'`)
  }
}

const ISO_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const
const DAY_PARTS = ['year', 'month', 'day'] as const
const TIME_PARTS = ['hour', 'minute', 'second', 'millisecond'] as const

const dateFromParts: Operator = (operand, compile) => {
  const isoWeeks = isDoc(operand) && Object.hasOwn(operand, 'isoWeekYear')
  const dayNames: readonly string[] = isoWeeks ? ISO_PARTS : DAY_PARTS
  const [first = '', ...rest] = dayNames
  const fields = fieldsOf('$dateFromParts', operand, [first], [...rest, ...TIME_PARTS, 'timezone'])
  const names = [...dayNames, ...TIME_PARTS]
  const read = readFields(fields, names, compile)
  const timezone = optionalField(fields, 'timezone', compile)
  return scope => {
    const values = names.map(name => read[name]?.(scope))
    const zone = timezone(scope)
    if (zone === null || values.includes(null) || isNil(values[0])) return null
    const [a = 0, b = 1, c = 1, ...time] = values.map((value, index) =>
      value === undefined ? undefined : wholeArgument('$dateFromParts', `'${names[index]}'`, value),
    )
    const day = isoWeeks ? isoWeekTime(a, b, c) : utcTime(a, b, c)
    const [hour = 0, minute = 0, second = 0, millisecond = 0] = time
    const local = day + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    if (Number.isNaN(new Date(local).getTime()))
      throw requestFailed('$dateFromParts makes a date that is out of range')
    return new Date(fromLocal(local, asZone('$dateFromParts', zone)))
  }
}

const PARTS: readonly (keyof Calendar)[] = [
  'year',
  'month',
  'dayOfMonth',
  'dayOfYear',
  'dayOfWeek',
  'week',
  'isoDayOfWeek',
  'isoWeek',
  'isoWeekYear',
  'hour',
  'minute',
  'second',
  'millisecond',
]

export const DATES: Record<string, Operator> = {
  ...Object.fromEntries(PARTS.map(field => [`$${field}`, part(`$${field}`, field)])),
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
}
