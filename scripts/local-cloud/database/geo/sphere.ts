/** MongoDB's radius of the earth, in metres: it gives the distances that the documentation of `geoNear` prints. */
export const EARTH_RADIUS = 6378100

/** A place on the sphere as a unit vector. */
export type Vector = readonly [x: number, y: number, z: number]

/** @param longitude @param latitude in degrees */
export function toVector(longitude: number, latitude: number): Vector {
  const [λ, φ] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(φ) * Math.cos(λ), Math.cos(φ) * Math.sin(λ), Math.sin(φ)]
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function norm(a: Vector): number {
  return Math.hypot(...a)
}

/** The angle between two places, in radians. */
export function angle(a: Vector, b: Vector): number {
  return Math.atan2(norm(cross(a, b)), dot(a, b))
}

/** The angle between a place and the nearest point of the arc from `a` to `b`, in radians. */
export function angleToArc(place: Vector, a: Vector, b: Vector): number {
  const normal = cross(a, b)
  const beside = dot(place, cross(normal, a)) >= 0 && dot(place, cross(b, normal)) >= 0
  if (!beside || norm(normal) === 0) return Math.min(angle(place, a), angle(place, b))
  return Math.abs(Math.asin(Math.min(1, Math.max(-1, dot(place, normal) / norm(normal)))))
}

/** The middle of some places: the direction of their sum. */
export function middle(places: readonly Vector[]): Vector {
  const sum = places.reduce<Vector>(
    ([x, y, z], place) => [x + place[0], y + place[1], z + place[2]],
    [0, 0, 0],
  )
  const length = norm(sum) || 1
  return [sum[0] / length, sum[1] / length, sum[2] / length]
}

/** A point of the plane. */
export type Point = readonly [x: number, y: number]

/**
 * The gnomonic projection about `center`: arcs of great circles become straight lines, so that plane geometry gives
 * exact answers. A place a quarter of the globe or farther away has no image (`undefined`).
 */
export function projection(center: Vector): (place: Vector) => Point | undefined {
  const pole: Vector = Math.abs(center[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]
  const east = cross(pole, center)
  const length = norm(east)
  const right: Vector = [east[0] / length, east[1] / length, east[2] / length]
  const up = cross(center, right)
  return place => {
    const depth = dot(place, center)
    return depth > 1e-6 ? [dot(place, right) / depth, dot(place, up) / depth] : undefined
  }
}
