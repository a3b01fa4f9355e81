import { compareValues } from '../../values/compare'
import { isNil } from '../../values/kinds'
import { isNumeric, toNumber } from '../../values/numbers'
import type { Operator } from '../expression'

/** The numbers among some values; everything else is passed over. */
function numbersIn(values: readonly unknown[]): number[] {
  return values.filter(isNumeric).map(toNumber)
}

export function sum(values: readonly unknown[]): number {
  return numbersIn(values).reduce((total, value) => total + value, 0)
}

/** `null` without a number. */
export function average(values: readonly unknown[]): number | null {
  const numbers = numbersIn(values)
  return numbers.length > 0 ? sum(numbers) / numbers.length : null
}

/** The first or last value in the database's order; null and missing are passed over. */
export function extreme(direction: 1 | -1): (values: readonly unknown[]) => unknown {
  return values =>
    values.reduce<unknown>(
      (best, value) =>
        isNil(value) || (best !== null && compareValues(value, best) * direction <= 0) ? best : value,
      null,
    )
}

export const maximum = extreme(1)
export const minimum = extreme(-1)

/** @param sample whether the values are a sample of a larger whole. `null` with too few numbers. */
export function standardDeviation(sample: boolean): (values: readonly unknown[]) => number | null {
  return values => {
    const numbers = numbersIn(values)
    const count = numbers.length - (sample ? 1 : 0)
    if (count <= 0) return null
    const mean = sum(numbers) / numbers.length
    return Math.sqrt(numbers.reduce((total, value) => total + (value - mean) ** 2, 0) / count)
  }
}

/** `$sum: ['$a', '$b']` or `$sum: '$array'`, outside of `$group`. */
function total(compute: (values: readonly unknown[]) => unknown): Operator {
  return (operand, compile) => {
    if (Array.isArray(operand) && operand.length !== 1) {
      const expressions = operand.map(item => compile(item))
      return scope => compute(expressions.map(expression => expression(scope)))
    }
    const expression = compile(Array.isArray(operand) ? operand[0] : operand)
    return scope => {
      const value = expression(scope)
      return compute(Array.isArray(value) ? value : [value])
    }
  }
}

export const TOTALS: Record<string, Operator> = {
  $sum: total(sum),
  $avg: total(average),
  $max: total(maximum),
  $min: total(minimum),
  $stdDevPop: total(standardDeviation(false)),
  $stdDevSamp: total(standardDeviation(true)),
}
