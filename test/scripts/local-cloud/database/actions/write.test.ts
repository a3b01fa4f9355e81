import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()

describe('addCollection', () => {
  test('makes a collection with a name of any script', async () => {
    expect(await database.current.send('addCollection', { collectionName: '待办 事项.1' })).toEqual({})
    expect(database.current.service.collections()).toEqual(['待办 事项.1'])
  })

  test('refuses a name that is taken', async () => {
    await database.current.fill()
    await expect(database.current.send('addCollection', { collectionName: 'items' })).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_ALREADY_EXIST',
    })
  })

  test.each([undefined, '', 7, 'a$b', 'a\0b', '长'.repeat(86)])(
    'refuses the name %j',
    async collectionName => {
      await expect(database.current.send('addCollection', { collectionName })).rejects.toMatchObject({
        code: 'INVALID_PARAM',
      })
    },
  )
})

test.each<[string, Doc]>([
  ['getDocument', {}],
  ['calculateDocument', {}],
  ['aggregateDocuments', { stages: [] }],
  ['insertDocument', { data: ['{}'] }],
  ['modifyDocument', { data: '{"$set":{"a":1}}', merge: true }],
  ['modifyDocument', { queryType: 'DOC', query: '{"_id":"a"}', data: '{"a":1}', merge: false, upsert: true }],
  ['modifyAndReturnDoc', { data: '{"$set":{"a":1}}' }],
  ['removeDocument', {}],
])('%s says that a collection is missing, in the words of the server', async (action, request) => {
  await expect(database.current.data(action, { collectionName: 'nope', ...request })).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
    message:
      '[ResourceNotFound] Db or Table not exist: nope. Please check your request, but if the problem cannot be solved, contact us.',
  })
})

describe('insertDocument', () => {
  test('adds documents, giving an _id to those without', async () => {
    await database.current.fill()
    const data = [wire({ n: 1 }), wire({ _id: 'own', n: 2 }), wire({ _id: 7 })]
    expect(await database.current.data('insertDocument', { data })).toEqual({
      insertedIds: ['id-1', 'own', 7],
    })
    expect(database.current.service.all('items')).toEqual([
      { _id: 'id-1', n: 1 },
      { _id: 'own', n: 2 },
      { _id: 7 },
    ])
  })

  test('refuses an _id that is taken, in the words of the server', async () => {
    await database.current.fill({ _id: 'a1', n: 1 })
    await expect(
      database.current.data('insertDocument', { data: [wire({ _id: 'a1', n: 2 })] }),
    ).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message:
        '[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: items index: _id_ dup key: { : "a1" }}]}, {<nil>}]. Please check your request, but if the problem persists, contact us.',
    })
    expect(database.current.service.all('items')).toEqual([{ _id: 'a1', n: 1 }])
  })

  test('keeps the documents before the one that is refused', async () => {
    await database.current.fill()
    const data = ['a', 'b', 'a', 'c'].map(_id => wire({ _id }))
    await expect(database.current.data('insertDocument', { data })).rejects.toThrow('E11000')
    expect(database.current.service.all('items')).toEqual([{ _id: 'a' }, { _id: 'b' }])
  })

  test('takes numbers of equal value for the same _id', async () => {
    await database.current.fill({ _id: 1 })
    await expect(
      database.current.data('insertDocument', { data: ['{"_id":{"$numberDouble":"1.0"}}'] }),
    ).rejects.toThrow('E11000')
  })

  test('lets only one of many at once have an _id', async () => {
    await database.current.fill()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        database.current.data('insertDocument', { data: [wire({ _id: 'one', n })] }),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(database.current.service.all('items')).toEqual([{ _id: 'one', n: 0 }])
  })

  test.each<[string, string, RegExp]>([
    ['an array as _id', '{"_id":[1]}', /'_id' value cannot be of type array/],
    [
      'a regular expression as _id',
      '{"_id":{"$regularExpression":{"pattern":"a","options":""}}}',
      /'_id' value cannot be of type regex/,
    ],
    ['a field that begins with $', '{"a":{"$set":{"b":1}}}', /field '\$set' is not valid for storage/],
    ['more than 16 MB', JSON.stringify({ text: 'x'.repeat(17 * 1024 * 1024) }), /object to insert too large/],
  ])('refuses %s', async (_, data, message) => {
    await database.current.fill()
    await expect(database.current.data('insertDocument', { data: [data] })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(message),
    })
    expect(database.current.service.all('items')).toEqual([])
  })

  test.each([undefined, '{}', [], [{ n: 1 }], ['{']])('refuses the data %p as INVALID_PARAM', async data => {
    await database.current.fill()
    await expect(database.current.data('insertDocument', { data })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
  })

  test('takes a document of nearly 16 MB', async () => {
    await database.current.fill({ _id: 'big', text: 'x'.repeat(16 * 1024 * 1024 - 100) })
    expect(database.current.service.read('items', 'big')?.text).toHaveLength(16 * 1024 * 1024 - 100)
  })
})

