import { Double, Long } from 'bson'
import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()

const START: Doc = {
  n: 5,
  half: 0.5,
  s: 'text',
  nil: null,
  o: { p: 1, q: { r: 2 } },
  tags: ['a', 'b', 'c'],
  nums: [3, 1, 2],
  items: [
    { k: 1, v: 'x' },
    { k: 2, v: 'y' },
  ],
}

/** Operators -> the fields that differ from `START` afterwards; `undefined` for one that is gone. */
const rows: [string, Doc, Doc][] = [
  ['$set', { $set: { s: 'new', added: 1 } }, { s: 'new', added: 1 }],
  ['$set below a path', { $set: { 'o.p': 9, 'o.x.y': 1 } }, { o: { p: 9, q: { r: 2 }, x: { y: 1 } } }],
  ['$set of an object replaces it', { $set: { o: { z: 1 } } }, { o: { z: 1 } }],
  ['$set of an element', { $set: { 'tags.1': 'B' } }, { tags: ['a', 'B', 'c'] }],
  [
    '$set beyond the end fills up with null',
    { $set: { 'tags.5': 'f' } },
    { tags: ['a', 'b', 'c', null, null, 'f'] },
  ],
  [
    '$set in a document of an array',
    { $set: { 'items.1.v': 'Y' } },
    {
      items: [
        { k: 1, v: 'x' },
        { k: 2, v: 'Y' },
      ],
    },
  ],
  [
    '$set in a document beyond the end',
    { $set: { 'items.2.k': 3 } },
    { items: [{ k: 1, v: 'x' }, { k: 2, v: 'y' }, { k: 3 }] },
  ],
  ['$unset', { $unset: { s: '', 'o.q': '' } }, { s: undefined, o: { p: 1 } }],
  ['$unset of an element leaves null', { $unset: { 'tags.0': '' } }, { tags: [null, 'b', 'c'] }],
  ['$unset of nothing', { $unset: { none: '', 's.x': '', 'tags.x': '' } }, {}],
  ['$inc', { $inc: { n: 2, added: -1 } }, { n: 7, added: -1 }],
  ['$inc by a fraction', { $inc: { n: 0.5 } }, { n: 5.5 }],
  ['$inc below a path', { $inc: { 'o.q.r': 1 } }, { o: { p: 1, q: { r: 3 } } }],
  ['$mul', { $mul: { n: 3, added: 4 } }, { n: 15, added: 0 }],
  ['$min', { $min: { n: 3, half: 3, added: 1 } }, { n: 3, added: 1 }],
  ['$max', { $max: { n: 3, half: 3, added: 1 } }, { half: 3, added: 1 }],
  ['$max across types', { $max: { n: 'a', s: 1 } }, { n: 'a' }],
  ['$rename', { $rename: { s: 't' } }, { s: undefined, t: 'text' }],
  ['$rename below a path', { $rename: { 'o.p': 'o.z' } }, { o: { q: { r: 2 }, z: 1 } }],
  ['$rename over a field', { $rename: { s: 'n' } }, { s: undefined, n: 'text' }],
  ['$rename of nothing', { $rename: { none: 't' } }, {}],
  ['$push', { $push: { tags: 'd', added: 1 } }, { tags: ['a', 'b', 'c', 'd'], added: [1] }],
  ['$push of an array', { $push: { tags: ['d'] } }, { tags: ['a', 'b', 'c', ['d']] }],
  ['$push $each', { $push: { tags: { $each: ['d', 'e'] } } }, { tags: ['a', 'b', 'c', 'd', 'e'] }],
  ['$push $position', { $push: { tags: { $each: ['x'], $position: 1 } } }, { tags: ['a', 'x', 'b', 'c'] }],
  [
    '$push $position from the end',
    { $push: { tags: { $each: ['x'], $position: -1 } } },
    { tags: ['a', 'b', 'x', 'c'] },
  ],
  [
    '$push $position far out',
    { $push: { tags: { $each: ['x'], $position: -9 } } },
    { tags: ['x', 'a', 'b', 'c'] },
  ],
  ['$push $sort', { $push: { nums: { $each: [9, 0], $sort: -1 } } }, { nums: [9, 3, 2, 1, 0] }],
  [
    '$push $sort by a field',
    { $push: { items: { $each: [{ k: 0 }], $sort: { k: -1 } } } },
    { items: [{ k: 2, v: 'y' }, { k: 1, v: 'x' }, { k: 0 }] },
  ],
  ['$push $slice', { $push: { nums: { $each: [9], $slice: 2 } } }, { nums: [3, 1] }],
  ['$push $slice from the end', { $push: { nums: { $each: [9], $slice: -2 } } }, { nums: [2, 9] }],
  ['$push $slice 0', { $push: { nums: { $each: [9], $slice: 0 } } }, { nums: [] }],
  [
    '$push all modifiers',
    { $push: { nums: { $each: [9], $position: 0, $sort: 1, $slice: 3 } } },
    { nums: [1, 2, 3] },
  ],
  ['$pop', { $pop: { tags: 1 } }, { tags: ['a', 'b'] }],
  ['$pop the first', { $pop: { tags: -1 } }, { tags: ['b', 'c'] }],
  ['$pop of nothing', { $pop: { none: 1 } }, {}],
  ['$pull', { $pull: { tags: 'b' } }, { tags: ['a', 'c'] }],
  ['$pull by an operator', { $pull: { nums: { $gte: 2 } } }, { nums: [1] }],
  ['$pull by $in', { $pull: { tags: { $in: ['a', 'c'] } } }, { tags: ['b'] }],
  ['$pull documents', { $pull: { items: { k: 1 } } }, { items: [{ k: 2, v: 'y' }] }],
  ['$pull documents by an operator', { $pull: { items: { k: { $gt: 1 } } } }, { items: [{ k: 1, v: 'x' }] }],
  ['$pullAll', { $pullAll: { tags: ['a', 'c', 'z'] } }, { tags: ['b'] }],
  ['$addToSet', { $addToSet: { tags: 'd', added: 1 } }, { tags: ['a', 'b', 'c', 'd'], added: [1] }],
  ['$addToSet of what is there', { $addToSet: { tags: 'b', items: { k: 1, v: 'x' } } }, {}],
  ['$addToSet $each', { $addToSet: { tags: { $each: ['a', 'd', 'd'] } } }, { tags: ['a', 'b', 'c', 'd'] }],
  ['$bit', { $bit: { n: { xor: 4 } } }, { n: 1 }],
  ['$bit on nothing', { $bit: { added: { or: 6 } } }, { added: 6 }],
  ['$setOnInsert leaves what is there', { $setOnInsert: { s: 'x' } }, {}],
  [
    'several operators',
    { $set: { s: 'x' }, $inc: { n: 1 }, $push: { tags: 'd' } },
    { s: 'x', n: 6, tags: ['a', 'b', 'c', 'd'] },
  ],
  ['$[]: every element', { $inc: { 'nums.$[]': 1 } }, { nums: [4, 2, 3] }],
  [
    '$[]: a field of every element',
    { $set: { 'items.$[].v': 'z' } },
    {
      items: [
        { k: 1, v: 'z' },
        { k: 2, v: 'z' },
      ],
    },
  ],
]

