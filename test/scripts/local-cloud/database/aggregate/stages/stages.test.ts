import type { Doc } from '../../../../../../scripts/local-cloud/database'
import { useDatabase } from '../../support/test-database'

const database = useDatabase()

const AVATARS: Doc[] = [
  { _id: '1', alias: 'john', region: 'asia', scores: [40, 20, 80], coins: 100 },
  { _id: '2', alias: 'arthur', region: 'europe', scores: [60, 90], coins: 20 },
  { _id: '3', alias: 'george', region: 'europe', scores: [50, 70, 90], coins: 50 },
  { _id: '4', alias: 'john', region: 'asia', scores: [30, 60, 100, 90], coins: 40 },
  { _id: '5', alias: 'george', region: 'europe', scores: [20], coins: 60 },
  { _id: '6', alias: 'john', region: 'asia', scores: [40, 80, 70], coins: 120 },
]
const ITEMS: Doc[] = [10.5, 50.3, 20.8, 80.2, 200.3].map((price, index) => ({
  _id: String(index + 1),
  price,
}))
const SIZES: Doc[] = [
  { _id: 1, product: 'tshirt', size: ['S', 'M', 'L'] },
  { _id: 2, product: 'pants', size: [] },
  { _id: 3, product: 'socks', size: null },
  { _id: 4, product: 'trousers', size: 'S' },
  { _id: 5, product: 'scarf' },
]

