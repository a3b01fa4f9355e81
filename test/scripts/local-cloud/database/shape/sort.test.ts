import { Binary, BSONRegExp, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()

/** One value of each kind, in the order of MongoDB. */
const ASCENDING = [
  new MinKey(),
  [],
  null,
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  Decimal128.fromString('0.5'),
  1,
  1.5,
  'A',
  'a',
  '！',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 0 },
  { a: 2 },
  { b: 0 },
  new Binary(Buffer.from('a')),
  new ObjectId('5f9f1b9b9b9b9b9b9b9b9b9b'),
  false,
  true,
  new Date(0),
  new Date(1),
  Timestamp.fromBits(1, 1),
  new BSONRegExp('a'),
  new MaxKey(),
]

test('orderBy sorts values of all types as MongoDB does', async () => {
  const { current } = database
  const docs = ASCENDING.map((value, index) => ({ _id: index, value }))
  await current.fill(...[...docs].reverse())
  const order = ASCENDING.map((_, index) => index)
  expect(await current.idsOf({}, { order: wire({ value: 1 }) })).toEqual(order)
  expect(await current.idsOf({}, { order: wire({ value: -1 }) })).toEqual([...order].reverse())
})

test('$cmp compares values of all types as MongoDB does', async () => {
  const { current } = database
  await current.fill(
    ...ASCENDING.filter(value => !Array.isArray(value)).map((value, index) => ({ _id: index, value })),
  )
  const [{ pairs } = {}] = await current.aggregate(
    { $sort: { _id: 1 } },
    { $group: { _id: null, values: { $push: '$value' } } },
    {
      $project: {
        pairs: {
          $map: {
            input: { $range: [1, { $size: '$values' }] },
            in: {
              $cmp: [
                { $arrayElemAt: ['$values', { $subtract: ['$$this', 1] }] },
                { $arrayElemAt: ['$values', '$$this'] },
              ],
            },
          },
        },
      },
    },
  )
  expect(new Set(pairs as number[])).toEqual(new Set([-1]))
})

test('orderBy takes the smallest element of an array, or the largest when descending', async () => {
  const { current } = database
  await current.fill({ _id: 'a', n: [1, 9] }, { _id: 'b', n: 5 }, { _id: 'c', n: [2, 3] })
  expect(await current.idsOf({}, { order: wire({ n: 1 }) })).toEqual(['a', 'c', 'b'])
  expect(await current.idsOf({}, { order: wire({ n: -1 }) })).toEqual(['a', 'b', 'c'])
})

test('orderBy sorts by several fields, also nested ones, and keeps equal documents in their order', async () => {
  const { current } = database
  await current.fill(
    { _id: 1, o: { g: 'b' }, n: 1 },
    { _id: 2, o: { g: 'a' }, n: 1 },
    { _id: 3, o: { g: 'a' }, n: 2 },
    { _id: 4, o: { g: 'b' }, n: 1 },
    { _id: 5 },
  )
  expect(await current.idsOf({}, { order: wire({ 'o.g': 1, n: -1 }) })).toEqual([5, 3, 2, 1, 4])
})

test('without an order documents come as they were inserted, with an update leaving them in place', async () => {
  const { current } = database
  await current.fill({ _id: 'z' }, { _id: 'a' }, { _id: 'm' })
  await current.update({ _id: 'z' }, { $set: { long: 'x'.repeat(10_000) } })
  expect(await current.idsOf({})).toEqual(['z', 'a', 'm'])
})

test.each([{ n: 0 }, { n: 'asc' }, { n: { $meta: 'textScore' } }])('the order %p is refused', async order => {
  await database.current.fill()
  await expect(database.current.find({}, { order: wire(order) })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
  })
})
