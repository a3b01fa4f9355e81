import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { compareValues } from '../values/compare'
import { wholeNumber } from '../values/numbers'
import { type Path, splitPath, valuesAt } from '../values/paths'

/** Compiles `{ a: 1, b: -1 }`. The result sorts a list, equal documents staying in their order. */
export function compileSort(order: Doc): <T>(items: readonly T[], docOf: (item: T) => unknown) => T[] {
  const keys = Object.entries(order).map(([name, value]) => {
    const direction = wholeNumber(value)
    if (direction !== 1 && direction !== -1) {
      throw requestFailed('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
    }
    return { path: splitPath(name), direction } as const
  })
  if (keys.length === 0) throw requestFailed('$sort stage must have at least one sort key')
  return (items, docOf) =>
    items
      .map(item => ({
        item,
        values: keys.map(({ path, direction }) => sortValue(docOf(item), path, direction)),
      }))
      .sort((a, b) => {
        for (let i = 0; i < keys.length; i++) {
          const difference = compareValues(a.values[i], b.values[i])
          if (difference !== 0) return difference * (keys[i]?.direction ?? 1)
        }
        return 0
      })
      .map(({ item }) => item)
}

/**
 * An array counts as its smallest element, or its largest in a descending order. A missing field counts as null;
 * an empty array sorts before null, in the place of a missing value.
 */
function sortValue(doc: unknown, path: Path, direction: number): unknown {
  const values = valuesAt(doc, path, false).flatMap(value =>
    Array.isArray(value) ? (value.length > 0 ? value : [undefined]) : [value ?? null],
  )
  if (values.length === 0) return null
  return values.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}