/** Documents, stages, result. Most come from the pages of the documentation. */
const rows: [string, Doc[], Doc[], Doc[]][] = [
  [
    '$match',
    AVATARS,
    [{ $match: { coins: { $gt: 100 } } }, { $project: { alias: 1 } }],
    [{ _id: '6', alias: 'john' }],
  ],
  [
    '$match with $expr',
    AVATARS,
    [{ $match: { $expr: { $gt: [{ $size: '$scores' }, 3] } } }, { $count: 'n' }],
    [{ n: 1 }],
  ],
  [
    '$group',
    AVATARS,
    [{ $group: { _id: '$alias', num: { $sum: 1 } } }],
    [
      { _id: 'john', num: 3 },
      { _id: 'arthur', num: 1 },
      { _id: 'george', num: 2 },
    ],
  ],
  [
    '$group by several values',
    AVATARS,
    [
      {
        $group: { _id: { region: '$region', maxScore: { $max: '$scores' } }, totalCoins: { $sum: '$coins' } },
      },
      { $sort: { totalCoins: 1 } },
    ],
    [
      { _id: { region: 'asia', maxScore: 100 }, totalCoins: 40 },
      { _id: { region: 'europe', maxScore: 20 }, totalCoins: 60 },
      { _id: { region: 'europe', maxScore: 90 }, totalCoins: 70 },
      { _id: { region: 'asia', maxScore: 80 }, totalCoins: 220 },
    ],
  ],
  [
    '$group of all, with every accumulator',
    [{ n: 2, s: 'a', o: { x: 1 } }, { n: 4, s: 'b', o: { y: 2 } }, { n: 4 }, { s: 'a', n: null }],
    [
      {
        $group: {
          _id: null,
          sum: { $sum: '$n' },
          avg: { $avg: '$n' },
          min: { $min: '$n' },
          max: { $max: '$s' },
          first: { $first: '$s' },
          last: { $last: '$s' },
          lastN: { $last: '$none' },
          push: { $push: '$s' },
          set: { $addToSet: '$n' },
          pop: { $stdDevPop: '$n' },
          samp: { $stdDevSamp: '$s' },
          merged: { $mergeObjects: '$o' },
        },
      },
    ],
    [
      {
        _id: null,
        sum: 10,
        avg: 10 / 3,
        min: 2,
        max: 'b',
        first: 'a',
        last: 'a',
        lastN: null,
        push: ['a', 'b', 'a'],
        set: [2, 4, null],
        pop: Math.sqrt(8 / 9),
        samp: null,
        merged: { x: 1, y: 2 },
      },
    ],
  ],
  [
    '$group puts null and missing together',
    [{ g: null }, {}, { g: 0 }],
    [{ $group: { _id: '$g', n: { $sum: 1 } } }],
    [
      { _id: null, n: 2 },
      { _id: 0, n: 1 },
    ],
  ],
  [
    '$sort, $skip and $limit',
    AVATARS,
    [{ $sort: { coins: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { coins: 1 } }],
    [
      { _id: '1', coins: 100 },
      { _id: '5', coins: 60 },
    ],
  ],
  ['$count', AVATARS, [{ $match: { region: 'asia' } }, { $count: 'total' }], [{ total: 3 }]],
  ['$count of nothing', AVATARS, [{ $match: { region: 'mars' } }, { $count: 'total' }], []],
  [
    '$sortByCount',
    AVATARS,
    [{ $sortByCount: '$region' }],
    [
      { _id: 'asia', count: 3 },
      { _id: 'europe', count: 3 },
    ],
  ],
  [
    '$sortByCount by an expression',
    AVATARS,
    [{ $sortByCount: { $size: '$scores' } }, { $limit: 1 }],
    [{ _id: 3, count: 3 }],
  ],
  ['$sample of more than there is', ITEMS, [{ $sample: { size: 9 } }, { $count: 'n' }], [{ n: 5 }]],
  ['$sample', ITEMS, [{ $sample: { size: 2 } }, { $group: { _id: '$_id' } }, { $count: 'n' }], [{ n: 2 }]],
  [
    '$addFields',
    [{ _id: 1, a: 1, o: { p: 1 } }],
    [{ $addFields: { b: { $add: ['$a', 1] }, 'o.q': '$a', none: '$none' } }],
    [{ _id: 1, a: 1, o: { p: 1, q: 1 }, b: 2 }],
  ],
  [
    '$addFields in every element',
    [{ _id: 1, a: 7, list: [{ k: 1 }, { k: 2 }] }],
    [{ $addFields: { list: { x: '$a' } } }],
    [
      {
        _id: 1,
        a: 7,
        list: [
          { k: 1, x: 7 },
          { k: 2, x: 7 },
        ],
      },
    ],
  ],
  ['$addFields takes a field away', [{ _id: 1, a: 1 }], [{ $addFields: { a: '$$REMOVE' } }], [{ _id: 1 }]],
  [
    '$replaceRoot',
    [{ name: 'SFLS', teachers: { math: 18, english: 21 } }],
    [{ $replaceRoot: { newRoot: '$teachers' } }],
    [{ math: 18, english: 21 }],
  ],
  [
    '$replaceRoot by an expression',
    [{ a: '四郎', b: '黄' }],
    [{ $replaceRoot: { newRoot: { full: { $concat: ['$b', '$a'] } } } }],
    [{ full: '黄四郎' }],
  ],
  [
    '$unwind',
    SIZES,
    [{ $unwind: '$size' }, { $project: { size: 1 } }],
    [
      { _id: 1, size: 'S' },
      { _id: 1, size: 'M' },
      { _id: 1, size: 'L' },
      { _id: 4, size: 'S' },
    ],
  ],
  [
    '$unwind with index, keeping what is empty',
    SIZES,
    [
      { $unwind: { path: '$size', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { product: 0 } },
    ],
    [
      { _id: 1, size: 'S', i: 0 },
      { _id: 1, size: 'M', i: 1 },
      { _id: 1, size: 'L', i: 2 },
      { _id: 2, i: null },
      { _id: 3, size: null, i: null },
      { _id: 4, size: 'S', i: null },
      { _id: 5, i: null },
    ],
  ],
  [
    '$unwind below a path',
    [{ _id: 1, o: { list: [1, 2], x: 0 } }],
    [{ $unwind: '$o.list' }],
    [
      { _id: 1, o: { list: 1, x: 0 } },
      { _id: 1, o: { list: 2, x: 0 } },
    ],
  ],
  [
    '$bucket',
    ITEMS,
    [{ $bucket: { groupBy: '$price', boundaries: [0, 50, 100], default: 'other' } }],
    [
      { _id: 0, count: 2 },
      { _id: 50, count: 2 },
      { _id: 'other', count: 1 },
    ],
  ],
  [
    '$bucket with output, leaving out empty ranges',
    ITEMS,
    [
      {
        $bucket: {
          groupBy: '$price',
          boundaries: [0, 5, 50, 300],
          output: { n: { $sum: 1 }, ids: { $push: '$_id' } },
        },
      },
    ],
    [
      { _id: 5, n: 2, ids: ['1', '3'] },
      { _id: 50, n: 3, ids: ['2', '4', '5'] },
    ],
  ],
  [
    '$bucketAuto',
    ITEMS,
    [{ $bucketAuto: { groupBy: '$price', buckets: 3 } }],
    [
      { _id: { min: 10.5, max: 50.3 }, count: 2 },
      { _id: { min: 50.3, max: 200.3 }, count: 2 },
      { _id: { min: 200.3, max: 200.3 }, count: 1 },
    ],
  ],
  [
    '$bucketAuto takes in equal values',
    [1, 1, 1, 2].map(n => ({ n })),
    [{ $bucketAuto: { groupBy: '$n', buckets: 3 } }],
    [
      { _id: { min: 1, max: 2 }, count: 3 },
      { _id: { min: 2, max: 2 }, count: 1 },
    ],
  ],
  [
    '$bucketAuto POWERSOF2',
    [0, 3, 5, 9, 17].map(n => ({ n })),
    [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'POWERSOF2' } }],
    [
      { _id: { min: 0, max: 8 }, count: 3 },
      { _id: { min: 8, max: 32 }, count: 2 },
    ],
  ],
  [
    '$bucketAuto R5',
    [2, 5, 20, 100].map(n => ({ n })),
    [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'R5' } }],
    [
      { _id: { min: 1.6, max: 6.3 }, count: 2 },
      { _id: { min: 6.3, max: 160 }, count: 2 },
    ],
  ],
  [
    '$bucketAuto 1-2-5',
    [1, 3, 40].map(n => ({ n })),
    [{ $bucketAuto: { groupBy: '$n', buckets: 3, granularity: '1-2-5' } }],
    [
      { _id: { min: 0.5, max: 2 }, count: 1 },
      { _id: { min: 2, max: 5 }, count: 1 },
      { _id: { min: 5, max: 50 }, count: 1 },
    ],
  ],
  [
    '$bucketAuto E192',
    [0.915, 9.21].map(n => ({ n })),
    [{ $bucketAuto: { groupBy: '$n', buckets: 2, granularity: 'E192' } }],
    [
      { _id: { min: 0.909, max: 0.92 }, count: 1 },
      { _id: { min: 0.92, max: 9.31 }, count: 1 },
    ],
  ],
  [
    '$project',
    [{ _id: 1, name: '小明', scores: { a: 80, b: 90 }, x: 1 }],
    [{ $project: { _id: 0, name: 1, total: { $sum: ['$scores.a', '$scores.b'] }, pair: ['$x', '$none'] } }],
    [{ name: '小明', total: 170, pair: [1, null] }],
  ],
  [
    '$project keeps _id and nested fields',
    [{ _id: 1, o: { p: 1, q: 2 }, z: 0 }],
    [{ $project: { 'o.p': 1 } }],
    [{ _id: 1, o: { p: 1 } }],
  ],
  [
    '$project with nested objects',
    [{ _id: 1, o: { p: 1, q: 2 } }],
    [{ $project: { o: { q: 1, r: '$o.p' } } }],
    [{ _id: 1, o: { q: 2, r: 1 } }],
  ],
  [
    '$project over an array',
    [{ _id: 1, list: [{ a: 1, b: 2 }, 5, { b: 3 }] }],
    [{ $project: { 'list.a': 1 } }],
    [{ _id: 1, list: [{ a: 1 }, {}] }],
  ],
  [
    '$project leaves out',
    [{ _id: 1, a: 1, o: { p: 1, q: 2 } }],
    [{ $project: { a: 0, 'o.p': false } }],
    [{ _id: 1, o: { q: 2 } }],
  ],
  ['$project without _id alone', [{ _id: 1, a: 1 }], [{ $project: { _id: 0 } }], [{ a: 1 }]],
  ['$project of _id alone', [{ _id: 1, a: 1 }], [{ $project: { _id: 1 } }], [{ _id: 1 }]],
  ['$project with a new _id', [{ _id: 1, a: 1 }], [{ $project: { _id: '$a' } }], [{ _id: 1 }]],
  [
    '$project of fields of _id',
    [{ _id: 1, a: 7 }],
    [{ $group: { _id: { a: '$a' } } }, { $project: { '_id.a': 1 } }],
    [{ _id: { a: 7 } }],
  ],
  ['$project with a missing field', [{ _id: 1 }], [{ $project: { a: 1, b: '$none' } }], [{ _id: 1 }]],
]

