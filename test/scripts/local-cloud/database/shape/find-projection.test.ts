import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()

const DOC: Doc = {
  _id: 'a',
  n: 1,
  o: { p: 1, q: 2 },
  tags: ['x', 'y', 'z'],
  items: [
    { k: 1, v: 'a' },
    { k: 2, v: 'b' },
  ],
}

test.each<[string, Doc, Doc]>([
  ['fields', { n: 1, none: 1 }, { _id: 'a', n: 1 }],
  ['fields by true', { n: true }, { _id: 'a', n: 1 }],
  ['all but some fields', { o: 0, tags: 0, items: false }, { _id: 'a', n: 1 }],
  ['no _id', { n: 1, _id: 0 }, { n: 1 }],
  ['only _id', { _id: 1 }, { _id: 'a' }],
  ['nested fields', { 'o.q': 1, 'items.v': 1 }, { _id: 'a', o: { q: 2 }, items: [{ v: 'a' }, { v: 'b' }] }],
  ['$slice keeps the other fields', { tags: { $slice: 2 } }, { ...DOC, tags: ['x', 'y'] }],
  ['$slice from the end', { tags: { $slice: -1 }, n: 1 }, { _id: 'a', n: 1, tags: ['z'] }],
  ['$slice with a skip', { tags: { $slice: [1, 1] }, n: 1 }, { _id: 'a', n: 1, tags: ['y'] }],
  ['$slice with a skip from the end', { tags: { $slice: [-2, 1] }, n: 1 }, { _id: 'a', n: 1, tags: ['y'] }],
  ['$slice of no array', { n: { $slice: 1 }, _id: 0, o: 0, tags: 0, items: 0 }, { n: 1 }],
  ['$elemMatch', { items: { $elemMatch: { k: { $gt: 1 } } } }, { _id: 'a', items: [{ k: 2, v: 'b' }] }],
  ['$elemMatch on values', { tags: { $elemMatch: { $gte: 'y' } } }, { _id: 'a', tags: ['y'] }],
  ['$elemMatch without a match', { items: { $elemMatch: { k: 9 } } }, { _id: 'a' }],
  ['nothing', {}, DOC],
])('field() with %s', async (_, projection, expected) => {
  await database.current.fill(DOC)
  expect(await database.current.find({}, { projection: wire(projection) })).toEqual([expected])
})

test.each<[Doc, RegExp]>([
  [{ a: 1, b: 0 }, /cannot mix inclusion and exclusion/],
  [{ a: { $slice: 'x' } }, /\$slice takes a number/],
  [{ a: { $nope: 1 } }, /Unsupported projection option/],
  [{ a: 'text' }, /Unsupported projection option/],
  [{ a: 1, 'a.b': 1 }, /Path collision/],
])('field(%p) is refused', async (projection, message) => {
  await database.current.fill(DOC)
  await expect(database.current.find({}, { projection: wire(projection) })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})
