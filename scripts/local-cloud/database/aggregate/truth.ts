import { isNil } from '../values/kinds'
import { isNumeric, toNumber } from '../values/numbers'

/** What an expression counts as in a condition: false, null, missing and 0 are false, all else is true. */
export function isTrue(value: unknown): boolean {
  return !(isNil(value) || value === false || (isNumeric(value) && toNumber(value) === 0))
}
