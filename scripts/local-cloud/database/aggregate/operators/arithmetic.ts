import { requestFailed } from '../../database-error'
import { typeName } from '../../values/bson-type'
import type { Operator } from '../expression'
import { nullable, numberArgument, wholeArgument } from './arguments'

const ANY = [0, Number.POSITIVE_INFINITY] as const

function unary(name: string, compute: (value: number) => number): Operator {
  return nullable(name, [1, 1], value => compute(numberArgument(name, value)))
}

function binary(name: string, compute: (a: number, b: number) => number): Operator {
  return nullable(name, [2, 2], (a, b) => compute(numberArgument(name, a), numberArgument(name, b)))
}

/** Refuses an argument outside of a function's domain. */
function domain(name: string, holds: boolean, wanted: string): void {
  if (!holds) throw requestFailed(`${name}'s argument must be ${wanted}`)
}

function add(...values: unknown[]): unknown {
  const dates = values.filter(value => value instanceof Date)
  if (dates.length > 1) throw requestFailed('only one date allowed in an $add expression')
  const sum = values.reduce<number>(
    (total, value) => total + (value instanceof Date ? value.getTime() : numberArgument('$add', value)),
    0,
  )
  return dates.length === 1 ? new Date(sum) : sum
}

function subtract(a: unknown, b: unknown): unknown {
  if (a instanceof Date) {
    return b instanceof Date
      ? a.getTime() - b.getTime()
      : new Date(a.getTime() - numberArgument('$subtract', b))
  }
  if (b instanceof Date) throw requestFailed(`can't $subtract a date from a ${typeName(a)}`)
  return numberArgument('$subtract', a) - numberArgument('$subtract', b)
}

function truncate(value: unknown, place: unknown = 0): number {
  const digits = wholeArgument('$trunc', 'the number of decimal places', place)
  if (digits < -20 || digits > 100) throw requestFailed('$trunc needs a place from -20 to 100')
  const factor = 10 ** digits
  return Math.trunc(numberArgument('$trunc', value) * factor) / factor
}

export const ARITHMETIC: Record<string, Operator> = {
  $abs: unary('$abs', Math.abs),
  $add: nullable('$add', ANY, add),
  $ceil: unary('$ceil', Math.ceil),
  $divide: binary('$divide', (a, b) => {
    if (b === 0) throw requestFailed("can't $divide by zero")
    return a / b
  }),
  $exp: unary('$exp', Math.exp),
  $floor: unary('$floor', Math.floor),
  $ln: unary('$ln', value => {
    domain('$ln', !(value <= 0), 'a positive number')
    return Math.log(value)
  }),
  $log: binary('$log', (value, base) => {
    domain('$log', !(value <= 0), 'a positive number')
    if (base <= 0 || base === 1) throw requestFailed("$log's base must be a positive number not equal to 1")
    return base === 10 ? Math.log10(value) : base === 2 ? Math.log2(value) : Math.log(value) / Math.log(base)
  }),
  $log10: unary('$log10', value => {
    domain('$log10', !(value <= 0), 'a positive number')
    return Math.log10(value)
  }),
  $mod: binary('$mod', (a, b) => {
    if (b === 0) throw requestFailed("can't $mod by zero")
    return a % b
  }),
  $multiply: nullable('$multiply', ANY, (...values) =>
    values.reduce<number>((product, value) => product * numberArgument('$multiply', value), 1),
  ),
  $pow: binary('$pow', (base, exponent) => {
    if (base === 0 && exponent < 0)
      throw requestFailed('$pow cannot take a base of 0 and a negative exponent')
    return base ** exponent
  }),
  $sqrt: unary('$sqrt', value => {
    domain('$sqrt', !(value < 0), 'greater than or equal to 0')
    return Math.sqrt(value)
  }),
  $subtract: nullable('$subtract', [2, 2], subtract),
  $trunc: nullable('$trunc', [1, 2], truncate),
}
