import type {
  CallExpression,
  ImportDeclaration,
  ImportExpression,
  Node,
  StringLiteral,
  ThisExpression,
} from 'oxc-parser'
import { type Binding, type Identifier, Scope } from './scope'
import type { Syntax } from './syntax'
import { childrenOf } from './tree'
import { plainKey } from './write-source'

const OWNS_THIS = new Set(['FunctionDeclaration', 'FunctionExpression', 'PropertyDefinition', 'StaticBlock'])

/** Walks once through a tree, in the order of the text, and notes what `Syntax` tells. */
export class SyntaxReader {
  readonly #parents = new Map<Node, Node>()
  readonly #bindings = new Map<Node, Binding>()
  readonly #declared = new Map<Node, Binding>()
  /** Names can be used above their declaration, so they are resolved when all is read. */
  readonly #names: [name: Identifier, scope: Scope][] = []
  readonly #usersOfArguments = new Set<Node>()
  readonly #assignedMembers = new Set<string>()
  readonly #these: ThisExpression[] = []
  readonly #imports: ImportDeclaration[] = []
  readonly #dynamicImports: ImportExpression[] = []
  readonly #calls: CallExpression[] = []
  readonly #strings: StringLiteral[] = []

  readChildren(node: Node, scope: Scope): void {
    for (const child of childrenOf(node)) this.#read(child, node, scope)
  }

  #read(node: Node, parent: Node, scope: Scope): void {
    this.#parents.set(node, parent)
    switch (node.type) {
      case 'Identifier':
        this.#names.push([node as Identifier, scope])
        break
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression': {
        const isDeclaration = node.type === 'FunctionDeclaration'
        const outer = isDeclaration ? scope : new Scope(scope)
        if (node.id) this.#declared.set(node, outer.declare(node.id.name, node))
        const inner = new Scope(outer, node)
        for (const param of node.params) inner.declarePattern(param)
        for (const child of childrenOf(node)) if (child !== node.id) this.#read(child, node, inner)
        break
      }
      case 'ClassDeclaration':
      case 'ClassExpression': {
        const around = node.type === 'ClassDeclaration' ? scope : new Scope(scope)
        if (node.id) this.#declared.set(node, around.declare(node.id.name, node))
        for (const child of childrenOf(node)) if (child !== node.id) this.#read(child, node, around)
        break
      }
      case 'VariableDeclaration': {
        const owner = node.kind === 'var' ? scope.forVar() : scope
        for (const { id } of node.declarations) owner.declarePattern(id)
        this.readChildren(node, scope)
        break
      }
      case 'StaticBlock':
        this.readChildren(node, new Scope(scope, node))
        break
      case 'CatchClause': {
        const inner = new Scope(scope)
        inner.declarePattern(node.param)
        this.readChildren(node, inner)
        break
      }
      case 'BlockStatement':
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
      case 'SwitchStatement':
        this.readChildren(node, new Scope(scope))
        break
      case 'MemberExpression':
        this.#read(node.object, node, scope)
        if (node.computed) this.#read(node.property, node, scope)
        break
      case 'Property':
      case 'MethodDefinition':
      case 'PropertyDefinition':
      case 'AccessorProperty':
        if (node.computed) this.#read(node.key, node, scope)
        if (node.value) this.#read(node.value, node, scope)
        break
      case 'LabeledStatement':
        this.#read(node.body, node, scope)
        break
      case 'ImportDeclaration':
        this.#imports.push(node)
        for (const specifier of node.specifiers) {
          this.#parents.set(specifier, node)
          scope.declare(specifier.local.name, specifier)
          this.#read(specifier.local, specifier, scope)
        }
        break
      case 'ExportNamedDeclaration':
        if (!node.source) this.readChildren(node, scope)
        break
      case 'ExportSpecifier':
        this.#read(node.local, node, scope)
        break
      case 'BreakStatement':
      case 'ContinueStatement':
      case 'MetaProperty':
      case 'ExportAllDeclaration':
        break
      case 'Literal':
        if (typeof node.value === 'string') this.#strings.push(node as StringLiteral)
        break
      case 'ThisExpression':
        this.#these.push(node)
        break
      default:
        if (node.type === 'CallExpression') this.#calls.push(node)
        else if (node.type === 'ImportExpression') this.#dynamicImports.push(node)
        else if (node.type === 'AssignmentExpression') this.#noteMembers(node.left)
        this.readChildren(node, scope)
    }
  }

  #noteMembers(target: Node): void {
    const key = target.type === 'MemberExpression' ? plainKey(target.property, target.computed) : undefined
    if (key !== undefined) this.#assignedMembers.add(key)
  }

  finish(): Syntax {
    for (const [identifier, scope] of this.#names) {
      const binding = scope.find(identifier.name)
      if (binding) {
        binding.uses.push(identifier)
        this.#bindings.set(identifier, binding)
      } else if (identifier.name === 'arguments') {
        const owner = scope.ownerOfArguments()
        if (owner) this.#usersOfArguments.add(owner)
      }
    }
    const ownerOfThis = (node: Node): Node | undefined => {
      let owner = this.#parents.get(node)
      while (owner && !OWNS_THIS.has(owner.type)) owner = this.#parents.get(owner)
      return owner
    }
    return {
      parentOf: node => this.#parents.get(node),
      bindingOf: node => this.#bindings.get(node),
      bindingDeclaredBy: node => this.#declared.get(node),
      thisIn: fn => this.#these.filter(node => ownerOfThis(node) === fn),
      ownerOfThis,
      assignsMember: key => this.#assignedMembers.has(key),
      usesArguments: fn => this.#usersOfArguments.has(fn),
      imports: this.#imports,
      dynamicImports: this.#dynamicImports,
      calls: this.#calls,
      strings: this.#strings,
    }
  }
}
