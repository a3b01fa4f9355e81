import { type Expression, partsOf } from './expression'

/** Whether a rule asks for a field of the record, judged by the first step of the field's path. */
export function mentionedFields(expression: Expression): (path: string) => boolean {
  const names = new Set(firstSteps(expression))
  // A computed name, as in doc[auth.openid], may be any.
  return path => names.has(undefined) || names.has(path.split('.')[0])
}

function firstSteps(expression: Expression): (string | undefined)[] {
  const inside = partsOf(expression).flatMap(firstSteps)
  if (expression.kind !== 'member') return inside
  const { object, key } = expression
  if (object.kind !== 'variable' || object.name !== 'doc') return inside
  return [...inside, key.kind === 'literal' ? String(key.value) : undefined]
}
