import { requestFailed } from '../database-error'
import type { Doc } from '../types'
import { fieldOf, isDoc } from '../values/kinds'
import { arrayIndex, type Path, splitPath } from '../values/paths'

/** The server's bound on how far an update may lengthen an array with nulls. */
const MAX_PADDING = 1_500_000

/** A place in a document: `container[key]`, which need not exist yet. */
export type Place = { container: Doc; key: string } | { container: unknown[]; key: number }

export function valueAt(place: Place): unknown {
  return Array.isArray(place.container)
    ? place.container[place.key as number]
    : fieldOf(place.container, place.key as string)
}

export function assign(place: Place, value: unknown): void {
  if (!Array.isArray(place.container)) {
    place.container[place.key as string] = value
    return
  }
  const { container: array, key: index } = place as { container: unknown[]; key: number }
  if (index - array.length > MAX_PADDING) throw requestFailed("can't backfill more than 1500000 elements")
  while (array.length < index) array.push(null)
  array[index] = value
}

/** Removes a field. An element of an array becomes null, so that the others keep their places. */
export function unassign(place: Place): void {
  if (!Array.isArray(place.container)) delete place.container[place.key as string]
  else if ((place.key as number) < place.container.length) place.container[place.key as number] = null
}

/** Finds a place, making the documents that are missing on the way. */
export function reach(doc: Doc, path: Path): Place {
  let container: Doc | unknown[] = doc
  for (const [i, name] of path.entries()) {
    const place = placeIn(container, name)
    if (!place) throw cannotCreate(name, path[i - 1] as string, container)
    if (i === path.length - 1) return place
    let next = valueAt(place)
    if (next === undefined) {
      next = {}
      assign(place, next)
    }
    if (!isDoc(next) && !Array.isArray(next)) throw cannotCreate(path[i + 1] as string, name, next)
    container = next
  }
  throw requestFailed('An empty update path is not valid')
}

/** Finds a place without changing anything; `undefined` if the way to it does not exist. */
export function find(doc: Doc, path: Path): Place | undefined {
  let container: unknown = doc
  for (const [i, name] of path.entries()) {
    const place = isDoc(container) || Array.isArray(container) ? placeIn(container, name) : undefined
    if (!place || i === path.length - 1) return place
    container = valueAt(place)
  }
  return undefined
}

function placeIn(container: Doc | unknown[], name: string): Place | undefined {
  if (!Array.isArray(container)) return { container, key: name }
  const index = arrayIndex(name)
  return index === undefined ? undefined : { container, key: index }
}

/** Grade B: this text is seen in public issues. */
function cannotCreate(name: string, above: string, value: unknown): Error {
  return requestFailed(`Cannot create field '${name}' in element {${above}: ${show(value)}}`)
}

/** A value as the server's messages show it, more or less. */
export function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'missing').slice(0, 200)
}

/** The index that `$` stands for in the array at a path; `undefined` if the query has matched no element of it. */
export type PositionOf = (array: Path) => number | undefined

/**
 * The path of an update: a plain one, or one with `$` (the element that the query has matched) or `$[]` (every element).
 * Returns the plain paths that it stands for in `doc`.
 */
export function plainPaths(text: string, doc: Doc, positionOf: PositionOf): Path[] {
  let paths: Path[] = [[]]
  for (const name of splitPath(text)) {
    if (!name.startsWith('$')) paths = paths.map(path => [...path, name])
    else if (name === '$') paths = paths.map(path => [...path, matched(positionOf(path))])
    else if (name === '$[]') paths = paths.flatMap(path => elementsAt(doc, path))
    else throw requestFailed(`The path '${text}' holds '${name}', which the local cloud does not support`)
  }
  return paths
}

function matched(index: number | undefined): string {
  if (index !== undefined) return String(index)
  throw requestFailed('The positional operator did not find the match needed from the query')
}

function elementsAt(doc: Doc, path: Path): Path[] {
  const place = find(doc, path)
  const array = place && valueAt(place)
  if (!Array.isArray(array))
    throw requestFailed(`Cannot apply array updates to non-array element ${path.join('.')}`)
  return array.map((_, index) => [...path, String(index)])
}
