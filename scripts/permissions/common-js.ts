import type { MemberExpression, Node } from 'oxc-parser'
import type { Follower } from './follower'
import type { Syntax } from './syntax'
import type { Value } from './value'
import { plainKey, useOfName } from './write-source'

/**
 * A member of an object is assigned. Only the exports of a CommonJS module are followed from there; any other object
 * may be read under another name somewhere else.
 */
export function store(follower: Follower, target: MemberExpression, node: Node, value: Value): void {
  const key = plainKey(target.property, target.computed)
  const { object } = target
  const inExports =
    object.type === 'MemberExpression' && plainKey(object.property, object.computed) === 'exports'
  const root = inExports ? object.object : object
  const found = commonJsParameter(follower, root)
  const isModule = found?.index === 1
  if (!found || key === undefined || isModule !== (inExports || key === 'exports')) {
    follower.escape(node, value, 'it is stored in a property of an object')
    return
  }

  const exported: Value = isModule && !inExports ? value : { kind: 'has', key, value, at: node }
  const [exports, module] = found.params
  if (exports) follower.bind(exports, exported)
  if (module) follower.bind(module, { kind: 'has', key: 'exports', value: exported, at: node })
  follower.reach(found.wrapper, { kind: 'returns', value: exported, at: node })
}

/**
 * Whether an identifier is the `exports` (0) or `module` (1) of a module as esbuild wraps it:
 * `var require_x = __commonJS({ 'x.js'(exports, module) { ... } })`, where `require_x()` gives the exports.
 */
function commonJsParameter({ syntax }: Follower, identifier: Node) {
  const [source] = syntax.bindingOf(identifier)?.uses.flatMap(use => parametersOf(use, syntax)) ?? []
  const property = source && syntax.parentOf(source.fn)
  const modules = property?.type === 'Property' ? syntax.parentOf(property) : undefined
  const wrapper = modules && syntax.parentOf(modules)
  if (!source || wrapper?.type !== 'CallExpression' || wrapper.callee.type !== 'Identifier') return undefined
  return wrapper.callee.name === '__commonJS'
    ? { wrapper, params: source.fn.params, index: source.index }
    : undefined
}

function parametersOf(use: Node, syntax: Syntax) {
  const written = useOfName(use, syntax)
  const sources = written.kind === 'write' ? (written.sources ?? []) : []
  return sources.filter(source => source.kind === 'parameter')
}
