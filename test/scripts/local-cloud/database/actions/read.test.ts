import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()
const CLIENT_LIMITS = { maxLimit: 20, defaultLimit: 20 }

describe('getDocument', () => {
  test('answers a DOC request with the document of that _id', async () => {
    await database.current.fill({ _id: 'a1', n: 1 }, { _id: 'a2' })
    expect(
      await database.current.data('getDocument', {
        queryType: 'DOC',
        query: wire({ _id: 'a1' }),
        multi: false,
      }),
    ).toEqual({
      list: ['{"_id":"a1","n":{"$numberInt":"1"}}'],
      offset: 0,
      limit: 1,
    })
  })

  test('answers a DOC request for an unknown _id with an empty list', async () => {
    await database.current.fill({ _id: 'a1' })
    expect(
      await database.current.data('getDocument', { queryType: 'DOC', query: wire({ _id: 'zz' }) }),
    ).toEqual({ list: [], offset: 0, limit: 1 })
  })

  test.each([
    ['no query', {}],
    ['an empty text', { query: '' }],
    ['an empty query', { query: '{}' }],
  ])('answers %s with all documents', async (_, request) => {
    await database.current.fill({ _id: 1 }, { _id: 2 })
    expect(await database.current.data('getDocument', request)).toMatchObject({
      offset: 0,
      limit: 100,
      list: { length: 2 },
    })
  })

  test('skips and limits after sorting', async () => {
    await database.current.fill(...[5, 3, 1, 4, 2].map(n => ({ _id: n })))
    expect(await database.current.idsOf({}, { order: wire({ _id: 1 }), offset: 1, limit: 2 })).toEqual([2, 3])
  })

  test.each([
    ['function without a limit', {}, undefined, 100],
    ['function with a limit', { limit: 500 }, undefined, 500],
    ['function with too large a limit', { limit: 5000 }, undefined, 1000],
    ['mini program without a limit', {}, CLIENT_LIMITS, 20],
    ['mini program with too large a limit', { limit: 100 }, CLIENT_LIMITS, 20],
    ['mini program with a limit', { limit: 7 }, CLIENT_LIMITS, 7],
  ])('gives a %s that many documents', async (_, request, limits, expected) => {
    await database.current.fill(...Array.from({ length: 1100 }, (_, n) => ({ _id: n })))
    const { data } = await database.current.send(
      'getDocument',
      { collectionName: 'items', ...request },
      limits,
    )
    expect(data).toMatchObject({ limit: expected, list: { length: expected } })
  })

  test('finds by _id without reading other documents, in the order of _id', async () => {
    const { current } = database
    await current.fill(...[3, 1, 2].map(n => ({ _id: n, n })))
    expect(await current.idsOf({ _id: { $in: [2, 3, 2, 9] } })).toEqual([2, 3])
    expect(await current.idsOf({ _id: { $eq: 1 } })).toEqual([1])
    expect(await current.idsOf({ $and: [{ n: { $gt: 1 } }, { _id: { $in: [1, 2] } }] })).toEqual([2])
    expect(await current.idsOf({ _id: { $gt: 1 } })).toEqual([3, 2])
    expect(await current.idsOf({ $or: [{ _id: 3 }, { _id: 1 }] })).toEqual([3, 1])
  })

  test('finds an _id of any type and length', async () => {
    const { current } = database
    const ids = ['', '你好/..\\b', 'x'.repeat(5000), 7, 1.5, true, null, { a: 1 }, new Date(5)]
    await current.fill(...ids.map(_id => ({ _id })))
    for (const _id of ids) expect(await current.idsOf({ _id: { $eq: _id } })).toEqual([_id])
    expect(current.service.all('items')).toHaveLength(ids.length)
  })

  test.each([
    ['a DOC request without _id', { queryType: 'DOC', query: '{}' }],
    ['an unknown queryType', { queryType: 'ALL' }],
    ['a query that is no text', { query: { n: 1 } }],
    ['a negative limit', { limit: -1 }],
    ['a limit that is no number', { limit: '5' }],
    ['a broken offset', { offset: 0.5 }],
    ['a broken order', { order: '[' }],
    ['a broken projection', { projection: '7' }],
    ['a broken transaction id', { transactionId: 7 }],
  ])('refuses %s as INVALID_PARAM', async (_, request) => {
    await database.current.fill()
    await expect(database.current.data('getDocument', request)).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

test('calculateDocument counts what a query matches', async () => {
  await database.current.fill(...Array.from({ length: 1500 }, (_, n) => ({ _id: n, n })))
  expect(await database.current.data('calculateDocument', { query: wire({ n: { $gte: 200 } }) })).toEqual({
    total: 1300,
  })
  expect(await database.current.data('calculateDocument', {})).toEqual({ total: 1500 })
})

test('an unknown action is refused', async () => {
  await expect(database.current.send('dropCollection', {})).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: 'Unknown action database.dropCollection',
  })
})
