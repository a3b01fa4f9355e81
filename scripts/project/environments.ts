import type { Expression, ObjectProperty } from 'oxc-parser'

/** The file with the cloud environments of the mini program, from the root of the project. */
export const ENV_FILE = 'miniprogram/env.ts'
/** Stands for the local cloud, where an environment id would stand. */
export const LOCAL_ENVIRONMENT = 'local'

/** The cloud environment of one version of the mini program. */
export interface Environment {
  /** `develop`, `trial`, `release` */
  version: string
  /** Its id; undefined for what is computed, and shows at run time only. */
  env: string | undefined
  /** Where the value stands in the text. */
  offset: number
}

/**
 * Reads `export const environments = { ... }`; none if the text has no such object.
 *
 * @param text of `miniprogram/env.ts`
 */
export function readEnvironments(text: string): Environment[] {
  // the parser takes 50 ms to load
  const { parseSync } = require('oxc-parser') as typeof import('oxc-parser')
  const { program } = parseSync(ENV_FILE, text)
  const declarations = program.body.flatMap(node => {
    const declared = node.type === 'ExportNamedDeclaration' ? node.declaration : node
    return declared?.type === 'VariableDeclaration' ? declared.declarations : []
  })
  const environments = declarations.find(({ id }) => id.type === 'Identifier' && id.name === 'environments')
  const object = environments?.init && withoutTypes(environments.init)
  if (object?.type !== 'ObjectExpression') return []
  return object.properties.flatMap(property => {
    if (property.type !== 'Property') return []
    const value = withoutTypes(property.value)
    return [{ version: keyOf(property), env: textOf(value)?.trim(), offset: value.start }]
  })
}

function withoutTypes(node: Expression): Expression {
  return node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression'
    ? withoutTypes(node.expression)
    : node
}

function textOf(node: Expression): string | undefined {
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

function keyOf({ key }: ObjectProperty): string {
  if (key.type === 'Identifier') return key.name
  return key.type === 'Literal' ? String(key.value) : ''
}
