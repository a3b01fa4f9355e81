import type { CallExpression, NewExpression, Node } from 'oxc-parser'
import type { Follower } from './follower'
import type { Value } from './value'
import { plainKey } from './write-source'

/**
 * Passes a value to one of the functions that esbuild and tsc write into code to join modules. Their bodies copy
 * members under names only known at run time; what they amount to is known.
 *
 * @returns whether the callee is such a function
 */
export function passToHelper(
  follower: Follower,
  call: CallExpression | NewExpression,
  node: Node,
  value: Value,
): boolean {
  const target = call.arguments[0]
  switch (helperName(call.callee)) {
    case '__toESM':
    case '__importDefault':
    case '__importStar':
      follower.reach(call, value.kind === 'sdk' ? { kind: 'module' } : value)
      follower.reach(call, { kind: 'has', key: 'default', value, at: node })
      return true
    case '__toCommonJS':
      follower.reach(call, value)
      return true
    case '__reExport':
      if (target) follower.bind(target, value)
      return true
    case '__export':
      // __export(shared_exports, { cloud: () => cloud })
      if (target && value.kind === 'has' && value.value.kind === 'returns') {
        follower.bind(target, { ...value, value: value.value.value })
      }
      return true
    default:
      return false
  }
}

function helperName(callee: Node): string | undefined {
  if (callee.type === 'SequenceExpression') return helperName(callee.expressions.at(-1) as Node)
  if (callee.type === 'MemberExpression') return plainKey(callee.property, callee.computed)
  return callee.type === 'Identifier' ? callee.name : undefined
}