test.each(rows)('%s', async (_, docs, stages, expected) => {
  const { current } = database
  await current.fill(...docs)
  expect(await current.aggregate(...stages)).toEqual(expected)
})

describe('$lookup', () => {
  const ORDERS: Doc[] = [
    { _id: 4, book: 'novel 1', quantity: 2 },
    { _id: 5, book: 'science 1', quantity: 1 },
    { _id: 6 },
  ]
  const BOOKS: Doc[] = [
    { _id: 'book1', author: 'author 1', stock: 10, title: 'novel 1', tags: ['x', 'novel 1'] },
    { _id: 'book3', author: 'author 3', stock: 0, title: 'science 1' },
    { _id: 'book5', author: 'author 4', stock: 50, title: null },
    { _id: 'book6', author: 'author 5', stock: '60' },
  ]

  const rows: [string, Doc, Doc[]][] = [
    [
      'by equal fields; null equals missing',
      { localField: 'book', foreignField: 'title', as: 'found' },
      [
        { _id: 4, found: ['book1'] },
        { _id: 5, found: ['book3'] },
        { _id: 6, found: ['book5', 'book6'] },
      ],
    ],
    [
      'by an element of an array',
      { localField: 'book', foreignField: 'tags', as: 'found' },
      [
        { _id: 4, found: ['book1'] },
        { _id: 5, found: [] },
        { _id: 6, found: ['book3', 'book5', 'book6'] },
      ],
    ],
    [
      'by a pipeline with variables; missing equals missing',
      {
        let: { b: '$book', q: '$quantity' },
        pipeline: [
          { $match: { $expr: { $and: [{ $eq: ['$title', '$$b'] }, { $gte: ['$stock', '$$q'] }] } } },
        ],
        as: 'found',
      },
      [
        { _id: 4, found: ['book1'] },
        { _id: 5, found: [] },
        { _id: 6, found: ['book6'] },
      ],
    ],
    [
      'by a pipeline of its own',
      { pipeline: [{ $match: { author: 'author 3' } }], as: 'found' },
      [4, 5, 6].map(_id => ({ _id, found: ['book3'] })),
    ],
    [
      'below a path',
      { localField: 'book', foreignField: 'title', as: 'found.here' },
      [
        { _id: 4, found: { here: ['book1'] } },
        { _id: 5, found: { here: ['book3'] } },
        { _id: 6, found: { here: ['book5', 'book6'] } },
      ],
    ],
  ]

  test.each(rows)('%s', async (_, lookup, expected) => {
    const { current } = database
    await current.fill(...ORDERS)
    await current.service.insert('books', ...BOOKS)
    const path = `$${lookup.as}._id`
    const shape = lookup.as === 'found' ? { found: path } : { found: { here: path } }
    expect(await current.aggregate({ $lookup: { from: 'books', ...lookup } }, { $project: shape })).toEqual(
      expected,
    )
  })

  test('a pipeline inside of a pipeline sees the variables of both', async () => {
    const { current } = database
    await current.fill({ _id: 1, a: 1 })
    await current.service.insert('books', { _id: 'b', n: 1 })
    const inner = {
      $lookup: {
        from: 'books',
        let: { n: '$n' },
        pipeline: [{ $project: { same: { $eq: ['$$a', '$$n'] } } }],
        as: 'inner',
      },
    }
    const [doc] = await current.aggregate({
      $lookup: { from: 'books', let: { a: '$a' }, pipeline: [inner], as: 'outer' },
    })
    expect(doc).toEqual({ _id: 1, a: 1, outer: [{ _id: 'b', n: 1, inner: [{ _id: 'b', same: true }] }] })
  })

  test('a collection that does not exist is empty', async () => {
    await database.current.fill({ _id: 1 })
    expect(
      await database.current.aggregate({
        $lookup: { from: 'none', localField: 'a', foreignField: 'b', as: 'x' },
      }),
    ).toEqual([{ _id: 1, x: [] }])
  })

  test('documents come merged with what was found, as in the documentation', async () => {
    const { current } = database
    await current.fill(ORDERS[0] as Doc)
    await current.service.insert('books', ...BOOKS)
    expect(
      await current.aggregate(
        { $lookup: { from: 'books', localField: 'book', foreignField: 'title', as: 'bookList' } },
        { $replaceRoot: { newRoot: { $mergeObjects: [{ $arrayElemAt: ['$bookList', 0] }, '$$ROOT'] } } },
        { $project: { bookList: 0, tags: 0 } },
      ),
    ).toEqual([{ _id: 4, author: 'author 1', stock: 10, title: 'novel 1', book: 'novel 1', quantity: 2 }])
  })
})

