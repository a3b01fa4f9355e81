import {
  type CallExpression,
  type ImportDeclaration,
  type ImportExpression,
  type Node,
  parseSync,
  type StringLiteral,
  type ThisExpression,
} from 'oxc-parser'
import { type Binding, Scope } from './scope'
import { SyntaxReader } from './syntax-reader'

/** A parsed bundle with what the tree alone does not tell: parents, and which identifiers mean the same thing. */
export interface Syntax {
  parentOf(node: Node): Node | undefined
  /** What an identifier stands for; undefined for globals and for the names of members. */
  bindingOf(node: Node): Binding | undefined
  /** What a function or class with a name declares. */
  bindingDeclaredBy(node: Node): Binding | undefined
  /** The `this` of a function, with those of the arrow functions in it. */
  thisIn(fn: Node): readonly ThisExpression[]
  /** The function, class field or static block whose `this` it is; undefined at the top. */
  ownerOfThis(node: Node): Node | undefined
  usesArguments(fn: Node): boolean
  /** Whether anything is assigned to a member of this name, of whatever object. */
  assignsMember(key: string): boolean
  imports: readonly ImportDeclaration[]
  dynamicImports: readonly ImportExpression[]
  calls: readonly CallExpression[]
  strings: readonly StringLiteral[]
}

/** Why a bundle cannot be read, and at which offset. */
export interface SyntaxMistake {
  message: string
  start: number
}

/**
 * Parses the code of a bundle and finds out what its identifiers stand for.
 *
 * `oxc-walker` has scopes too, but comes for `import` alone: CommonJS, which the scripts are, cannot load it.
 */
export function readSyntax(code: string): Syntax | SyntaxMistake {
  const { program, errors } = parseSync('bundle.mjs', code, { preserveParens: false })
  const [error] = errors
  // the parser leaves nothing of code that it does not understand; smaller complaints are none of ours
  if (error && program.body.length === 0)
    return { message: error.message, start: error.labels[0]?.start ?? 0 }
  const reader = new SyntaxReader()
  reader.readChildren(program, new Scope(undefined, program))
  return reader.finish()
}