test.each(rows)('%s', async (_, operators, changes) => {
  const { current } = database
  await current.fill({ _id: 'a', ...START })
  const expected = Object.fromEntries(
    Object.entries({ _id: 'a', ...START, ...changes }).filter(([, value]) => value !== undefined),
  )
  const { updated } = await current.update({ _id: 'a' }, operators)
  expect(current.service.read('items', 'a')).toEqual(expected)
  expect(updated).toBe(Object.keys(changes).length > 0 ? 1 : 0)
})

test('$currentDate sets the time of the server', async () => {
  const { current } = database
  await current.fill({ _id: 'a' })
  await current.update({ _id: 'a' }, { $currentDate: { at: true } })
  expect(current.service.read('items', 'a')).toEqual({ _id: 'a', at: new Date(current.now) })
})

/** Operators -> MongoDB's reason. */
const refusals: [string, Doc, string | RegExp][] = [
  [
    '$inc of a text',
    { $inc: { s: 1 } },
    'Cannot apply $inc to a value of non-numeric type. {_id: "a"} has the field \'s\' of non-numeric type string',
  ],
  [
    '$inc of an array',
    { $inc: { nums: 1 } },
    /Cannot apply \$inc to a value of non-numeric type.*type array/,
  ],
  ['$inc of null', { $inc: { nil: 1 } }, /of non-numeric type null/],
  ['$inc by a text', { $inc: { n: 'x' } }, 'Cannot increment with non-numeric argument: {n: "x"}'],
  ['$inc beyond 64 bits', { $inc: { big: Long.MAX_VALUE } }, /does not fit into 64 bits/],
  ['$mul by a text', { $mul: { n: 'x' } }, /Cannot multiply with non-numeric argument/],
  ['a field below null', { $set: { 'nil.x': 1 } }, "Cannot create field 'x' in element {nil: null}"],
  ['a field below a text', { $set: { 's.x.y': 1 } }, 'Cannot create field \'x\' in element {s: "text"}'],
  [
    'a name in an array',
    { $set: { 'tags.x': 1 } },
    'Cannot create field \'x\' in element {tags: ["a","b","c"]}',
  ],
  ['an endless array', { $set: { 'tags.2000000': 1 } }, "can't backfill more than 1500000 elements"],
  [
    '$push to a text',
    { $push: { s: 1 } },
    'The field \'s\' must be an array but is of type string in document {_id: "a"}',
  ],
  ['$push to null', { $push: { nil: 1 } }, /must be an array but is of type null/],
  [
    '$push with a wrong $each',
    { $push: { tags: { $each: 1 } } },
    /The argument to \$each in \$push must be an array/,
  ],
  [
    '$push with an unknown modifier',
    { $push: { tags: { $each: [], $first: 1 } } },
    /Unrecognized clause in \$push: \$first/,
  ],
  [
    '$push with a wrong $slice',
    { $push: { tags: { $each: [], $slice: 'x' } } },
    /The value for \$slice must be an integer/,
  ],
  [
    '$addToSet to a text',
    { $addToSet: { s: 1 } },
    /Cannot apply \$addToSet to non-array field. Field named 's' has non-array type string/,
  ],
  ['$pop of a text', { $pop: { s: 1 } }, "Path 's' contains an element of non-array type 'string'"],
  ['$pop by 2', { $pop: { tags: 2 } }, /\$pop expects 1 or -1/],
  ['$pull from a text', { $pull: { s: 1 } }, 'Cannot apply $pull to a non-array value'],
  [
    '$pullAll of a value',
    { $pullAll: { tags: 'a' } },
    /\$pullAll requires an array argument but was given a string/,
  ],
  ['$rename to a number', { $rename: { s: 1 } }, "The 'to' field for $rename must be a string: s"],
  ['$rename into an array', { $rename: { s: 'tags.0' } }, /cannot be an array element/],
  [
    '$bit of a fraction',
    { $bit: { half: { and: 1 } } },
    /Cannot apply \$bit to a value of non-integral type/,
  ],
  [
    'two changes of a field',
    { $set: { n: 1 }, $inc: { n: 1 } },
    "Updating the path 'n' would create a conflict at 'n'",
  ],
  [
    'a change and one below it',
    { $set: { 'o.p': 1 }, $unset: { o: '' } },
    "Updating the path 'o' would create a conflict at 'o'",
  ],
  [
    'a change of _id',
    { $set: { _id: 'b' } },
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  ],
  ['an unknown operator', { $nope: { n: 1 } }, 'Unknown modifier: $nope'],
  ['an operator without fields', { $set: 5 }, /Modifiers operate on fields but we found type int instead/],
  [
    'a field that begins with $',
    { $set: { o: { $x: 1 } } },
    "The dollar ($) prefixed field '$x' is not valid for storage",
  ],
  ['an empty name', { $set: { 'o.': 1 } }, /contains an empty field name/],
  ['__proto__ as a path', { $rename: { s: '__proto__' } }, /contains the name '__proto__'/],
  [
    '$ without a condition on the array',
    { $set: { 'items.$.v': 1 } },
    'The positional operator did not find the match needed from the query',
  ],
  ['$[name]', { $set: { 'items.$[i].v': 1 } }, /does not support/],
  ['$[] on a text', { $set: { 's.$[]': 1 } }, /Cannot apply array updates to non-array element s/],
]

