import type { CallExpression, Node } from 'oxc-parser'
import type { FunctionNode } from './scope'
import type { Syntax } from './syntax'
import { plainKey, useOfName } from './write-source'

/** Every call of a function; undefined if it is used in another way, so that there may be more. */
export function callsOf(fn: FunctionNode, syntax: Syntax): readonly CallExpression[] | undefined {
  const parent = syntax.parentOf(fn)
  const isVariable = parent?.type === 'VariableDeclarator' && parent.init === fn
  const isCalledAtOnce = parent?.type === 'CallExpression' && parent.callee === fn
  if (!isVariable && !isCalledAtOnce && fn.type !== 'FunctionDeclaration') return undefined

  const calls = isCalledAtOnce ? [parent] : []
  const bindings = [syntax.bindingDeclaredBy(fn), isVariable ? syntax.bindingOf(parent.id) : undefined]
  for (const use of bindings.flatMap(binding => binding?.uses ?? [])) {
    const user = syntax.parentOf(use)
    if (user?.type === 'CallExpression' && user.callee === use) calls.push(user)
    else if (useOfName(use, syntax).kind === 'read' && !isUnusedExport(user)) return undefined
  }
  return calls
}

/** The platform calls `main` alone; nothing calls another export of an entry. */
function isUnusedExport(user: Node | undefined): boolean {
  return user?.type === 'ExportSpecifier' && plainKey(user.exported, false) !== 'main'
}