describe('modifyDocument', () => {
  test('counts the documents that have really changed', async () => {
    const { current } = database
    await current.fill({ _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3, n: 1 })
    expect(await current.update({}, { $set: { n: 1 } })).toEqual({ updated: 1, upsert_id: null })
    expect(await current.update({ n: 9 }, { $set: { n: 1 } })).toEqual({ updated: 0, upsert_id: null })
  })

  test('changes one document without multi', async () => {
    const { current } = database
    await current.fill({ _id: 1, n: 1 }, { _id: 2, n: 1 })
    expect(await current.update({ n: 1 }, { $inc: { n: 1 } }, { multi: false })).toMatchObject({ updated: 1 })
    expect(current.service.all('items')).toEqual([
      { _id: 1, n: 2 },
      { _id: 2, n: 1 },
    ])
  })

  test('changes all documents or none', async () => {
    const { current } = database
    await current.fill({ _id: 1, n: 1 }, { _id: 2, n: 'text' })
    await expect(current.update({}, { $inc: { n: 1 } })).rejects.toThrow('Cannot apply $inc')
    expect(current.service.all('items')).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 'text' },
    ])
  })

  test('does not change a document twice that moves within the result', async () => {
    const { current } = database
    await current.fill(...Array.from({ length: 50 }, (_, n) => ({ _id: n, n: 0 })))
    await current.update({ n: { $gte: 0 } }, { $inc: { n: 1 } })
    expect(new Set(current.service.all('items').map(({ n }) => n))).toEqual(new Set([1]))
  })

  const replaceRequest = (_id: unknown, data: Doc, request: Doc = {}) =>
    database.current.data('modifyDocument', {
      queryType: 'DOC',
      query: wire({ _id }),
      data: wire(data),
      multi: false,
      merge: false,
      upsert: true,
      ...request,
    })

  test('replaces a whole document without merge', async () => {
    await database.current.fill({ _id: 's1', a: 1, b: 2 })
    expect(await replaceRequest('s1', { c: 3 })).toEqual({ updated: 1, upsert_id: null })
    expect(database.current.service.all('items')).toEqual([{ _id: 's1', c: 3 }])
    expect(await replaceRequest('s1', { c: 3 })).toEqual({ updated: 0, upsert_id: null })
  })

  test('makes the document with upsert, and says its _id', async () => {
    await database.current.fill()
    expect(await replaceRequest('s1', { v: 1 })).toEqual({ updated: 0, upsert_id: 's1' })
    expect(await replaceRequest(8, { v: 1 })).toEqual({ updated: 0, upsert_id: 8 })
    expect(await replaceRequest('s2', { v: 1 }, { upsert: false })).toEqual({ updated: 0, upsert_id: null })
    expect(database.current.service.all('items')).toEqual([
      { _id: 's1', v: 1 },
      { _id: 8, v: 1 },
    ])
  })

  test('makes a document of what the query demands and the update says', async () => {
    const { current } = database
    await current.fill()
    const operators = { $inc: { n: 1 }, $setOnInsert: { isNew: true } }
    expect(
      await current.update({ kind: 'x', 'o.p': { $eq: 2 }, n: { $gt: 5 } }, operators, { upsert: true }),
    ).toEqual({ updated: 0, upsert_id: 'id-1' })
    expect(current.service.all('items')).toEqual([{ _id: 'id-1', kind: 'x', o: { p: 2 }, n: 1, isNew: true }])
  })

  test('makes no second document of an _id that is taken', async () => {
    const { current } = database
    await current.fill({ _id: 'a', n: 1 })
    await expect(current.update({ _id: 'a', n: 2 }, { $set: { v: 1 } }, { upsert: true })).rejects.toThrow(
      'E11000',
    )
    expect(current.service.all('items')).toEqual([{ _id: 'a', n: 1 }])
  })

  test.each([
    ['another _id', { _id: 'other', v: 1 }, /immutable field '_id'/],
    ['operators in a whole document', { $set: { v: 1 } }, /field '\$set' is not valid for storage/],
  ])('refuses %s', async (_, data, message) => {
    await database.current.fill({ _id: 's1' })
    await expect(replaceRequest('s1', data)).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(message),
    })
  })

  test('makes concurrent changes of one document one after the other', async () => {
    const { current } = database
    await current.fill({ _id: 'counter', n: 0 })
    await Promise.all(
      Array.from({ length: 100 }, () => current.update({ _id: 'counter' }, { $inc: { n: 1 } })),
    )
    expect(current.service.read('items', 'counter')).toEqual({ _id: 'counter', n: 100 })
  })
})

