import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase } from '../support/test-database'

const database = useDatabase()

const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
const square = (from: number, to: number) => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings })

/** The sample of https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/aggregate/Aggregate.geoNear.html */
const SIGHTS: Doc[] = [
  { _id: 'geoNear.3', name: 'Great Wall', city: 'Beijing', location: point(116.2328567, 40.242373) },
  { _id: 'geoNear.1', name: 'Baiyun Mountain', city: 'Guangzhou', location: point(113.306789, 23.1564721) },
  { _id: 'geoNear.0', name: 'Canton Tower', city: 'Guangzhou', location: point(113.30593, 23.1361155) },
  { _id: 'geoNear.2', name: 'The Palace Museum', city: 'Beijing', location: point(116.3949659, 39.9163447) },
  { _id: 'none', name: 'Nowhere' },
]
const HERE = point(113.3089506, 23.0968251)

describe('$geoNear', () => {
  const near = (options: Doc = {}) => ({
    $geoNear: { near: HERE, spherical: true, distanceField: 'distance', ...options },
  })

  test('gives the distances of the documentation, nearest first', async () => {
    await database.current.fill(...SIGHTS)
    const docs = await database.current.aggregate(near())
    expect(docs.map(({ _id }) => _id)).toEqual(['geoNear.0', 'geoNear.1', 'geoNear.2', 'geoNear.3'])
    const distances = [4384.68131486958, 6643.521654040738, 1894750.4414538583, 1928300.3308822548]
    for (const [index, distance] of distances.entries())
      expect(docs[index]?.distance).toBeCloseTo(distance, 4)
  })

  test.each<[string, Doc, string[]]>([
    ['maxDistance', { maxDistance: 5000 }, ['geoNear.0']],
    ['minDistance', { minDistance: 5000, maxDistance: 10_000 }, ['geoNear.1']],
    ['limit', { limit: 2 }, ['geoNear.0', 'geoNear.1']],
    ['query', { query: { city: 'Beijing' } }, ['geoNear.2', 'geoNear.3']],
    ['key', { key: 'location', limit: 1 }, ['geoNear.0']],
    ['a key without places', { key: 'name' }, []],
  ])('%s', async (_, options, expected) => {
    await database.current.fill(...SIGHTS)
    expect((await database.current.aggregate(near(options))).map(({ _id }) => _id)).toEqual(expected)
  })

  test('distanceMultiplier, includeLocs and a nested distanceField', async () => {
    await database.current.fill(...SIGHTS)
    const [doc] = await database.current.aggregate(
      near({ distanceField: 'd.km', distanceMultiplier: 0.001, includeLocs: 'd.at', limit: 1 }),
    )
    expect(doc?.d).toEqual({ km: expect.closeTo(4.384681, 5), at: SIGHTS[2]?.location })
  })

  test.each<[Doc, RegExp]>([
    [{ near: [1, 2] }, /needs a GeoJSON point/],
    [{ near: point(0, 91) }, /valid GeoJSON/],
    [{ distanceField: 1 }, /'distanceField' option is a String/],
    [{ maxDistance: -1 }, /maxDistance must be/],
    [{ limit: 0 }, /positive limit/],
  ])('%p is refused', async (options, message) => {
    await database.current.fill(...SIGHTS)
    await expect(database.current.aggregate(near(options))).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(message),
    })
  })
})

describe('$nearSphere', () => {
  test('sorts by distance', async () => {
    await database.current.fill(...SIGHTS)
    const query = { location: { $nearSphere: { $geometry: HERE } } }
    expect(await database.current.idsOf(query)).toEqual(['geoNear.0', 'geoNear.1', 'geoNear.2', 'geoNear.3'])
    expect(await database.current.idsOf(query, { limit: 1, offset: 1 })).toEqual(['geoNear.1'])
  })

  test('keeps to a range of metres and lets an order stand above the distance', async () => {
    await database.current.fill(...SIGHTS)
    const query = { location: { $near: { $geometry: HERE, $minDistance: 5000, $maxDistance: 1_900_000 } } }
    expect(await database.current.idsOf(query)).toEqual(['geoNear.1', 'geoNear.2'])
    expect(await database.current.idsOf(query, { order: '{"_id":-1}' })).toEqual(['geoNear.2', 'geoNear.1'])
  })

  test('may stand under $and, not under $or', async () => {
    await database.current.fill(...SIGHTS)
    const near = { location: { $nearSphere: { $geometry: HERE, $maxDistance: 5000 } } }
    expect(await database.current.idsOf({ $and: [{ city: 'Guangzhou' }, near] })).toEqual(['geoNear.0'])
    await expect(database.current.find({ $or: [near] })).rejects.toThrow('geo $near must be top-level expr')
  })

  test('measures to the nearest part of a line or a polygon', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [-10, 1],
        [10, 1],
      ],
    }
    await database.current.fill(
      { _id: 'line', g: line },
      { _id: 'area', g: polygon(square(-1, 1)) },
      { _id: 'point', g: point(0, 0.5) },
    )
    const at = (metres: number) => ({ g: { $near: { $geometry: point(0, 0), $maxDistance: metres } } })
    expect(await database.current.idsOf(at(0))).toEqual(['area'])
    expect(await database.current.idsOf(at(60_000))).toEqual(['area', 'point'])
    expect(await database.current.idsOf(at(115_000))).toEqual(['area', 'point', 'line'])
  })
})

