import type { Node } from 'oxc-parser'
import type { Follower } from './follower'
import type { FunctionNode } from './scope'
import type { Value } from './value'

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** The function around `node` returns it: whoever calls that function holds the value. */
export function returnValue(follower: Follower, node: Node, value: Value): void {
  const { syntax } = follower
  let fn = syntax.parentOf(node)
  while (fn && !FUNCTIONS.has(fn.type)) fn = syntax.parentOf(fn)
  if (!fn) return
  const { async: isAsync, generator: isGenerator } = fn as FunctionNode
  if (isGenerator) follower.escape(node, value, 'it is returned by a generator')
  else if (isAsync && value.kind === 'api') follower.awaited(node, value)
  else {
    const result: Value = isAsync ? promiseOf(value, node) : value
    const returns: Value = { kind: 'returns', value: result, at: node }
    for (const use of syntax.bindingDeclaredBy(fn)?.uses ?? []) follower.reach(use, returns)
    if (fn.type !== 'FunctionDeclaration') follower.reach(fn, returns)
  }
}

/** A promise of a promise is a promise. */
export function promiseOf(value: Value, at: Node): Value {
  return value.kind === 'promise' ? value : { kind: 'promise', value, at }
}

/**
 * The entry exports the value. The platform calls `main` and nothing else, so what another name exports is not used
 * any more.
 */
export function leaveBundle(follower: Follower, name: string | undefined, node: Node, value: Value): void {
  if (name === 'main') follower.escape('at' in value ? value.at : node, value, 'main hands it out')
  if (name === 'default' && value.kind === 'has') leaveBundle(follower, value.key, value.at, value.value)
}
