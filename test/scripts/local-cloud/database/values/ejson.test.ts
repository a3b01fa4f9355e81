import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()

async function roundTrip(value: string): Promise<string> {
  const { current } = database
  await current.fill()
  const { insertedIds } = await current.data<{ insertedIds: string[] }>('insertDocument', {
    data: [`{"value":${value}}`],
  })
  // read from disk, by a service that has not seen the document being written
  await current.service.close()
  current.open()
  const { list } = await current.data<{ list: string[] }>('getDocument', {
    queryType: 'DOC',
    query: wire({ _id: insertedIds[0] }),
  })
  return /"value":(.*)}$/.exec(list[0] as string)?.[1] as string
}

test.each([
  '{"$numberInt":"1"}',
  '{"$numberInt":"-2147483648"}',
  '{"$numberLong":"5"}',
  '{"$numberLong":"2147483648"}',
  '{"$numberLong":"1772600767008"}',
  '{"$numberLong":"9007199254740993"}',
  '{"$numberLong":"-9223372036854775808"}',
  '{"$numberDouble":"1.5"}',
  '{"$numberDouble":"1.0"}',
  '{"$numberDouble":"-0.0"}',
  '{"$numberDouble":"NaN"}',
  '{"$numberDouble":"-Infinity"}',
  '{"$numberDouble":"1e+300"}',
  '{"$numberDecimal":"0.10"}',
  '{"$date":{"$numberLong":"1557826731686"}}',
  '{"$date":{"$numberLong":"-1"}}',
  '{"$oid":"5f9f1b9b9b9b9b9b9b9b9b9b"}',
  '{"$binary":{"base64":"AAEC/w==","subType":"00"}}',
  '{"$regularExpression":{"pattern":"^a.b$","options":"i"}}',
  '{"$timestamp":{"t":42,"i":1}}',
  '{"$minKey":1}',
  '{"$maxKey":1}',
  'true',
  'null',
  '"中文 😀 \\" \\u0000"',
  '{"type":"Point","coordinates":[{"$numberDouble":"113.3"},{"$numberInt":"23"}]}',
  '[[],{},{"b":{"$numberInt":"1"},"a":[null]}]',
])('%s comes back as it was sent', async value => {
  expect(await roundTrip(value)).toBe(value)
})

test.each([
  ['a plain number', '7', '{"$numberInt":"7"}'],
  ['a date as text', '{"$date":"2026-03-04T05:06:07.008Z"}', '{"$date":{"$numberLong":"1772600767008"}}'],
  ['undefined', '{"$undefined":true}', 'null'],
  [
    'a UUID',
    '{"$uuid":"6b86b273-ff34-4ce1-9d6b-804eff5a3f57"}',
    '{"$binary":{"base64":"a4ayc/80TOGda4BO/1o/Vw==","subType":"04"}}',
  ],
  [
    "a regular expression's flag g",
    '{"$regularExpression":{"pattern":"a","options":"gi"}}',
    '{"$regularExpression":{"pattern":"a","options":"i"}}',
  ],
])('%s is stored in its canonical form', async (_, value, canonical) => {
  expect(await roundTrip(value)).toBe(canonical)
})

test('serverDate becomes the time of the server, wherever it stands', async () => {
  const { current } = database
  await current.fill()
  const at = (offset: number) => ({ $tcb_server_date: { offset } })
  await current.data('insertDocument', {
    data: [wire({ _id: 'a', at: at(0), list: [at(1000)], deep: { at: at(-1000) } })],
  })
  await current.update({ _id: 'a' }, { $set: { set: at(5) }, $push: { pushed: { $each: [at(6)] } } })
  expect(current.service.read('items', 'a')).toEqual({
    _id: 'a',
    at: new Date(current.now),
    list: [new Date(current.now + 1000)],
    deep: { at: new Date(current.now - 1000) },
    set: new Date(current.now + 5),
    pushed: [new Date(current.now + 6)],
  })
  expect(await current.idsOf({ at: { $lte: at(0) } })).toEqual(['a'])
  expect(await current.idsOf({ at: { $lt: at(0) } })).toEqual([])
})

const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`

test.each([
  ['no JSON', '{', /not JSON/],
  ['no object', '[]', /not an object/],
  ['a broken number', '{"n":{"$numberInt":"one"}}', /no valid value/],
  ['a broken 64-bit integer', '{"n":{"$numberLong":"1.5"}}', /no valid value/],
  ['a number that is no text', '{"n":{"$numberDouble":1}}', /no valid value/],
  ['a broken ObjectId', '{"_id":{"$oid":"zz"}}', /no valid value/],
  ['a broken date', '{"d":{"$date":"yesterday"}}', /no valid value/],
  ['a broken binary', '{"b":{"$binary":5}}', /no valid value/],
  ['a server date that is none', '{"b":{"$tcb_server_date":{"offset":"x"}}}', /no valid value/],
  ['a field that would change prototypes', '{"__proto__":{"x":1}}', /no field may be called "__proto__"/],
  ['a NUL in the name of a field', '{"a\\u0000b":1}', /no field may be called/],
  ['more than 100 levels', deep(102), /more than 100 levels deep/],
  ['a million levels', deep(1_000_000), /more than 100 levels deep/],
])('%s is refused as INVALID_PARAM', async (_, data, message) => {
  await database.current.fill()
  await expect(database.current.data('insertDocument', { data: [data] })).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringMatching(message),
  })
})