test.each(refusals)(
  'an update is refused for %s, in the frame of the server',
  async (_, operators, reason) => {
    const { current } = database
    await current.fill({ _id: 'a', ...START, big: 1 })
    const before = current.service.read('items', 'a')
    const error = await current.update({ _id: 'a' }, operators).catch(thrown => thrown)
    expect(error.code).toBe('DATABASE_REQUEST_FAILED')
    const inner =
      /^\[FailedOperation\] multiple write errors: \[\{write errors: \[\{(.*)\}\]\}, \{<nil>\}\]\. Please check/.exec(
        error.message,
      )?.[1]
    if (typeof reason === 'string') expect(inner).toBe(reason)
    else expect(inner).toMatch(reason)
    expect(current.service.read('items', 'a')).toEqual(before)
  },
)

test('an update without operators is refused', async () => {
  const { current } = database
  await current.fill({ _id: 'a' })
  await expect(current.update({}, { n: 1 })).rejects.toMatchObject({ code: 'INVALID_PARAM' })
})

describe('$ stands for the element that the query has matched', () => {
  const order = {
    _id: 'o',
    lines: [
      { id: 1, n: 1 },
      { id: 2, n: 5 },
      { id: 3, n: 9 },
    ],
    marks: [4, 6, 8],
  }

  test.each<[string, Doc, Doc, Doc]>([
    [
      'a field of an element',
      { 'lines.id': 2 },
      { $inc: { 'lines.$.n': 1 } },
      {
        lines: [
          { id: 1, n: 1 },
          { id: 2, n: 6 },
          { id: 3, n: 9 },
        ],
      },
    ],
    ['an element', { marks: { $gt: 5 } }, { $set: { 'marks.$': 0 } }, { marks: [4, 0, 8] }],
    [
      '$elemMatch',
      { lines: { $elemMatch: { n: { $gt: 5 } } } },
      { $set: { 'lines.$.done': true } },
      {
        lines: [
          { id: 1, n: 1 },
          { id: 2, n: 5 },
          { id: 3, n: 9, done: true },
        ],
      },
    ],
    [
      'beside other conditions',
      { _id: 'o', $and: [{ 'lines.id': 3 }] },
      { $unset: { 'lines.$.n': '' } },
      { lines: [{ id: 1, n: 1 }, { id: 2, n: 5 }, { id: 3 }] },
    ],
  ])('%s', async (_, query, operators, changes) => {
    const { current } = database
    await current.fill(order)
    await current.update(query, operators)
    expect(current.service.read('items', 'o')).toEqual({ ...order, ...changes })
  })
})

test('$inc keeps the type of a number, and widens it where it must', async () => {
  const { current } = database
  await current.fill({
    _id: 'a',
    int: 2147483647,
    long: Long.fromNumber(1),
    double: new Double(1),
    half: 0.5,
    huge: Long.fromString('9007199254740993'),
  })
  await current.update({ _id: 'a' }, { $inc: { int: 1, long: 1, double: 1, half: 0.5, huge: 1 } })
  const { list } = await current.data<{ list: string[] }>('getDocument', { query: wire({ _id: 'a' }) })
  expect(JSON.parse(list[0] as string)).toEqual({
    _id: 'a',
    int: { $numberLong: '2147483648' },
    long: { $numberLong: '2' },
    double: { $numberDouble: '2.0' },
    half: { $numberDouble: '1.0' },
    huge: { $numberLong: '9007199254740994' },
  })
})