describe('modifyAndReturnDoc', () => {
  test('changes one document and gives its new state', async () => {
    await database.current.fill({ _id: 1, n: 1 }, { _id: 2, n: 1 })
    const request = { query: wire({ n: 1 }), queryType: 'WHERE', data: wire({ $inc: { n: 1 } }) }
    expect(await database.current.data('modifyAndReturnDoc', request)).toEqual({
      updated: 1,
      doc: '{"_id":{"$numberInt":"1"},"n":{"$numberInt":"2"}}',
    })
  })

  test('gives no document where none matches', async () => {
    await database.current.fill()
    expect(
      await database.current.data('modifyAndReturnDoc', {
        query: wire({ n: 1 }),
        data: wire({ $inc: { n: 1 } }),
      }),
    ).toEqual({ updated: 0 })
  })
})

describe('removeDocument', () => {
  test('removes what matches', async () => {
    await database.current.fill({ _id: 1, n: 1 }, { _id: 2, n: 2 }, { _id: 3, n: 3 })
    expect(
      await database.current.data('removeDocument', { query: wire({ n: { $gt: 1 } }), multi: true }),
    ).toEqual({ deleted: 2 })
    expect(database.current.service.all('items')).toEqual([{ _id: 1, n: 1 }])
  })

  test('removes one without multi, all without a query', async () => {
    await database.current.fill({ _id: 1 }, { _id: 2 }, { _id: 3 })
    expect(await database.current.data('removeDocument', { query: '', multi: false })).toEqual({ deleted: 1 })
    expect(
      await database.current.data('removeDocument', {
        queryType: 'DOC',
        query: wire({ _id: 3 }),
        multi: true,
      }),
    ).toEqual({ deleted: 1 })
    expect(await database.current.data('removeDocument', { multi: true })).toEqual({ deleted: 1 })
    expect(await database.current.data('removeDocument', { multi: true })).toEqual({ deleted: 0 })
  })

  test('frees the _id', async () => {
    await database.current.fill({ _id: 'a', n: 1 })
    await database.current.data('removeDocument', { query: wire({ _id: 'a' }) })
    await database.current.fill({ _id: 'a', n: 2 })
    expect(database.current.service.all('items')).toEqual([{ _id: 'a', n: 2 }])
  })
})
