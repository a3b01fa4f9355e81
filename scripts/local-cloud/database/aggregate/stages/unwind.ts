import { requestFailed } from '../../database-error'
import type { Doc } from '../../types'
import { fieldOf, isDoc, isNil } from '../../values/kinds'
import { type Path, splitPath, withValue } from '../../values/paths'
import type { CompileStage } from '../stage'

/** One document for each element of an array. A value that is no array counts as its only element. */
export const unwind: CompileStage = operand => {
  const spec: Doc = typeof operand === 'string' ? { path: operand } : isDoc(operand) ? operand : {}
  if (typeof spec.path !== 'string' || !spec.path.startsWith('$')) {
    throw requestFailed("path option to $unwind stage should be prefixed with a '$'")
  }
  const path = splitPath(spec.path.slice(1))
  const indexPath = readIndexPath(spec.includeArrayIndex)
  const preserve = spec.preserveNullAndEmptyArrays === true
  const withIndex = (doc: Doc, index: number | null) => (indexPath ? withValue(doc, indexPath, index) : doc)
  return function* (docs) {
    for (const doc of docs) {
      const value = fieldAt(doc, path)
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, element] of value.entries()) yield withIndex(withValue(doc, path, element), index)
      } else if (!Array.isArray(value) && !isNil(value)) {
        yield withIndex(doc, null)
      } else if (preserve) {
        yield withIndex(Array.isArray(value) ? without(doc, path) : doc, null)
      }
    }
  }
}

function readIndexPath(name: unknown): Path | undefined {
  if (name === undefined) return undefined
  if (typeof name !== 'string' || name === '' || name.startsWith('$')) {
    throw requestFailed(
      "includeArrayIndex option to $unwind stage should be a non-empty string without a '$' prefix",
    )
  }
  return splitPath(name)
}

/** Unlike in an expression, an array on the way ends the path. */
function fieldAt(doc: Doc, path: Path): unknown {
  return path.reduce<unknown>((value, name) => (isDoc(value) ? fieldOf(value, name) : undefined), doc)
}

function without(doc: Doc, path: Path): Doc {
  const [name, ...rest] = path as [string, ...string[]]
  const { [name]: value, ...others } = doc
  return rest.length > 0 && isDoc(value) ? { ...doc, [name]: without(value, rest) } : others
}
