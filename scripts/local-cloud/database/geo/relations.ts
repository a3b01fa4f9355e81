import { type Geometry, vertices } from './geometry'
import {
  cross,
  insidePolygon,
  insideRing,
  midpoint,
  onSegment,
  type Ring,
  type Segment,
  samePoint,
  segmentsOf,
} from './plane'
import { angle, angleToArc, middle, type Point, projection, type Vector } from './sphere'

/*
 * Edges are arcs of great circles, as in MongoDB. A geometry is looked at in a projection about the middle of the
 * other one, which shows half of the globe: a polygon larger than a hemisphere is not understood.
 */

/** A geometry in the plane. */
interface Flat {
  points: Point[]
  edges: Segment[]
  polygons: Ring[][]
  corners: Point[]
}

/** Whether the two have a point in common. */
export function intersects(a: Geometry, b: Geometry): boolean {
  const view = projection(middle(vertices(b)))
  const [flatA, flatB] = [flatten(a, view), flatten(b, view)]
  return (
    flatA.corners.some(corner => covers(flatB, corner)) ||
    flatB.corners.some(corner => covers(flatA, corner)) ||
    flatA.edges.some(edge => flatB.edges.some(other => cross(edge, other)))
  )
}

/** Whether all of `inner` lies in one of the polygons of `outer`, edges included. */
export function isWithin(inner: Geometry, outer: Geometry): boolean {
  return outer.polygons.some(polygon => {
    const view = projection(middle(polygon.flat()))
    if (vertices(inner).some(vertex => view(vertex) === undefined)) return false
    return liesIn(flatten(inner, view), flatten({ points: [], lines: [], polygons: [polygon] }, view))
  })
}

/** Whether all of `inner` lies in the circle; `radius` in radians. */
export function isWithinCircle(inner: Geometry, center: Vector, radius: number): boolean {
  return vertices(inner).every(vertex => angle(center, vertex) <= radius)
}

/** The angle from a place to the nearest point of a geometry, in radians; 0 inside of a polygon. */
export function angleTo(place: Vector, geometry: Geometry): number {
  const lines = [...geometry.lines, ...geometry.polygons.flat()]
  const arcs = lines.flatMap(line =>
    line.slice(1).map((to, index) => angleToArc(place, line[index] as Vector, to)),
  )
  const nearest = Math.min(...geometry.points.map(point => angle(place, point)), ...arcs)
  const inside = geometry.polygons.length > 0 && isInside(place, geometry)
  return inside ? 0 : nearest
}

function isInside(place: Vector, { polygons }: Geometry): boolean {
  return isWithin({ points: [place], lines: [], polygons: [] }, { points: [], lines: [], polygons })
}

function liesIn(inner: Flat, outer: Flat): boolean {
  const holes = outer.polygons.flatMap(([, ...rest]) => rest)
  return (
    inner.corners.every(corner => covers(outer, corner)) &&
    inner.edges.every(
      edge => covers(outer, midpoint(edge)) && !outer.edges.some(other => cross(edge, other)),
    ) &&
    !inner.polygons.some(
      ([outline]) => outline && holes.some(hole => hole[0] && insideRing(outline, hole[0])),
    )
  )
}

function covers({ points, edges, polygons }: Flat, point: Point): boolean {
  return (
    points.some(other => samePoint(other, point)) ||
    edges.some(edge => onSegment(edge, point)) ||
    polygons.some(polygon => insidePolygon(polygon, point))
  )
}

/** Parts that do not show in the projection are left out. */
function flatten(geometry: Geometry, view: (place: Vector) => Point | undefined): Flat {
  const line = (places: readonly Vector[]) => {
    const points = places.map(view).filter(point => point !== undefined)
    return points.length === places.length ? points : []
  }
  const lines = geometry.lines.map(line)
  const polygons = geometry.polygons
    .map(rings => rings.map(line))
    .filter(rings => rings.every(ring => ring.length > 0))
  const points = line(geometry.points.filter(point => view(point) !== undefined))
  return {
    points,
    polygons,
    edges: [...lines, ...polygons.flat()].flatMap(segmentsOf),
    corners: [...points, ...lines.flat(), ...polygons.flat(2)],
  }
}
