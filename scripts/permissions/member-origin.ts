import type { Class, Node, ObjectExpression } from 'oxc-parser'
import { type Answer, each, type Origin } from './origin'
import type { Origins } from './origins'
import type { Syntax } from './syntax'
import { plainKey } from './write-source'

/** What the member `key` of an object, a class or an instance may stand for. */
export function memberOrigin(origin: Origin, key: string, origins: Origins): Answer {
  if (origins.syntax.assignsMember(key)) return undefined
  switch (origin.kind) {
    case 'object':
      return propertyOf(origin.node, key, origins)
    case 'class':
      return classMember(origin.node, key, true, origins)
    case 'instance':
      return classMember(origin.of, key, false, origins)
    default:
      return undefined
  }
}

function propertyOf(object: ObjectExpression, key: string, origins: Origins): Answer {
  for (const entry of [...object.properties].reverse()) {
    if (entry.type === 'SpreadElement') return undefined
    const name = plainKey(entry.key, entry.computed)
    if (name === undefined) return undefined
    if (name === key) return entry.kind === 'init' ? origins.of(entry.value) : undefined
  }
  return undefined
}

function classMember(node: Class, key: string, isStatic: boolean, origins: Origins): Answer {
  for (const entry of node.body.body) {
    if (entry.type !== 'MethodDefinition' && entry.type !== 'PropertyDefinition') continue
    if (entry.static !== isStatic || plainKey(entry.key, entry.computed) !== key) continue
    const isAccessor = entry.type === 'MethodDefinition' && (entry.kind === 'get' || entry.kind === 'set')
    return entry.value && !isAccessor ? origins.of(entry.value) : undefined
  }
  if (!node.superClass) return undefined
  return each(origins.of(node.superClass), parent =>
    parent.kind === 'class' ? classMember(parent.node, key, isStatic, origins) : undefined,
  )
}

/** The object or class around a method, unless another class extends that and may put its own method in the place. */
export function originOfThis(node: Node, syntax: Syntax): Answer {
  const owner = syntax.ownerOfThis(node)
  const entry = owner?.type === 'FunctionExpression' ? syntax.parentOf(owner) : owner
  const around = entry && syntax.parentOf(entry)
  if (around?.type === 'ObjectExpression') return [{ kind: 'object', node: around }]
  if (entry?.type !== 'MethodDefinition' && entry?.type !== 'PropertyDefinition') return undefined
  const classNode = around && (syntax.parentOf(around) as Class)
  if (!classNode || isExtended(classNode, syntax)) return undefined
  return [entry.static ? { kind: 'class', node: classNode } : { kind: 'instance', of: classNode }]
}

function isExtended(node: Class, syntax: Syntax): boolean {
  const parent = syntax.parentOf(node)
  const variable = parent?.type === 'VariableDeclarator' ? syntax.bindingOf(parent.id) : undefined
  const uses = [syntax.bindingDeclaredBy(node), variable].flatMap(binding => binding?.uses ?? [])
  return uses.some(use => {
    const user = syntax.parentOf(use)
    return (user?.type === 'ClassDeclaration' || user?.type === 'ClassExpression') && user.superClass === use
  })
}
