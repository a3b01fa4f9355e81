import { requestFailed } from '../database-error'
import { fieldOf, isDoc } from '../values/kinds'
import { isNumeric, toNumber } from '../values/numbers'
import { toVector, type Vector } from './sphere'

/** Any GeoJSON geometry, taken apart. The first ring of a polygon is its outline, the others are holes. */
export interface Geometry {
  points: Vector[]
  lines: Vector[][]
  polygons: Vector[][][]
}

/**
 * Reads GeoJSON, or a pair `[longitude, latitude]`.
 * Returns `undefined` for anything else, as a stored value may be anything.
 */
export function readGeometry(value: unknown): Geometry | undefined {
  if (Array.isArray(value)) {
    const point = readPosition(value)
    return point && { points: [point], lines: [], polygons: [] }
  }
  if (!isDoc(value)) return undefined
  const type = fieldOf(value, 'type')
  if (type === 'GeometryCollection') return readCollection(fieldOf(value, 'geometries'))
  const read = typeof type === 'string' ? READERS.get(type) : undefined
  return read?.(fieldOf(value, 'coordinates'))
}

/** As `readGeometry`, for an operand of a query. */
export function geometryOperand(name: string, value: unknown): Geometry {
  const geometry = isDoc(value) ? readGeometry(value) : undefined
  if (!geometry) throw requestFailed(`${name} needs a valid GeoJSON geometry`)
  return geometry
}

/** Every corner of a geometry. */
export function vertices({ points, lines, polygons }: Geometry): Vector[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)]
}

function readPosition(value: unknown): Vector | undefined {
  if (!Array.isArray(value) || value.length < 2 || !value.every(isNumeric)) return undefined
  const [longitude, latitude] = value.map(toNumber) as [number, number]
  const valid = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
  return valid ? toVector(longitude, latitude) : undefined
}

/** Reads an array whose items `read` understands, with at least `least` of them. */
function listOf<T>(
  read: (value: unknown) => T | undefined,
  least: number,
): (value: unknown) => T[] | undefined {
  return value => {
    if (!Array.isArray(value) || value.length < least) return undefined
    const items = value.map(read).filter(item => item !== undefined)
    return items.length === value.length ? items : undefined
  }
}

const readLine = listOf(readPosition, 2)
const readPolygon = listOf(listOf(readPosition, 4), 1)

type Read = (coordinates: unknown) => Geometry | undefined

function reader<K extends keyof Geometry>(
  key: K,
  read: (coordinates: unknown) => Geometry[K] | undefined,
): Read {
  return coordinates => {
    const parts = read(coordinates)
    return parts && { points: [], lines: [], polygons: [], [key]: parts }
  }
}

function alone<T>(read: (value: unknown) => T | undefined): (value: unknown) => T[] | undefined {
  return value => {
    const part = read(value)
    return part === undefined ? undefined : [part]
  }
}

const READERS = new Map<string, Read>([
  ['Point', reader('points', alone(readPosition))],
  ['MultiPoint', reader('points', listOf(readPosition, 1))],
  ['LineString', reader('lines', alone(readLine))],
  ['MultiLineString', reader('lines', listOf(readLine, 1))],
  ['Polygon', reader('polygons', alone(readPolygon))],
  ['MultiPolygon', reader('polygons', listOf(readPolygon, 1))],
])

function readCollection(value: unknown): Geometry | undefined {
  const parts = listOf(readGeometry, 1)(value)
  return (
    parts && {
      points: parts.flatMap(part => part.points),
      lines: parts.flatMap(part => part.lines),
      polygons: parts.flatMap(part => part.polygons),
    }
  )
}
