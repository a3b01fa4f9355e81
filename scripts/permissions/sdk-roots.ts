import type { CallExpression, ImportDeclaration, Node } from 'oxc-parser'
import type { Follower } from './follower'
import type { Binding } from './scope'
import type { Syntax } from './syntax'
import { memberOf } from './value'
import { plainKey, useOfName } from './write-source'

const SDK = /^wx-server-sdk(\/index(\.js)?)?$/

/** Starts at every place where the bundle takes hold of the SDK: imports, `require`, `import()`. */
export function reachSdk(follower: Follower): void {
  const { syntax, origins } = follower
  for (const declaration of syntax.imports) {
    if (SDK.test(declaration.source.value)) bindImports(follower, declaration)
  }

  const loads = [
    ...syntax.dynamicImports.map(node => ({ node, name: node.source })),
    ...syntax.calls
      .filter(call => isRequire(follower, call))
      .map(node => ({ node, name: node.arguments[0] as Node })),
  ]
  const spelled = new Set<Node>(syntax.imports.map(({ source }) => source))
  const unknown: Node[] = []
  for (const { node, name } of loads) {
    const names = origins.texts(name)
    spelled.add(name)
    if (!names) unknown.push(node)
    else if (names.some(text => SDK.test(text))) follower.reach(node, loaded(node))
  }
  // a module loaded under a name only known at run time may be the SDK, if that name stands anywhere else
  const isSpelledElsewhere = syntax.strings.some(node => SDK.test(node.value) && !spelled.has(node))
  for (const node of isSpelledElsewhere ? unknown : []) {
    follower.escape(
      node,
      { kind: 'sdk' },
      'it may be loaded here, under a name known only when the code runs',
    )
  }
  for (const node of syntax.calls.filter(call => evaluates(follower, call))) {
    follower.escape(node, { kind: 'sdk' }, 'eval() runs code that is not in sight')
  }
}

function evaluates({ syntax }: Follower, { callee }: CallExpression): boolean {
  return callee.type === 'Identifier' && callee.name === 'eval' && !syntax.bindingOf(callee)
}

function bindImports(follower: Follower, declaration: ImportDeclaration): void {
  for (const specifier of declaration.specifiers) {
    if (specifier.type === 'ImportNamespaceSpecifier') follower.bind(specifier.local, { kind: 'module' })
    else {
      const name = specifier.type === 'ImportSpecifier' ? plainKey(specifier.imported, false) : 'default'
      const value = memberOf({ kind: 'module' }, name ?? '', specifier)
      if (value) follower.bind(specifier.local, value)
    }
  }
}

function loaded(node: Node) {
  return node.type === 'ImportExpression'
    ? ({ kind: 'promise', value: { kind: 'module' }, at: node } as const)
    : ({ kind: 'sdk' } as const)
}

/** Whether a call may load a module: `require('x')`, or a call of anything that stands for `require`. */
function isRequire({ syntax }: Follower, { callee, arguments: [name] }: CallExpression): boolean {
  return name !== undefined && name.type !== 'SpreadElement' && standsForRequire(syntax, callee, new Set())
}

/** `require`, what esbuild makes of it, `module.require`, what `createRequire()` gives, and variables that hold one. */
function standsForRequire(syntax: Syntax, node: Node, seen: Set<Binding>): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return plainKey(node.property, node.computed) === 'require'
    case 'SequenceExpression':
      return standsForRequire(syntax, node.expressions.at(-1) as Node, seen)
    case 'CallExpression':
      return node.callee.type === 'Identifier' && /^createRequire\d*$/.test(node.callee.name)
    case 'Identifier': {
      const binding = syntax.bindingOf(node)
      if (node.name === '__require' || !binding) return node.name === '__require' || node.name === 'require'
      if (seen.has(binding)) return false
      seen.add(binding)
      return binding.uses.some(use => {
        const written = useOfName(use, syntax)
        const sources = written.kind === 'write' ? (written.sources ?? []) : []
        return sources.some(
          source => source.kind === 'expression' && standsForRequire(syntax, source.node, seen),
        )
      })
    }
    default:
      return false
  }
}
