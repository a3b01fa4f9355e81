import type { Point } from './sphere'

/** Radians, some micrometres on the ground: nearer than this counts as touching. */
const TOUCH = 1e-12

export type Segment = readonly [from: Point, to: Point]

/** A ring of points, the last equal to the first. */
export type Ring = readonly Point[]

/** The edges between consecutive points. */
export function segmentsOf(points: readonly Point[]): Segment[] {
  return points.slice(1).map((to, index): Segment => [points[index] as Point, to])
}

export function samePoint(a: Point, b: Point): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) <= TOUCH
}

export function midpoint([[x1, y1], [x2, y2]]: Segment): Point {
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}

/** Twice the area of the triangle: positive if `c` lies to the left of the way from `a` to `b`. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/** -1, 0 or 1: on which side of a segment's line a point lies; 0 if it touches the line. */
function side([a, b]: Segment, point: Point): number {
  const distance = turn(a, b, point) / (Math.hypot(b[0] - a[0], b[1] - a[1]) || 1)
  return Math.abs(distance) <= TOUCH ? 0 : Math.sign(distance)
}

export function onSegment(segment: Segment, point: Point): boolean {
  const [a, b] = segment
  if (samePoint(a, point) || samePoint(b, point)) return true
  const between = (point[0] - a[0]) * (point[0] - b[0]) + (point[1] - a[1]) * (point[1] - b[1]) <= 0
  return between && side(segment, point) === 0
}

/** Whether two segments cross in a point that is an end of neither. */
export function cross(a: Segment, b: Segment): boolean {
  return side(a, b[0]) * side(a, b[1]) < 0 && side(b, a[0]) * side(b, a[1]) < 0
}

/** Whether a point lies inside of a ring, and not on its edge. */
export function insideRing(ring: Ring, point: Point): boolean {
  if (segmentsOf(ring).some(segment => onSegment(segment, point))) return false
  let inside = false
  for (const [a, b] of segmentsOf(ring)) {
    const spans = a[1] > point[1] !== b[1] > point[1]
    if (spans && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** Whether a point lies in a polygon, edges of outline and holes included. */
export function insidePolygon([outline, ...holes]: readonly Ring[], point: Point): boolean {
  const onEdge = (ring: Ring) => segmentsOf(ring).some(segment => onSegment(segment, point))
  if (!outline || !(insideRing(outline, point) || onEdge(outline))) return false
  return !holes.some(hole => insideRing(hole, point))
}
