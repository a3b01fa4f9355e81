import { requestFailed } from '../database-error'
import { fieldOf, isDoc } from '../values/kinds'
import { isNumeric, toNumber } from '../values/numbers'
import { type Path, valuesAt } from '../values/paths'
import { geometryOperand, readGeometry } from './geometry'
import { angleTo } from './relations'
import { EARTH_RADIUS, type Vector } from './sphere'

/** A place to measure from. The platform wants a geo index for this, the local cloud measures every document. */
export interface Near {
  /** Metres to the nearest geometry at the path; `undefined` without one, or out of the range. */
  distance(root: unknown): number | undefined
}

/** `$near` and `$nearSphere`: `{ $geometry: Point, $minDistance?, $maxDistance? }` in metres. */
export function compileNear(operand: unknown, path: Path): Near {
  if (!isDoc(operand) || !isDoc(operand.$geometry)) throw requestFailed('$near needs a $geometry')
  return nearPoint(pointOperand('$near', operand.$geometry), path, {
    min: distanceOperand('$minDistance', operand.$minDistance),
    max: distanceOperand('$maxDistance', operand.$maxDistance),
  })
}

/** @param range metres */
export function nearPoint(
  place: Vector,
  path: Path,
  range: { min?: number | undefined; max?: number | undefined },
): Near {
  const { min = 0, max = Number.POSITIVE_INFINITY } = range
  return {
    distance(root) {
      const distances = valuesAt(root, path, true)
        .map(readGeometry)
        .filter(geometry => geometry !== undefined)
        .map(geometry => angleTo(place, geometry) * EARTH_RADIUS)
        .filter(distance => distance >= min && distance <= max)
      return distances.length > 0 ? Math.min(...distances) : undefined
    },
  }
}

export function pointOperand(name: string, value: unknown): Vector {
  const [place] =
    isDoc(value) && fieldOf(value, 'type') === 'Point' ? geometryOperand(name, value).points : []
  if (!place) throw requestFailed(`${name} needs a GeoJSON point`)
  return place
}

export function distanceOperand(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (!isNumeric(value) || !(toNumber(value) >= 0))
    throw requestFailed(`${name} must be a number that is not negative`)
  return toNumber(value)
}
