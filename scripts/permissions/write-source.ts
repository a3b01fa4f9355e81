import type { Node } from 'oxc-parser'
import type { FunctionNode } from './scope'
import type { Syntax } from './syntax'

/** Where the value of a written variable comes from: the member at `path` of an expression or of a parameter. */
export type WriteSource =
  | { kind: 'expression'; node: Node; path: readonly string[] }
  | { kind: 'parameter'; fn: FunctionNode; index: number; path: readonly string[] }

/** How an identifier stands in the code: it is read, or written from some sources, or in a way that is not followed. */
export type UseOfName = { kind: 'read' } | { kind: 'write'; sources: readonly WriteSource[] | undefined }

const UNKNOWN: UseOfName = { kind: 'write', sources: undefined }
const ASSIGNMENTS = new Set(['=', '||=', '??=', '&&='])

/** Tells a name that is read from one that is written, and for the latter climbs its pattern to the source. */
export function useOfName(identifier: Node, syntax: Syntax): UseOfName {
  const sources: WriteSource[] = []
  const path: string[] = []
  for (
    let node = identifier, parent = syntax.parentOf(node);
    parent;
    node = parent, parent = syntax.parentOf(node)
  ) {
    switch (parent.type) {
      case 'AssignmentPattern':
        if (parent.left !== node) return { kind: 'read' }
        sources.push({ kind: 'expression', node: parent.right, path: [...path] })
        break
      case 'Property': {
        const object = syntax.parentOf(parent)
        if (object?.type !== 'ObjectPattern' || parent.value !== node) return { kind: 'read' }
        const key = plainKey(parent.key, parent.computed)
        if (key === undefined) return UNKNOWN
        path.unshift(key)
        parent = object
        break
      }
      case 'ArrayPattern':
      case 'RestElement':
      case 'CatchClause':
      case 'UpdateExpression':
        return UNKNOWN
      case 'VariableDeclarator': {
        if (parent.id !== node) return { kind: 'read' }
        if (isLoopHead(parent, syntax)) return UNKNOWN
        if (parent.init) sources.push({ kind: 'expression', node: parent.init, path })
        return { kind: 'write', sources }
      }
      case 'AssignmentExpression':
        if (parent.left !== node) return { kind: 'read' }
        if (!ASSIGNMENTS.has(parent.operator)) return UNKNOWN
        return { kind: 'write', sources: [...sources, { kind: 'expression', node: parent.right, path }] }
      case 'ForInStatement':
      case 'ForOfStatement':
        return parent.left === node ? UNKNOWN : { kind: 'read' }
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const index = (parent.params as Node[]).indexOf(node)
        if (index < 0) return { kind: 'read' }
        return { kind: 'write', sources: [...sources, { kind: 'parameter', fn: parent, index, path }] }
      }
      default:
        return { kind: 'read' }
    }
  }
  return { kind: 'read' }
}

/** The name of a member that is written out: `a`, `'a'`, `['a']`, `#a`. */
export function plainKey(key: Node, computed: boolean): string | undefined {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`
  if (key.type === 'Literal') return String(key.value)
  return key.type === 'Identifier' && !computed ? key.name : undefined
}

function isLoopHead(declarator: Node, syntax: Syntax): boolean {
  const declaration = syntax.parentOf(declarator)
  const loop = declaration && syntax.parentOf(declaration)
  return (loop?.type === 'ForInStatement' || loop?.type === 'ForOfStatement') && loop.left === declaration
}
