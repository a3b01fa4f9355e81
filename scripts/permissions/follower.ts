import type { Node } from 'oxc-parser'
import type { Finding } from './finding'
import { isWholeName, nameOf } from './openapi-path'
import type { Origins } from './origins'
import type { FunctionNode } from './scope'
import type { Syntax } from './syntax'
import { useValue } from './use-value'
import { type Api, coreOf, depthOf, identityOf, memberOf, type Value, withCore } from './value'

/** Deeper than code that people write; only values that are wrapped in a circle get here. */
const MAX_DEPTH = 8

/**
 * Follows the SDK and its openapi forward through a bundle, from where they are imported to where they are called
 * or get out of sight.
 *
 * The order of the code does not matter: a variable holds all that it is assigned anywhere, and a parameter all that
 * is passed anywhere. So a name may be found that a run would not reach. One that a run does reach is found, or the
 * way there is reported; not seen are only packages that stay outside the bundle and import the SDK themselves, the
 * deprecated `cloud.callOpenAPI()`, and what `Origins` says of replaced members.
 */
export class Follower {
  readonly findings: Finding[] = []
  readonly #queue: [node: Node, value: Value][] = []
  readonly #seen = new Map<Node, Set<string>>()
  /** Calls of the SDK itself: what they are given stays in good hands. */
  readonly #callsOfSdk = new Set<Node>()
  readonly #passedToUnknown: [call: Node, node: Node, value: Value][] = []

  constructor(
    readonly syntax: Syntax,
    readonly origins: Origins,
  ) {}

  /** The expression `node` holds `value`. */
  reach(node: Node, value: Value): void {
    const seen = this.#seen.get(node) ?? new Set()
    this.#seen.set(node, seen)
    const identity = identityOf(value)
    if (seen.has(identity)) return
    seen.add(identity)
    if (depthOf(value) > MAX_DEPTH)
      this.escape(node, value, 'it is wrapped in too many functions and objects')
    else this.#queue.push([node, value])
  }

  /** Follows everything that was reached to its end. */
  run(): Finding[] {
    for (let next = this.#queue.pop(); next; next = this.#queue.pop()) useValue(this, ...next)
    for (const [call, node, value] of this.#passedToUnknown) {
      if (!this.#callsOfSdk.has(call)) {
        this.escape(node, value, 'it is passed to a function whose code is not in sight')
      }
    }
    return this.findings
  }

  /** A variable, parameter or pattern is given `value`. */
  bind(pattern: Node, value: Value): void {
    switch (pattern.type) {
      case 'Identifier': {
        const binding = this.syntax.bindingOf(pattern)
        if (!binding) this.escape(pattern, value, `it is stored in the global variable ${pattern.name}`)
        for (const use of binding?.uses ?? []) this.reach(use, value)
        break
      }
      case 'AssignmentPattern':
        this.bind(pattern.left, value)
        break
      case 'ObjectPattern':
        for (const property of pattern.properties) {
          if (property.type === 'Property') {
            this.access(property, property.key, property.computed, value, member =>
              this.bind(property.value, member),
            )
          } else if (value.kind === 'api') {
            this.escape(property, value, 'its members are collected in an object')
          } else if (!this.#isTaken(pattern.properties, value)) {
            this.bind(property.argument, value)
          }
        }
        break
      case 'ArrayPattern':
        if (value.kind === 'api' || value.kind === 'sdk')
          this.escape(pattern, value, 'it is read as an array')
        break
      case 'RestElement':
        this.escape(pattern, value, 'it is collected in an array of parameters')
        break
      default:
        this.escape(pattern, value, 'it is stored in a property of an object')
    }
  }

  /** Reads the member `key` of `value`, or all that it may be, and hands it on. */
  access(node: Node, key: Node, computed: boolean, value: Value, next: (member: Value) => void): void {
    const keys = this.origins.keys(key, computed)
    for (const name of keys ?? []) {
      const member = memberOf(value, name, node)
      if (member) next(member)
    }
    if (keys) return
    if (value.kind === 'has') next(value.value)
    else if (value.kind === 'api' || value.kind === 'sdk' || value.kind === 'module') {
      this.findings.push({ kind: 'dynamic', what: describe(value), node })
    }
  }

  /** `fn` is called with `value` as its argument number `index`. */
  pass(fn: FunctionNode, index: number, node: Node, value: Value): void {
    const last = fn.params.at(-1)
    const parameter = fn.params[index] ?? (last?.type === 'RestElement' ? last : undefined)
    if (this.syntax.usesArguments(fn))
      this.escape(node, value, 'it is passed to a function that reads `arguments`')
    if (parameter) this.bind(parameter, placed(value, node))
  }

  passToUnknown(call: Node, node: Node, value: Value): void {
    this.#passedToUnknown.push([call, node, value])
  }

  addCallOfSdk(call: Node): void {
    this.#callsOfSdk.add(call)
  }

  /** `value` gets out of sight at `node`. A whole name still tells which openapi will be called. */
  escape(node: Node, value: Value, reason: string): void {
    const core = coreOf(value)
    if (core.kind === 'part') return
    if (core.kind === 'api' && isWholeName(core.path)) {
      this.findings.push({ kind: 'call', name: nameOf(core.path), node: placeOf(core, value, node) })
    } else {
      this.findings.push({ kind: 'escapes', what: describe(core), reason, node })
    }
  }

  awaited(node: Node, value: Api): void {
    this.findings.push({ kind: 'awaited', what: describe(value), node })
  }

  #isTaken(properties: readonly Node[], value: Value): boolean {
    return properties.some(property => {
      if (value.kind !== 'has' || property.type !== 'Property') return false
      const keys = this.origins.keys(property.key, property.computed)
      return keys?.length === 1 && keys[0] === value.key
    })
  }
}

/** How a developer would write the value. */
export function describe(value: Value): string {
  if (value.kind === 'api') return ['cloud.openapi', ...value.path].join('.')
  return value.kind === 'class' ? 'cloud.Cloud' : 'cloud'
}

/** A whole name that is passed on is called by whoever gets it, but its place is where it was passed. */
function placed(value: Value, node: Node): Value {
  return withCore(value, core =>
    core.kind === 'api' && isWholeName(core.path) ? { ...core, place: placeOf(core, value, node) } : core,
  )
}

/** Where a name is passed on: at `node`, or where it was put into the object or function that is passed there. */
function placeOf(core: Api, value: Value, node: Node): Node {
  return core.place ?? (value === core ? node : core.from)
}
