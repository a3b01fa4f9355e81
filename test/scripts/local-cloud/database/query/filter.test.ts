import { BSONRegExp, Decimal128, Double, Long, MaxKey, ObjectId } from 'bson'
import { useDatabase } from '../support/test-database'

const database = useDatabase()

const docs = {
  one: { n: 1, s: 'ann', tags: ['a', 'b'], o: { p: 1, q: { r: 'deep' } } },
  two: { n: 2, s: 'Bob', tags: ['b'], o: { p: null } },
  float: { n: 2.5, s: null, tags: [] },
  text: { n: '2', tags: 'a' },
  list: {
    n: [1, 5, 9],
    items: [
      { k: 1, v: 'x' },
      { k: 2, v: 'y' },
    ],
  },
  nested: { n: [[1, 2], [3]], items: [[{ k: 1 }]] },
  flags: { n: true, at: new Date(1000) },
  nothing: {},
}

/** Query -> names of the documents above that match. */
const rows: [string, object, string][] = [
  ['a value', { n: 1 }, 'one list'],
  ['a value of another numeric type', { n: new Double(2) }, 'two'],
  ['a 64-bit integer', { n: Long.fromNumber(2) }, 'two'],
  ['a decimal', { n: Decimal128.fromString('2.5') }, 'float'],
  ['a dotted path', { 'o.p': 1 }, 'one'],
  ['a deep path', { 'o.q.r': 'deep' }, 'one'],
  ['a whole document, fields in order', { 'o.q': { r: 'deep' } }, 'one'],
  ['a whole array', { tags: ['a', 'b'] }, 'one'],
  ['an array in another order', { tags: ['b', 'a'] }, ''],
  ['an array inside of an array', { n: [1, 2] }, 'nested'],
  ['an index', { 'n.1': 5 }, 'list'],
  ['an index of an array of arrays', { 'n.0': 2 }, 'nested'],
  ['a field of documents in an array', { 'items.v': 'y' }, 'list'],
  ['a field behind an index', { 'items.1.v': 'y' }, 'list'],
  ['a field of documents in an array in an array', { 'items.k': 1 }, 'list'],
  ['null: a null or missing field', { s: null }, 'float text list nested flags nothing'],
  [
    'null at a path: also below what is no document',
    { 'o.p': null },
    'two float text list nested flags nothing',
  ],
  [
    'null in an array: a document without the field',
    { 'items.w': null },
    'one two float text list flags nothing',
  ],
  ['$eq', { n: { $eq: 2 } }, 'two'],
  ['$ne', { n: { $ne: 1 } }, 'two float text nested flags nothing'],
  ['$ne null', { s: { $ne: null } }, 'one two'],
  ['$gt compares numbers with numbers', { n: { $gt: 1 } }, 'two float list'],
  ['$gte', { n: { $gte: 2.5 } }, 'float list'],
  ['$lt', { n: { $lt: 2 } }, 'one list'],
  ['$lte', { n: { $lte: 1 } }, 'one list'],
  ['$gt on strings', { s: { $gt: 'a' } }, 'one'],
  ['$gt on dates', { at: { $gt: new Date(0) } }, 'flags'],
  ['$gte null: null or missing', { s: { $gte: null } }, 'float text list nested flags nothing'],
  ['$gt on arrays', { n: { $gt: [1, 1] } }, 'list nested'],
  ['$lt MaxKey: everything', { n: { $lt: new MaxKey() } }, 'one two float text list nested flags nothing'],
  ['two bounds may be met by two elements', { n: { $gt: 8, $lt: 2 } }, 'list'],
  ['$in', { n: { $in: [1, 2.5, '2'] } }, 'one float text list'],
  ['$in with null', { tags: { $in: [null, 'a'] } }, 'one text list nested flags nothing'],
  ['$in with a regular expression', { s: { $in: [new BSONRegExp('^B')] } }, 'two'],
  ['$in with an empty list', { n: { $in: [] } }, ''],
  ['$nin', { n: { $nin: [1, 2] } }, 'float text nested flags nothing'],
  ['$exists', { s: { $exists: true } }, 'one two float'],
  ['$exists: false', { tags: { $exists: false } }, 'list nested flags nothing'],
  ['$exists behind an array', { 'items.k': { $exists: true } }, 'list'],
  ['$type by name', { n: { $type: 'string' } }, 'text'],
  ['$type by number', { n: { $type: 16 } }, 'one two list'],
  ['$type number', { n: { $type: 'number' } }, 'one two float list'],
  ['$type array', { n: { $type: 'array' } }, 'list nested'],
  ['$type with several', { n: { $type: ['bool', 'double'] } }, 'float flags'],
  ['$mod', { n: { $mod: [4, 1] } }, 'one list'],
  ['$mod cuts off decimals', { n: { $mod: [2, 0] } }, 'two float'],
  ['$regex', { s: { $regex: '^a' } }, 'one'],
  ['$regex with options', { s: { $regex: '^b', $options: 'i' } }, 'two'],
  ['a regular expression as a value', { s: new BSONRegExp('N{2}', 'i') }, 'one'],
  ['a regular expression on an array', { tags: new BSONRegExp('a') }, 'one text'],
  ['$all', { tags: { $all: ['a', 'b'] } }, 'one'],
  ['$all on a single value', { tags: { $all: ['a'] } }, 'one text'],
  ['$all of nothing', { tags: { $all: [] } }, ''],
  [
    '$all with $elemMatch',
    { items: { $all: [{ $elemMatch: { k: 1 } }, { $elemMatch: { v: 'y' } }] } },
    'list',
  ],
  ['$elemMatch: one element meets all', { n: { $elemMatch: { $gt: 1, $lt: 9 } } }, 'list'],
  ['$elemMatch: no element meets all', { n: { $elemMatch: { $gt: 5, $lt: 9 } } }, ''],
  ['$elemMatch on documents', { items: { $elemMatch: { k: 2, v: 'y' } } }, 'list'],
  [
    '$elemMatch on documents passes over scalars',
    { n: { $elemMatch: { value: { $exists: false } } } },
    'nested',
  ],
  ['$elemMatch on documents with an operator', { items: { $elemMatch: { k: { $gt: 1 } } } }, 'list'],
  ['$elemMatch with $or', { items: { $elemMatch: { $or: [{ k: 7 }, { v: 'x' }] } } }, 'list'],
  ['$elemMatch is for arrays', { tags: { $elemMatch: { $eq: 'a' } } }, 'one'],
  ['$size', { tags: { $size: 2 } }, 'one'],
  ['$size 0', { tags: { $size: 0 } }, 'float'],
  ['$not', { n: { $not: { $gt: 1 } } }, 'one text nested flags nothing'],
  [
    '$not with a regular expression',
    { s: { $not: new BSONRegExp('^a') } },
    'two float text list nested flags nothing',
  ],
  ['$and', { $and: [{ n: { $gt: 1 } }, { s: 'Bob' }] }, 'two'],
  ['$or', { $or: [{ n: 2 }, { n: '2' }] }, 'two text'],
  ['$nor', { $nor: [{ n: { $exists: true } }] }, 'nothing'],
  ['$expr', { $expr: { $gt: ['$n', 2] } }, 'float text list nested flags'],
  ['$expr beside a condition', { n: { $type: 'number' }, $expr: { $eq: ['$o.p', 1] } }, 'one'],
  ['$comment says nothing', { n: 2, $comment: 'why' }, 'two'],
  ['the empty query', {}, 'one two float text list nested flags nothing'],
  ['$jsonSchema: required', { $jsonSchema: { required: ['n', 's'] } }, 'one two float'],
  [
    '$jsonSchema: properties',
    { $jsonSchema: { required: ['n'], properties: { n: { bsonType: 'int', minimum: 2 } } } },
    'two',
  ],
]

