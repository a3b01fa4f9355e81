import type { Comparison } from './expression'
import type { Hint } from './verdict'

const COMMANDS: Readonly<Record<Comparison, string>> = {
  '==': 'eq',
  '!=': 'neq',
  '>': 'gt',
  '>=': 'gte',
  '<': 'lt',
  '<=': 'lte',
}

/**
 * The condition that proves `field <operator> value`, as the client writes it.
 *
 * @param openid the caller's: it is written as `'{openid}'`, which the server replaces
 */
export function hintFor(
  field: string,
  operator: Comparison,
  value: unknown,
  openid: string | undefined,
): Hint {
  // `null` in a query matches a missing field too.
  const literal = openid !== undefined && value === openid ? "'{openid}'" : JSON.stringify(value ?? null)
  const condition = operator === '==' ? literal : `_.${COMMANDS[operator]}(${literal})`
  return { field: /^[A-Za-z_$][\w$]*$/.test(field) ? field : `'${field}'`, condition }
}
