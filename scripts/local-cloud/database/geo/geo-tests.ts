import { requestFailed } from '../database-error'
import { isDoc } from '../values/kinds'
import { isNumeric, toNumber } from '../values/numbers'
import { type Geometry, geometryOperand, readGeometry } from './geometry'
import { intersects, isWithin, isWithinCircle } from './relations'

type Test = (value: unknown) => boolean

/** `$geoWithin: { $geometry }` for a polygon, `$geoWithin: { $centerSphere: [[longitude, latitude], radians] }` for a circle. */
export function compileGeoWithin(operand: unknown): Test {
  if (isDoc(operand) && operand.$centerSphere !== undefined) return withinCircle(operand.$centerSphere)
  const outer = geometryOperand('$geoWithin', isDoc(operand) ? operand.$geometry : undefined)
  if (outer.polygons.length === 0)
    throw requestFailed('$geoWithin not supported with provided geometry: it needs a polygon')
  return onGeometry(inner => isWithin(inner, outer))
}

/** `$geoIntersects: { $geometry }` */
export function compileGeoIntersects(operand: unknown): Test {
  const other = geometryOperand('$geoIntersects', isDoc(operand) ? operand.$geometry : undefined)
  return onGeometry(geometry => intersects(geometry, other))
}

function withinCircle(operand: unknown): Test {
  const [center, radius] = Array.isArray(operand) ? operand : []
  const place = Array.isArray(center) ? readGeometry(center)?.points[0] : undefined
  if (!place || !isNumeric(radius) || toNumber(radius) < 0) {
    throw requestFailed('$centerSphere must be [[longitude, latitude], radius in radians]')
  }
  return onGeometry(inner => isWithinCircle(inner, place, toNumber(radius)))
}

function onGeometry(test: (geometry: Geometry) => boolean): Test {
  return value => {
    const geometry = readGeometry(value)
    return geometry !== undefined && test(geometry)
  }
}
