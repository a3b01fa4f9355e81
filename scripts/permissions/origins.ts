import type { CallExpression, Node } from 'oxc-parser'
import { callsOf } from './calls-of'
import { memberOrigin, originOfThis } from './member-origin'
import { type Answer, each, MAX_ANSWERS, merge } from './origin'
import type { Binding, FunctionNode } from './scope'
import type { Syntax } from './syntax'
import { plainKey, useOfName, type WriteSource } from './write-source'

/** Keeps code that calls itself in many ways from taking long; ordinary questions take a few dozen. */
const MAX_STEPS = 5000
const FREEZERS = new Set(['freeze', 'seal', 'preventExtensions'])

/**
 * Reads backwards from an expression to what it was made of: through variables, parameters whose function is only
 * ever called directly, objects, classes and conditions.
 *
 * The order of the code does not matter: a variable may be whatever it is assigned anywhere. Objects and classes are
 * taken as they are written, with one exception: a member whose name is assigned anywhere (`x.send = ...`) is
 * unknown. So one that only `Object.assign()` or a package replaces is taken for the old one.
 */
export class Origins {
  readonly #known = new Map<Node, Answer>()
  readonly #open = new Set<Node | Binding>()
  #steps = 0

  constructor(readonly syntax: Syntax) {}

  /** Everything that an expression may stand for. */
  of(node: Node): Answer {
    if (this.#known.has(node)) return this.#known.get(node)
    const origins = this.#once(node, () => this.#read(node))
    // an answer from inside a circle is partial, and only its asker may use it
    if (this.#open.size === 0) this.#known.set(node, origins)
    return origins
  }

  /** Every name that a member or property may have; undefined where the code cannot tell. */
  keys(key: Node, computed: boolean): readonly string[] | undefined {
    const plain = plainKey(key, computed)
    if (plain !== undefined) return [plain]
    const texts = this.texts(key)
    return texts?.length ? texts : undefined
  }

  /** Every text that an expression may be; undefined where the code cannot tell. */
  texts(node: Node): readonly string[] | undefined {
    const origins = this.of(node)
    const texts = origins?.flatMap(origin => (origin.kind === 'text' ? [origin.text] : []))
    return texts?.length === origins?.length ? texts : undefined
  }

  /** Every function that an expression may be, a class standing for its constructor; undefined if there may be more. */
  functions(node: Node): readonly FunctionNode[] | undefined {
    const origins = each(this.of(node), origin => {
      if (origin.kind === 'function') return [origin]
      return origin.kind === 'class'
        ? memberOrigin({ kind: 'instance', of: origin.node }, 'constructor', this)
        : undefined
    })
    const functions = origins?.flatMap(origin => (origin.kind === 'function' ? [origin.node] : []))
    return functions?.length ? functions : undefined
  }

  /** A question that leads back to itself adds nothing to its answer. */
  #once(key: Node | Binding, answer: () => Answer): Answer {
    if (this.#open.has(key)) return []
    this.#steps = this.#open.size === 0 ? 0 : this.#steps + 1
    if (this.#steps > MAX_STEPS) return undefined
    this.#open.add(key)
    const found = answer()
    this.#open.delete(key)
    return found
  }

  #read(node: Node): Answer {
    switch (node.type) {
      case 'Literal':
        return [{ kind: 'text', text: String(node.value) }]
      case 'TemplateLiteral':
        return this.#join(
          node.quasis.flatMap(({ value }, at) => [value.cooked ?? '', node.expressions[at] ?? '']),
        )
      case 'BinaryExpression':
        return node.operator === '+' ? this.#join([node.left, node.right]) : undefined
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ArrowFunctionExpression':
        return [{ kind: 'function', node }]
      case 'ObjectExpression':
        return [{ kind: 'object', node }]
      case 'ClassDeclaration':
      case 'ClassExpression':
        return [{ kind: 'class', node }]
      case 'NewExpression':
        return each(this.of(node.callee), origin =>
          origin.kind === 'class' ? [{ kind: 'instance', of: origin.node }] : undefined,
        )
      case 'ThisExpression':
        return originOfThis(node, this.syntax)
      case 'Identifier': {
        const binding = this.syntax.bindingOf(node)
        return binding && this.#once(binding, () => this.#ofBinding(binding))
      }
      case 'MemberExpression': {
        const keys = this.keys(node.property, node.computed)
        return (
          keys &&
          each(this.of(node.object), origin => merge(keys.map(key => memberOrigin(origin, key, this))))
        )
      }
      case 'ConditionalExpression':
        return merge([this.of(node.consequent), this.of(node.alternate)])
      case 'LogicalExpression':
        return merge([this.of(node.left), this.of(node.right)])
      case 'SequenceExpression':
        return this.of(node.expressions.at(-1) as Node)
      case 'ChainExpression':
        return this.of(node.expression)
      case 'AssignmentExpression':
        return node.operator === '=' ? this.of(node.right) : undefined
      case 'CallExpression':
        return isFreeze(node) && node.arguments[0] ? this.of(node.arguments[0]) : undefined
      default:
        return undefined
    }
  }

  #ofBinding({ declarations, uses }: Binding): Answer {
    const found = declarations.map(node => this.of(node))
    for (const use of uses) {
      const written = useOfName(use, this.syntax)
      if (written.kind === 'write')
        found.push(written.sources && merge(written.sources.map(one => this.#ofSource(one))))
    }
    return merge(found)
  }

  #ofSource(source: WriteSource): Answer {
    let origins =
      source.kind === 'expression' ? this.of(source.node) : this.#ofParameter(source.fn, source.index)
    for (const key of source.path) origins = each(origins, origin => memberOrigin(origin, key, this))
    return origins
  }

  /** A parameter is what the calls of its function pass, if all of them are in sight. */
  #ofParameter(fn: FunctionNode, index: number): Answer {
    const calls = callsOf(fn, this.syntax)
    return calls && merge(calls.map(call => this.#ofArgument(call, index)))
  }

  #ofArgument({ arguments: all }: CallExpression, index: number): Answer {
    if (all.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return undefined
    const argument = all[index]
    return argument ? this.of(argument) : []
  }

  #join(parts: readonly (string | Node)[]): Answer {
    let joined: readonly string[] = ['']
    for (const part of parts) {
      const next = typeof part === 'string' ? [part] : this.texts(part)
      if (!next || next.length * joined.length > MAX_ANSWERS) return undefined
      joined = joined.flatMap(head => next.map(tail => head + tail))
    }
    return joined.map(text => ({ kind: 'text', text }))
  }
}

function isFreeze({ callee }: CallExpression): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    FREEZERS.has(plainKey(callee.property, callee.computed) ?? '')
  )
}
