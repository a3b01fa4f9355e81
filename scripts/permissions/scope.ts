import type { ArrowFunctionExpression, Node, Function as PlainFunction } from 'oxc-parser'

export type FunctionNode = PlainFunction | ArrowFunctionExpression
export type Identifier = Extract<Node, { type: 'Identifier' }>

/** A variable, parameter, function, class or import. */
export interface Binding {
  /** The functions, classes and import specifiers that declare it. */
  declarations: Node[]
  /** Every identifier that stands for it, where a variable is declared, and where it is written and read. */
  uses: Identifier[]
}

/** The names that a piece of code declares. All code is that of a module, so strict. */
export class Scope {
  readonly #names = new Map<string, Binding>()

  /** @param functionNode the function whose parameters and `var` it holds; undefined for a block */
  constructor(
    readonly parent: Scope | undefined,
    readonly functionNode?: Node,
  ) {}

  declare(name: string, declaration?: Node): Binding {
    const binding = this.#names.get(name) ?? { declarations: [], uses: [] }
    this.#names.set(name, binding)
    if (declaration) binding.declarations.push(declaration)
    return binding
  }

  /** Declares all variables of a pattern. */
  declarePattern(pattern: Node | null): void {
    switch (pattern?.type) {
      case 'Identifier':
        this.declare(pattern.name)
        break
      case 'AssignmentPattern':
        this.declarePattern(pattern.left)
        break
      case 'RestElement':
        this.declarePattern(pattern.argument)
        break
      case 'ArrayPattern':
        for (const element of pattern.elements) this.declarePattern(element)
        break
      case 'ObjectPattern':
        for (const entry of pattern.properties)
          this.declarePattern(entry.type === 'Property' ? entry.value : entry)
        break
    }
  }

  /** The scope that a `var` here belongs to. */
  forVar(): Scope {
    return this.functionNode || !this.parent ? this : this.parent.forVar()
  }

  find(name: string): Binding | undefined {
    return this.#names.get(name) ?? this.parent?.find(name)
  }

  /** The function whose `arguments` these are. */
  ownerOfArguments(): Node | undefined {
    const isPlain = this.functionNode && this.functionNode.type !== 'ArrowFunctionExpression'
    return isPlain ? this.functionNode : this.parent?.ownerOfArguments()
  }
}