const SHAPES: Doc[] = [
  { _id: 'inside', g: point(1.5, 1.5) },
  { _id: 'hole', g: point(0, 0) },
  { _id: 'outside', g: point(3, 3) },
  { _id: 'corner', g: point(2, 2) },
  { _id: 'pair', g: [1.5, -1.5] },
  {
    _id: 'path',
    g: {
      type: 'LineString',
      coordinates: [
        [1.2, 1.2],
        [1.8, 1.8],
      ],
    },
  },
  {
    _id: 'way out',
    g: {
      type: 'LineString',
      coordinates: [
        [1.5, 1.5],
        [5, 1.5],
      ],
    },
  },
  {
    _id: 'over the hole',
    g: {
      type: 'LineString',
      coordinates: [
        [-1.5, 0],
        [1.5, 0],
      ],
    },
  },
  { _id: 'area', g: polygon(square(1.2, 1.8)) },
  { _id: 'around', g: polygon(square(-9, 9)) },
  {
    _id: 'points',
    g: {
      type: 'MultiPoint',
      coordinates: [
        [1.5, 1.5],
        [9, 9],
      ],
    },
  },
  { _id: 'no place', g: 'text' },
]
/** The sign 回: a square with a square hole. */
const RING = polygon(square(-2, 2), square(-1, 1))

test.each<[string, Doc, string]>([
  ['$geoWithin', { $geoWithin: { $geometry: RING } }, 'inside corner pair path area'],
  [
    '$geoWithin a plain square',
    { $geoWithin: { $geometry: polygon(square(-2, 2)) } },
    'inside hole corner pair path over the hole area',
  ],
  [
    '$geoWithin one of several',
    {
      $geoWithin: {
        $geometry: { type: 'MultiPolygon', coordinates: [[square(2.5, 3.5)], [square(1.1, 1.9)]] },
      },
    },
    'inside outside path area',
  ],
  ['$geoWithin $centerSphere', { $geoWithin: { $centerSphere: [[1.5, 1.5], 0.01] } }, 'inside path area'],
  [
    '$geoIntersects',
    { $geoIntersects: { $geometry: RING } },
    'inside corner pair path way out over the hole area around points',
  ],
  [
    '$geoIntersects a line',
    {
      $geoIntersects: {
        $geometry: {
          type: 'LineString',
          coordinates: [
            [1.5, 1.3],
            [1.5, 5],
          ],
        },
      },
    },
    'inside path way out area around points',
  ],
  [
    '$geoIntersects a point',
    { $geoIntersects: { $geometry: point(1.5, 1.5) } },
    'inside way out area around points',
  ],
])('%s', async (_, condition, expected) => {
  await database.current.fill(...SHAPES)
  expect((await database.current.idsOf({ g: condition })).join(' ')).toBe(expected)
})

test('edges are arcs of great circles: the way from 120° W to 120° E leads over the date line and far north', async () => {
  const north = polygon([
    [-170, 50],
    [170, 50],
    [170, 70],
    [-170, 70],
    [-170, 50],
  ])
  await database.current.fill(
    {
      _id: 'line',
      g: {
        type: 'LineString',
        coordinates: [
          [-130, 50],
          [130, 50],
        ],
      },
    },
    { _id: 'aleutian', g: point(180, 52) },
  )
  expect(await database.current.idsOf({ g: { $geoWithin: { $geometry: north } } })).toEqual(['aleutian'])
  expect(await database.current.idsOf({ g: { $geoIntersects: { $geometry: north } } })).toEqual([
    'line',
    'aleutian',
  ])
})

test.each<[Doc, RegExp]>([
  [{ $geoWithin: { $geometry: point(0, 0) } }, /it needs a polygon/],
  [
    {
      $geoWithin: {
        $box: [
          [0, 0],
          [1, 1],
        ],
      },
    },
    /valid GeoJSON/,
  ],
  [{ $geoWithin: { $centerSphere: [[0, 0]] } }, /\$centerSphere must be/],
  [{ $geoIntersects: { $geometry: { type: 'Cube', coordinates: [] } } }, /valid GeoJSON/],
  [{ $geoIntersects: { $geometry: { type: 'Point', coordinates: [200, 0] } } }, /valid GeoJSON/],
  [{ $near: [1, 2] }, /\$near needs a \$geometry/],
  [{ $near: { $geometry: point(0, 0), $maxDistance: 'far' } }, /\$maxDistance must be a number/],
])('%p is refused', async (condition, message) => {
  await database.current.fill()
  await expect(database.current.find({ g: condition })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})