test.each(rows)('a query by %s', async (_, query, expected) => {
  const { current } = database
  await current.fill(...Object.entries(docs).map(([_id, fields]) => ({ _id, ...fields })))
  expect((await current.idsOf(query as never)).join(' ')).toBe(expected)
})

test.each<[string, object, RegExp]>([
  ['an unknown operator', { n: { $near2: 1 } }, /unknown operator: \$near2/],
  ['an unknown operator at the top', { $foo: 1 }, /unknown top level operator: \$foo/],
  ['$where', { $where: 'true' }, /does not support \$where/],
  ['$text', { $text: { $search: 'a' } }, /does not support \$text/],
  ['$in without a list', { n: { $in: 1 } }, /\$in needs an array/],
  ['operators inside of $in', { n: { $in: [{ $gt: 1 }] } }, /cannot nest \$ under \$in/],
  ['$all without a list', { n: { $all: 1 } }, /\$all needs an array/],
  ['$and without a list', { $and: {} }, /\$and must be a nonempty array/],
  ['$or of values', { $or: [1] }, /entries need to be full objects/],
  ['$not of a value', { n: { $not: 1 } }, /\$not needs a regex or a document/],
  ['$not of nothing', { n: { $not: {} } }, /\$not cannot be empty/],
  ['$size of a text', { n: { $size: 'a' } }, /\$size must be a whole number/],
  ['$mod with one number', { n: { $mod: [1] } }, /malformed mod/],
  ['$mod by zero', { n: { $mod: [0, 1] } }, /malformed mod/],
  ['$elemMatch of a value', { n: { $elemMatch: 1 } }, /\$elemMatch needs an Object/],
  ['an unknown type', { n: { $type: 'integer' } }, /Unknown type name alias: integer/],
  ['a broken regular expression', { n: { $regex: '(' } }, /Regular expression is invalid/],
  ['$options alone', { n: { $options: 'i' } }, /\$options needs a \$regex/],
  [
    'an unknown keyword of $jsonSchema',
    { $jsonSchema: { needed: [] } },
    /Unknown \$jsonSchema keyword: needed/,
  ],
  ['a field mixed with operators', { n: { $gt: 1, other: 2 } }, /unknown operator: other/],
  ['an empty name in a path', { 'a..b': 1 }, /contains an empty field name/],
  ['an unknown expression', { $expr: { $nope: 1 } }, /Unrecognized expression '\$nope'/],
])('a query is refused for %s', async (_, query, message) => {
  await database.current.fill()
  await expect(database.current.find(query as never)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})

test('a field may bear the name of a property of every JavaScript object', async () => {
  const { current } = database
  await current.fill({ _id: 'a', constructor: 1, toString: 'x' }, { _id: 'b' })
  expect(await current.idsOf({ constructor: { $exists: true } })).toEqual(['a'])
  expect(await current.idsOf({ toString: null })).toEqual(['b'])
})

test('a query by other types compares within the type', async () => {
  const { current } = database
  const id = new ObjectId('5f9f1b9b9b9b9b9b9b9b9b9b')
  await current.fill({ _id: id }, { _id: 'text', ref: id }, { _id: 7 })
  expect(await current.idsOf({ _id: id })).toEqual([id])
  expect(await current.idsOf({ ref: { $gte: id } })).toEqual(['text'])
  expect(await current.idsOf({ _id: { $gt: 1 } })).toEqual([7])
})

test('NaN equals itself and is neither above nor below a number', async () => {
  const { current } = database
  await current.fill({ _id: 'nan', n: Number.NaN }, { _id: 'one', n: 1 })
  expect(await current.idsOf({ n: Number.NaN })).toEqual(['nan'])
  expect(await current.idsOf({ n: { $lt: 5 } })).toEqual(['one'])
  expect(await current.idsOf({ n: { $gte: Number.NaN } })).toEqual(['nan'])
})

test('integers beyond 2^53 are told apart', async () => {
  const { current } = database
  const [even, odd] = [Long.fromString('9007199254740992'), Long.fromString('9007199254740993')]
  await current.fill({ _id: 'even', n: even }, { _id: 'odd', n: odd })
  expect(await current.idsOf({ n: odd })).toEqual(['odd'])
  expect(await current.idsOf({ n: { $in: [even] } })).toEqual(['even'])
  expect(await current.idsOf({ n: { $gt: even } })).toEqual(['odd'])
  expect(await current.aggregate({ $group: { _id: '$n' } }, { $count: 'n' })).toEqual([{ n: 2 }])
})
