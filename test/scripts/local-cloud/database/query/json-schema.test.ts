import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase } from '../support/test-database'

const database = useDatabase()

/** Schema of the field `v`, values that meet it, values that do not. A missing field meets every schema. */
const rows: [string, Doc, unknown[], unknown[]][] = [
  ['bsonType', { bsonType: 'int' }, [1], [1.5, '1', null]],
  ['bsonType with several', { bsonType: ['string', 'null'] }, ['a', null], [1]],
  ['type', { type: 'boolean' }, [true], [1]],
  ['enum', { enum: ['a', 1, null] }, ['a', 1, null], ['b', 2]],
  ['minimum', { minimum: 2 }, [2, 3, 'text'], [1]],
  ['exclusiveMinimum', { minimum: 2, exclusiveMinimum: true }, [3], [2]],
  ['maximum', { maximum: 2 }, [2], [3]],
  ['exclusiveMaximum', { maximum: 2, exclusiveMaximum: true }, [1], [2]],
  ['multipleOf', { multipleOf: 3 }, [0, 9], [4]],
  ['minLength counts characters', { minLength: 2 }, ['你好', '😀😀', 5], ['好', '😀']],
  ['maxLength', { maxLength: 2 }, ['ab'], ['abc']],
  ['pattern', { pattern: '^a' }, ['abc', 5], ['bc']],
  ['minItems', { minItems: 1 }, [[1], 'x'], [[]]],
  ['maxItems', { maxItems: 1 }, [[1]], [[1, 2]]],
  ['uniqueItems', { uniqueItems: true }, [[1, 2]], [[1, 1]]],
  ['items', { items: { bsonType: 'int' } }, [[1, 2], []], [[1, 'a']]],
  [
    'items one by one',
    { items: [{ bsonType: 'int' }, { bsonType: 'string' }] },
    [[1, 'a', null], [1]],
    [['a', 1]],
  ],
  ['additionalItems', { items: [{ bsonType: 'int' }], additionalItems: false }, [[1]], [[1, 2]]],
  ['required', { required: ['a', 'b'] }, [{ a: 1, b: null }, 5], [{ a: 1 }]],
  ['properties', { properties: { a: { bsonType: 'int' } } }, [{ a: 1 }, { b: 'x' }], [{ a: 'x' }]],
  [
    'patternProperties',
    { patternProperties: { '^n': { bsonType: 'int' } } },
    [{ n1: 1, s: 'x' }],
    [{ n1: 'x' }],
  ],
  [
    'additionalProperties',
    { properties: { a: {} }, patternProperties: { '^n': {} }, additionalProperties: false },
    [{ a: 1, n: 1 }],
    [{ a: 1, b: 1 }],
  ],
  [
    'additionalProperties with a schema',
    { additionalProperties: { bsonType: 'int' } },
    [{ a: 1 }],
    [{ a: 'x' }],
  ],
  ['minProperties', { minProperties: 1 }, [{ a: 1 }], [{}]],
  ['maxProperties', { maxProperties: 1 }, [{ a: 1 }], [{ a: 1, b: 1 }]],
  ['dependencies', { dependencies: { a: ['b'] } }, [{ a: 1, b: 1 }, { c: 1 }], [{ a: 1 }]],
  ['dependencies with a schema', { dependencies: { a: { required: ['c'] } } }, [{ a: 1, c: 1 }], [{ a: 1 }]],
  ['allOf', { allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1, 2], [3]],
  ['anyOf', { anyOf: [{ enum: [1] }, { enum: ['a'] }] }, [1, 'a'], [2]],
  ['oneOf', { oneOf: [{ minimum: 2 }, { multipleOf: 2 }] }, [3, 0], [4, 1]],
  ['not', { not: { bsonType: 'int' } }, ['a'], [1]],
  ['title and description', { title: 't', description: 'd' }, [1, 'a'], []],
]

test.each(rows)('$jsonSchema with %s', async (_, schema, good, bad) => {
  const { current } = database
  await current.fill(
    { _id: 'missing' },
    ...good.map((v, i) => ({ _id: `good ${i}`, v })),
    ...bad.map((v, i) => ({ _id: `bad ${i}`, v })),
  )
  const found = await current.idsOf({ $jsonSchema: { properties: { v: schema } } })
  expect(found).toEqual(['missing', ...good.map((_, i) => `good ${i}`)])
})

test.each<[unknown, RegExp]>([
  [5, /must be an object/],
  [{ needed: ['a'] }, /Unknown \$jsonSchema keyword: needed/],
  [{ properties: { v: { bsonType: 'integer' } } }, /Unknown type name alias: integer/],
  [{ properties: 5 }, /'properties' must be an object/],
  [{ required: 'a' }, /'required' must be an array/],
  [{ minimum: 'a' }, /'minimum' must be a number/],
  [{ dependencies: [] }, /'dependencies' must be an object/],
  [{ pattern: '(' }, /Regular expression is invalid/],
])('$jsonSchema: %j is refused', async (schema, message) => {
  await database.current.fill()
  await expect(database.current.find({ $jsonSchema: schema })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})
