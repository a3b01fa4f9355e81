import { compileExpression, type Expression } from '../aggregate/expression'
import type { Scope } from '../aggregate/scope'
import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { fieldOf, isDoc } from '../values/kinds'
import { isNumeric, toNumber } from '../values/numbers'
import { splitPath } from '../values/paths'
import { addLeaf, type Tree } from './path-tree'

/** Makes one document of another. */
export type Shape = (doc: Doc, scope: Scope) => Doc

/**
 * One entry of a projection, nested objects resolved into dotted paths. A computed field makes the projection one that
 * leaves all other fields out, unless it is `neutral`.
 */
export type Entry = { path: readonly string[] } & (
  | { keep: boolean }
  | { compute: Expression; neutral?: boolean }
)

/** `$project: { a: 1, 'b.c': 1, d: <expression> }` or `$project: { a: 0 }`. */
export function compileProject(spec: Doc, variables?: ReadonlySet<string>): Shape {
  return shapeOf(readEntries(spec, true, variables))
}

/** `$addFields: { a: <expression>, b: { c: <expression> } }` */
export function compileAddFields(spec: Doc, variables?: ReadonlySet<string>): Shape {
  const tree = computedTree(readEntries(spec, false, variables))
  return (doc, scope) => compute(doc, tree, scope) as Doc
}

/** Builds the shape of a projection from its entries. `_id` stays unless it is left out by name. */
export function shapeOf(entries: readonly Entry[]): Shape {
  const all: Tree<true> = new Map()
  for (const { path } of entries) {
    const conflict = addLeaf(all, path, true)
    if (conflict) throw requestFailed(`Path collision at ${path.join('.')}, remaining portion of ${conflict}`)
  }
  const including = isIncluding(entries)
  const flagged: Tree<true> = new Map()
  for (const entry of entries)
    if ('keep' in entry && entry.keep === including) addLeaf(flagged, entry.path, true)
  if (including && !all.has('_id')) addLeaf(flagged, ['_id'], true)
  const computed = computedTree(entries)
  const select = including ? include : exclude
  return (doc, scope) => compute(select(doc, flagged), computed, scope) as Doc
}

function isIncluding(entries: readonly Entry[]): boolean {
  const isId = ({ path }: Entry) => path.length === 1 && path[0] === '_id'
  const wishOf = (entry: Entry) => ('keep' in entry ? entry.keep : entry.neutral ? undefined : true)
  const wishes = new Set(entries.filter(entry => !isId(entry)).map(wishOf))
  if (wishes.has(true) && wishes.has(false)) {
    throw requestFailed(
      "Bad projection specification, cannot mix inclusion and exclusion of fields other than '_id'",
    )
  }
  return wishes.size > 0 ? wishes.has(true) : entries.every(entry => wishOf(entry) === true)
}

function computedTree(entries: readonly Entry[]): Tree<Expression> {
  const tree: Tree<Expression> = new Map()
  for (const entry of entries) if ('compute' in entry) addLeaf(tree, entry.path, entry.compute)
  return tree
}

function readEntries(
  spec: Doc,
  flags: boolean,
  variables: ReadonlySet<string> | undefined,
  above: readonly string[] = [],
): Entry[] {
  const entries = Object.entries(spec)
  if (entries.length === 0) throw requestFailed('specification must have at least one field')
  return entries.flatMap(([name, value]): Entry[] => {
    if (name.startsWith('$'))
      throw requestFailed(`FieldPath field names may not start with '$', given '${name}'`)
    const path = [...above, ...splitPath(name)]
    if (flags && (typeof value === 'boolean' || isNumeric(value))) return [{ path, keep: isKept(value) }]
    const nested = isDoc(value) && !Object.keys(value).some(key => key.startsWith('$'))
    return nested
      ? readEntries(value, flags, variables, path)
      : [{ path, compute: compileExpression(value, variables) }]
  })
}

export function isKept(flag: unknown): boolean {
  return isNumeric(flag) ? toNumber(flag) !== 0 : flag === true
}

/** Elements of an array that are neither documents nor arrays fall out where only fields of theirs are wanted. */
function include(value: unknown, tree: Tree<true>): unknown {
  if (Array.isArray(value)) {
    return value.filter(item => isDoc(item) || Array.isArray(item)).map(item => include(item, tree))
  }
  if (!isDoc(value)) return undefined
  const kept: Doc = {}
  for (const name of Object.keys(value)) {
    const node = tree.get(name)
    const field = node && ('leaf' in node ? value[name] : include(value[name], node.children))
    if (field !== undefined) kept[name] = field
  }
  return kept
}

function exclude(value: unknown, tree: Tree<true>): unknown {
  if (tree.size === 0) return value
  if (Array.isArray(value)) return value.map(item => exclude(item, tree))
  if (!isDoc(value)) return value
  const kept: Doc = {}
  for (const name of Object.keys(value)) {
    const node = tree.get(name)
    if (!node) kept[name] = value[name]
    else if ('children' in node) kept[name] = exclude(value[name], node.children)
  }
  return kept
}

/** Sets computed fields, in every document of an array on the way; a missing result removes the field. */
function compute(value: unknown, tree: Tree<Expression>, scope: Scope): unknown {
  if (tree.size === 0) return value
  if (Array.isArray(value)) return value.map(item => compute(item, tree, scope))
  const doc: Doc = isDoc(value) ? { ...value } : {}
  for (const [name, node] of tree) {
    const field = 'leaf' in node ? node.leaf(scope) : compute(fieldOf(doc, name), node.children, scope)
    if (field === undefined) delete doc[name]
    else doc[name] = field
  }
  return doc
}
