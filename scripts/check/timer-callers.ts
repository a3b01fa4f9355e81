import type { ObjectExpression, Program } from 'oxc-parser'
import type { Problem } from '../project/problem'
import { placeOf } from '../project/text-place'

/**
 * A function with a timer that `defineFunction` lets no timer call: each run would be refused as unauthenticated, and
 * nobody gets the reply to a timer.
 *
 * @param entry the function's `index.ts`, from the root of the project
 */
export function checkTimerCallers(entry: string, text: string, configFile: string): Problem[] {
  const { parseSync } = require('oxc-parser') as typeof import('oxc-parser')
  const definition = definitionIn(parseSync(entry, text).program)
  if (!definition || admitsTimer(definition) !== false) return []
  return [
    {
      severity: 'error',
      rule: 'timer-refused',
      message: `${configFile} has a timer, but the function does not let a timer call it: every run would be refused`,
      file: entry,
      ...placeOf(text, definition.start),
      mend: "callers: ['timer'], or ['user', 'timer'] if the mini program calls it too",
    },
  ]
}

/** `{ ... }` of `export const main = defineFunction({ ... })`. */
function definitionIn({ body }: Program): ObjectExpression | undefined {
  const declarations = body.flatMap(node =>
    node.type === 'ExportNamedDeclaration' && node.declaration?.type === 'VariableDeclaration'
      ? node.declaration.declarations
      : [],
  )
  const main = declarations.find(({ id }) => id.type === 'Identifier' && id.name === 'main')?.init
  if (main?.type !== 'CallExpression') return undefined
  const { callee, arguments: given } = main
  const [definition] = given
  const isDefine = callee.type === 'Identifier' && callee.name === 'defineFunction'
  return isDefine && definition?.type === 'ObjectExpression' ? definition : undefined
}

/** Undefined if that shows at run time only. */
function admitsTimer({ properties }: ObjectExpression): boolean | undefined {
  let admits: boolean | undefined = false
  for (const property of properties) {
    if (property.type === 'SpreadElement') return undefined
    const { key, computed } = property
    if (computed || key.type !== 'Identifier' || key.name !== 'callers') continue
    if (property.value.type !== 'ArrayExpression') return undefined
    const values = property.value.elements.map(item => (item?.type === 'Literal' ? item.value : undefined))
    admits = values.includes('timer') ? true : values.includes(undefined) ? undefined : false
  }
  return admits
}