test.each<[string, Doc[], RegExp]>([
  ['an unknown stage', [{ $nope: {} }], /Unrecognized pipeline stage name: '\$nope'/],
  ['$limit 0', [{ $limit: 0 }], /limit must be a positive/],
  ['$skip -1', [{ $skip: -1 }], /\$skip must be a whole number/],
  ['$sample 0', [{ $sample: { size: 0 } }], /\$sample must be a positive/],
  ['$count of a path', [{ $count: '$n' }], /count field must be/],
  ['$group without _id', [{ $group: { n: { $sum: 1 } } }], /must include an _id/],
  [
    '$group without an accumulator',
    [{ $group: { _id: null, n: '$n' } }],
    /'n' must be an accumulator object/,
  ],
  [
    '$group with an unknown accumulator',
    [{ $group: { _id: null, n: { $nope: 1 } } }],
    /unknown group operator '\$nope'/,
  ],
  [
    '$group with two accumulators',
    [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }],
    /must specify one accumulator/,
  ],
  ['$project of nothing', [{ $project: {} }], /at least one field/],
  [
    '$project that keeps and leaves out',
    [{ $project: { a: 1, b: 0 } }],
    /cannot mix inclusion and exclusion/,
  ],
  ['$project with colliding paths', [{ $project: { a: 1, 'a.b': 1 } }], /Path collision at a\.b/],
  ['$replaceRoot by a value', [{ $replaceRoot: { newRoot: '$n' } }], /must evaluate to an object/],
  ['$unwind without $', [{ $unwind: 'size' }], /should be prefixed with a '\$'/],
  [
    '$bucket without a place for a value',
    [{ $bucket: { groupBy: '$n', boundaries: [5, 6] } }],
    /no default was specified/,
  ],
  ['$bucket in disorder', [{ $bucket: { groupBy: '$n', boundaries: [2, 1] } }], /sorted in ascending order/],
  [
    '$bucket with a default in range',
    [{ $bucket: { groupBy: '$n', boundaries: [1, 9], default: 5 } }],
    /'default' field must be/,
  ],
  ['$bucketAuto of no buckets', [{ $bucketAuto: { groupBy: '$n', buckets: 0 } }], /must be greater than 0/],
  [
    '$bucketAuto with an unknown granularity',
    [{ $bucketAuto: { groupBy: '$n', buckets: 1, granularity: 'R6' } }],
    /Unknown rounding granularity 'R6'/,
  ],
  [
    '$bucketAuto with a granularity and a text',
    [{ $bucketAuto: { groupBy: '$s', buckets: 1, granularity: 'R5' } }],
    /non-negative numbers only/,
  ],
  ['$sort by nothing', [{ $sort: {} }], /at least one sort key/],
  ['$sortByCount by a constant', [{ $sortByCount: 'x' }], /sortByCount field must be/],
  [
    '$lookup without a target',
    [{ $lookup: { from: 'x', localField: 'a', foreignField: 'b' } }],
    /argument 'as' must be a string/,
  ],
  [
    '$lookup with both forms',
    [{ $lookup: { from: 'x', localField: 'a', foreignField: 'b', as: 'c', pipeline: [] } }],
    /may not specify 'localField'/,
  ],
  [
    '$lookup with a broken pipeline',
    [{ $lookup: { from: 'x', pipeline: [{}], as: 'c' } }],
    /must contain exactly one field/,
  ],
  [
    '$lookup with an unknown option',
    [{ $lookup: { from: 'x', as: 'c', pipeline: [], on: 1 } }],
    /unknown argument to \$lookup: on/,
  ],
  ['$geoNear in the middle', [{ $skip: 1 }, { $geoNear: {} }], /only valid as the first stage/],
  [
    '$match with $near',
    [{ $match: { p: { $near: { $geometry: { type: 'Point', coordinates: [0, 0] } } } } }],
    /not allowed in this context/,
  ],
  ['more than 1000 stages', Array.from({ length: 1001 }, () => ({ $skip: 1 })), /no longer than 1000 stages/],
])('a pipeline is refused for %s', async (_, stages, message) => {
  await database.current.fill({ n: 1, s: 'text' })
  await expect(database.current.aggregate(...stages)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})

describe('the number of results', () => {
  const many = Array.from({ length: 25 }, (_, n) => ({ _id: n }))

  test('is 20 without a limit, as it is reported from the platform', async () => {
    await database.current.fill(...many)
    expect(await database.current.aggregate({ $sort: { _id: 1 } })).toHaveLength(20)
  })

  test('is what a limit allows', async () => {
    await database.current.fill(...many)
    expect(await database.current.aggregate({ $limit: 1000 })).toHaveLength(25)
  })
})
