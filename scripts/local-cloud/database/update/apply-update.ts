import { requestFailed } from '../database-error'
import { addLeaf, type Tree } from '../shape/path-tree'
import type { Doc } from '../types'
import { typeName } from '../values/bson-type'
import { equalValues } from '../values/compare'
import { isDoc } from '../values/kinds'
import { type Path, splitPath } from '../values/paths'
import { ARRAY_OPERATORS } from './array-operators'
import { copyOf } from './copy'
import { FIELD_OPERATORS } from './field-operators'
import { type PositionOf, plainPaths } from './update-path'

/** What an operator may need besides its path and operand. */
export interface UpdateContext {
  /** milliseconds since 1970 */
  now: number
  /** Whether the document is being made by an upsert. */
  isInsert: boolean
  /** The plain paths that a path of the request stands for in this document. */
  pathsOf(path: string): Path[]
}

/** Changes `doc` in place. */
export type UpdateOperator = (doc: Doc, path: Path, operand: unknown, context: UpdateContext) => void

const OPERATORS = new Map(Object.entries({ ...FIELD_OPERATORS, ...ARRAY_OPERATORS }))

/** An update, checked and ready to be applied. */
export interface Update {
  /** Returns the changed document; the given one stays as it is. */
  apply(doc: Doc, options: { now: number; isInsert?: boolean; positionOf?: PositionOf }): Doc
}

/**
 * Compiles `{ $set: { ... }, $inc: { ... } }`, https://www.mongodb.com/docs/manual/reference/operator/update/, as far as
 * `db.command` reaches it.
 * @throws DatabaseError `DATABASE_REQUEST_FAILED`
 */
export function compileUpdate(spec: Doc): Update {
  const changes = Object.entries(spec).flatMap(([name, fields]) => {
    const operator = OPERATORS.get(name)
    if (!operator) throw requestFailed(`Unknown modifier: ${name}`)
    if (!isDoc(fields)) {
      throw requestFailed(
        `Modifiers operate on fields but we found type ${typeName(fields)} instead: {${name}: ...}`,
      )
    }
    return Object.entries(fields).map(([path, operand]) => {
      if (name === '$rename' && typeof operand !== 'string') {
        throw requestFailed(`The 'to' field for $rename must be a string: ${path}`)
      }
      return { name, operator, path, operand }
    })
  })
  checkConflicts(
    changes.flatMap(({ name, path, operand }) => (name === '$rename' ? [path, operand as string] : [path])),
  )
  return {
    apply(doc, { now, isInsert = false, positionOf = () => undefined }) {
      const changed = copyOf(doc) as Doc
      const pathsOf = (path: string) => plainPaths(path, changed, positionOf)
      for (const { operator, path, operand } of changes) {
        for (const plain of pathsOf(path))
          operator(changed, plain, copyOf(operand), { now, isInsert, pathsOf })
      }
      checkId(doc, changed)
      return changed
    },
  }
}

/** Two changes may not touch the same field, nor one a part of what the other touches. */
function checkConflicts(paths: readonly string[]): void {
  const tree: Tree<true> = new Map()
  for (const path of paths) {
    const conflict = addLeaf(tree, splitPath(path), true)
    if (conflict) throw requestFailed(`Updating the path '${path}' would create a conflict at '${conflict}'`)
  }
}

/** `_id` cannot change once there is one. */
export function checkId(before: Doc, after: Doc): void {
  if (before._id !== undefined && !equalValues(before._id, after._id)) {
    throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'")
  }
}
