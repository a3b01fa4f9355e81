import { requestFailed } from '../../database-error'
import { readGeometry } from '../../geo/geometry'
import { distanceOperand, nearPoint, pointOperand } from '../../geo/near'
import { compileFilter } from '../../query/filter'
import type { Doc } from '../../types'
import { isDoc } from '../../values/kinds'
import { isNumeric, toNumber, wholeNumber } from '../../values/numbers'
import { evaluatePath, type Path, splitPath, withValue } from '../../values/paths'
import type { CompileStage } from '../stage'
import { stageObject } from './plain-stages'

/**
 * Documents by their distance to a point, nearest first.
 * Known difference: the platform measures the field that has a geo index; the local cloud has no indexes and measures
 * `key`, or the first field of the first document that holds a geometry.
 */
export const geoNear: CompileStage = (operand, { isFirst, variables }) => {
  if (!isFirst) throw requestFailed('$geoNear is only valid as the first stage in a pipeline')
  const spec = stageObject('$geoNear', operand)
  const place = pointOperand('$geoNear', spec.near)
  const range = {
    min: distanceOperand('minDistance', spec.minDistance),
    max: distanceOperand('maxDistance', spec.maxDistance),
  }
  const [distancePath, locationPath, key] = [
    requiredPath('distanceField', spec.distanceField),
    optionalPath('includeLocs', spec.includeLocs),
    optionalPath('key', spec.key),
  ]
  const multiplier =
    spec.distanceMultiplier === undefined ? 1 : numberOf('distanceMultiplier', spec.distanceMultiplier)
  const most = readLimit(spec.limit ?? spec.num)
  const filter = compileFilter(
    spec.query === undefined ? {} : stageObject('$geoNear query', spec.query),
    variables,
  )
  if (filter.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  return (docs, scope) => {
    const list = [...docs]
    const path = key ?? geometryPath(list)
    if (!path) return []
    const near = nearPoint(place, path, range)
    return list
      .filter(doc => filter.matches(doc, scope))
      .map(doc => ({ doc, distance: near.distance(doc) }))
      .filter((item): item is { doc: Doc; distance: number } => item.distance !== undefined)
      .sort((a, b) => a.distance - b.distance)
      .slice(0, most)
      .map(({ doc, distance }) => {
        const measured = withValue(doc, distancePath, distance * multiplier)
        return locationPath ? withValue(measured, locationPath, evaluatePath(doc, path)) : measured
      })
  }
}

function requiredPath(name: string, value: unknown): Path {
  const path = optionalPath(name, value)
  if (!path) throw requestFailed(`$geoNear requires a '${name}' option as a String`)
  return path
}

function optionalPath(name: string, value: unknown): Path | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'string') throw requestFailed(`$geoNear requires that '${name}' option is a String`)
  return splitPath(value)
}

function numberOf(name: string, value: unknown): number {
  if (!isNumeric(value)) throw requestFailed(`$geoNear requires that '${name}' option is a number`)
  return toNumber(value)
}

function readLimit(value: unknown): number {
  const limit = value === undefined ? Number.POSITIVE_INFINITY : wholeNumber(value)
  if (limit === undefined || limit <= 0) throw requestFailed('$geoNear requires a positive limit')
  return limit
}

function geometryPath(docs: readonly Doc[]): Path | undefined {
  for (const doc of docs) {
    const path = findGeometry(doc, [])
    if (path) return path
  }
  return undefined
}

function findGeometry(value: unknown, path: Path): Path | undefined {
  if (!isDoc(value)) return undefined
  if (path.length > 0 && readGeometry(value)) return path
  for (const [name, field] of Object.entries(value)) {
    const found = findGeometry(field, [...path, name])
    if (found) return found
  }
  return undefined
}
