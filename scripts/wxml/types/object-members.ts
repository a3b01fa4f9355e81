import type { Expression, ObjectExpression, Program, SpreadElement } from 'oxc-parser'

/** The object that an expression is, as far as the file itself tells: written out, or by the name of a constant. */
export function objectOf(
  program: Program,
  argument: Expression | SpreadElement | undefined,
): ObjectExpression | undefined {
  switch (argument?.type) {
    case 'ObjectExpression':
      return argument
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return objectOf(program, argument.expression)
    case 'Identifier': {
      const { name } = argument
      const declarators = program.body.flatMap(statement =>
        statement.type === 'VariableDeclaration' ? statement.declarations : [],
      )
      const init = declarators.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init
      return init && init.type !== 'Identifier' ? objectOf(program, init) : undefined
    }
    default:
      return undefined
  }
}

/** The name of a member; undefined if it is computed. */
export function keyOf(property: ObjectExpression['properties'][number]): string | undefined {
  if (property.type !== 'Property') return undefined
  const { key, computed } = property
  if (key.type === 'Identifier') return computed ? undefined : key.name
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined
}

/** The names of all members; undefined if one cannot be told. */
export function namesOf({ properties }: ObjectExpression): Set<string> | undefined {
  const names = properties.map(keyOf)
  return names.includes(undefined) ? undefined : new Set(names.filter(name => name !== undefined))
}

/** The value of a member that is written out. */
export function memberOf(options: ObjectExpression | undefined, name: string): Expression | undefined {
  const property = options?.properties.find(member => keyOf(member) === name)
  return property?.type === 'Property' ? property.value : undefined
}

/** The texts in a member that is a list, with their places. */
export function stringsIn(
  options: ObjectExpression | undefined,
  name: string,
): { value: string; start: number; end: number }[] {
  const list = memberOf(options, name)
  if (list?.type !== 'ArrayExpression') return []
  return list.elements.flatMap(element =>
    element?.type === 'Literal' && typeof element.value === 'string'
      ? [{ value: element.value, start: element.start, end: element.end }]
      : [],
  )
}
