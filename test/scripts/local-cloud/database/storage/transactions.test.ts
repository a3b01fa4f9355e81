import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase, wire } from '../support/test-database'

const database = useDatabase()
const CONFLICT = {
  code: 'DATABASE_TRANSACTION_CONFLICT',
  message:
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
}
const GONE = {
  code: 'DATABASE_TRANSACTION_FAIL',
  message:
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
}

/** The calls of one transaction, as the SDK makes them. */
async function begin() {
  const { transactionId } = await database.current.send('startTransaction', {})
  const send = (action: string, request: Doc = {}) =>
    database.current.data(action, { transactionId, ...request })
  const doc = (_id: unknown) => ({ queryType: 'DOC', query: wire({ _id }), multi: false })
  return {
    id: transactionId,
    get: async (_id: unknown) =>
      ((await send('getDocument', doc(_id))).list as string[]).map(text => JSON.parse(text))[0],
    add: (value: Doc) => send('insertDocument', { data: [wire(value)] }),
    update: (_id: unknown, operators: Doc) =>
      send('modifyDocument', { ...doc(_id), data: wire(operators), merge: true, upsert: false }),
    set: (_id: unknown, value: Doc) =>
      send('modifyDocument', { ...doc(_id), data: wire(value), merge: false, upsert: true }),
    remove: (_id: unknown) => send('removeDocument', doc(_id)),
    find: async () => (await send('getDocument')).list as string[],
    commit: () => database.current.send('commitTransaction', { transactionId }),
    abort: () => database.current.send('abortTransaction', { transactionId }),
  }
}

const set = (v: unknown) => ({ $set: { v } })
const stored = (_id: unknown) => database.current.service.read('items', _id)

test('startTransaction gives an id at the top level of the reply', async () => {
  expect(await database.current.send('startTransaction', {})).toEqual({ transactionId: 'id-1' })
})

test('a commit writes all, a rollback nothing', async () => {
  await database.current.fill({ _id: 'a', v: 1 }, { _id: 'b', v: 1 })
  const [kept, dropped] = [await begin(), await begin()]
  expect(await kept.update('a', set(2))).toEqual({ updated: 1, upsert_id: null })
  expect(await kept.add({ _id: 'c' })).toEqual({ insertedIds: ['c'] })
  expect(await dropped.remove('b')).toEqual({ deleted: 1 })
  expect(stored('a')).toEqual({ _id: 'a', v: 1 })
  expect(await kept.commit()).toEqual({})
  expect(await dropped.abort()).toEqual({})
  expect(database.current.service.all('items')).toEqual([
    { _id: 'a', v: 2 },
    { _id: 'b', v: 1 },
    { _id: 'c' },
  ])
})

test('a transaction sees its own writes, and others do not', async () => {
  await database.current.fill({ _id: 'a', v: 1 }, { _id: 'b', v: 1 })
  const transaction = await begin()
  await transaction.update('a', { $inc: { v: 1 } })
  await transaction.update('a', { $inc: { v: 1 } })
  await transaction.remove('b')
  await transaction.set('c', { v: 3 })
  expect(await transaction.get('a')).toEqual({ _id: 'a', v: { $numberInt: '3' } })
  expect(await transaction.get('b')).toBeUndefined()
  expect(await transaction.find()).toEqual([
    '{"_id":"a","v":{"$numberInt":"3"}}',
    '{"_id":"c","v":{"$numberInt":"3"}}',
  ])
  expect(database.current.service.all('items')).toEqual([
    { _id: 'a', v: 1 },
    { _id: 'b', v: 1 },
  ])
})

test('reads see the snapshot of the first operation', async () => {
  await database.current.fill({ _id: 'a', v: 1 }, { _id: 'b', v: 1 })
  const transaction = await begin()
  await transaction.get('a')
  await database.current.update({}, set(2))
  await database.current.fill({ _id: 'c' })
  expect(await transaction.get('b')).toEqual({ _id: 'b', v: { $numberInt: '1' } })
  expect(await transaction.find()).toHaveLength(2)
})

test('a write to what has changed since the snapshot is a conflict', async () => {
  await database.current.fill({ _id: 'a', v: 1 })
  const transaction = await begin()
  await transaction.get('a')
  await database.current.update({ _id: 'a' }, set(2))
  await expect(transaction.update('a', set(3))).rejects.toMatchObject(CONFLICT)
})

test('a write to what another transaction has written is a conflict, which the first does not notice', async () => {
  await database.current.fill({ _id: 'a', v: 1 })
  const [first, second] = [await begin(), await begin()]
  await second.get('a')
  await first.update('a', set('first'))
  await expect(second.update('a', set('second'))).rejects.toMatchObject(CONFLICT)
  await first.commit()
  expect(stored('a')).toEqual({ _id: 'a', v: 'first' })
})

test('of two transactions that add the same _id one meets a conflict', async () => {
  await database.current.fill()
  const [first, second] = [await begin(), await begin()]
  await first.add({ _id: 'a' })
  await expect(second.add({ _id: 'a' })).rejects.toMatchObject(CONFLICT)
})

test('a conflict with a commit since the snapshot is found when the lock is gone, too', async () => {
  await database.current.fill({ _id: 'a', v: 1 })
  const [first, second] = [await begin(), await begin()]
  await second.get('a')
  await first.update('a', set('first'))
  await first.commit()
  await expect(second.update('a', set('second'))).rejects.toMatchObject(CONFLICT)
})

test('after a conflict the transaction can only be rolled back', async () => {
  await database.current.fill({ _id: 'a', v: 1 }, { _id: 'b', v: 1 })
  const [first, second] = [await begin(), await begin()]
  await first.update('a', set(2))
  await second.update('b', set(2))
  await expect(second.update('a', set(3))).rejects.toMatchObject(CONFLICT)
  await expect(second.get('b')).rejects.toMatchObject(GONE)
  await expect(second.commit()).rejects.toMatchObject(GONE)
  expect(await second.abort()).toEqual({})
  expect(stored('b')).toEqual({ _id: 'b', v: 1 })
  // what it had locked is free
  await first.update('b', set(3))
  await first.commit()
})

test('a new transaction succeeds where the former met a conflict', async () => {
  await database.current.fill({ _id: 'a', v: 1 })
  const [first, second] = [await begin(), await begin()]
  await second.get('a')
  await first.update('a', { $inc: { v: 1 } })
  await first.commit()
  await expect(second.update('a', { $inc: { v: 1 } })).rejects.toMatchObject(CONFLICT)
  await second.abort()
  const third = await begin()
  await third.update('a', { $inc: { v: 1 } })
  await third.commit()
  expect(stored('a')).toEqual({ _id: 'a', v: 3 })
})

test('reading what another has read or written is no conflict', async () => {
  await database.current.fill({ _id: 'a', v: 1 }, { _id: 'b', v: 1 })
  const [first, second] = [await begin(), await begin()]
  await first.get('b')
  await second.get('a')
  await first.update('a', set(2))
  await second.update('b', set(2))
  await first.commit()
  await second.commit()
  expect(database.current.service.all('items')).toEqual([
    { _id: 'a', v: 2 },
    { _id: 'b', v: 2 },
  ])
})

test('a duplicate key ends the transaction, as in MongoDB', async () => {
  await database.current.fill({ _id: 'a', v: 1 })
  const transaction = await begin()
  await transaction.add({ _id: 'b' })
  await expect(transaction.add({ _id: 'a' })).rejects.toThrow('E11000')
  await expect(transaction.commit()).rejects.toMatchObject(GONE)
  expect(stored('b')).toBeUndefined()
})

describe('a write outside of any transaction', () => {
  test('waits until the lock on its document is released, then works on what was committed', async () => {
    await database.current.fill({ _id: 'a', v: 1 })
    const transaction = await begin()
    await transaction.update('a', { $inc: { v: 10 } })
    let isDone = false
    const write = database.current.update({ _id: 'a' }, { $inc: { v: 1 } }).then(result => {
      isDone = true
      return result
    })
    await database.current.update({ _id: 'other' }, set(1)) // enough time for a write that does not wait
    expect(isDone).toBe(false)
    await transaction.commit()
    expect(await write).toEqual({ updated: 1, upsert_id: null })
    expect(stored('a')).toEqual({ _id: 'a', v: 12 })
  })

  test('goes on after a rollback', async () => {
    await database.current.fill({ _id: 'a', v: 1 })
    const transaction = await begin()
    await transaction.remove('a')
    const write = database.current.update({ _id: 'a' }, { $inc: { v: 1 } })
    await transaction.abort()
    expect(await write).toMatchObject({ updated: 1 })
    expect(stored('a')).toEqual({ _id: 'a', v: 2 })
  })

  test('finds that an _id is taken by then', async () => {
    await database.current.fill()
    const transaction = await begin()
    await transaction.add({ _id: 'a' })
    const write = database.current.data('insertDocument', { data: [wire({ _id: 'a' })] })
    const outcome = expect(write).rejects.toThrow('E11000')
    await transaction.commit()
    await outcome
  })

  test('does not wait for other documents', async () => {
    await database.current.fill({ _id: 'a', v: 1 }, { _id: 'b', v: 1 })
    const transaction = await begin()
    await transaction.update('a', set(2))
    expect(await database.current.update({ _id: 'b' }, set(2))).toMatchObject({ updated: 1 })
  })

  test('goes on when the time of the transaction is over', async () => {
    await database.current.fill({ _id: 'a', v: 1 })
    const transaction = await begin()
    await transaction.update('a', set('lost'))
    const write = database.current.update({ _id: 'a' }, { $inc: { v: 1 } })
    database.current.now += 30_000
    await database.current.update({ _id: 'other' }, set(1))
    expect(await write).toMatchObject({ updated: 1 })
    expect(stored('a')).toEqual({ _id: 'a', v: 2 })
  })
})

describe('the time limit', () => {
  test('lets a transaction live for less than 30 seconds', async () => {
    await database.current.fill({ _id: 'a', v: 1 })
    const transaction = await begin()
    await transaction.update('a', set(2))
    database.current.now += 29_999
    await transaction.commit()
    expect(stored('a')).toEqual({ _id: 'a', v: 2 })
  })

  test.each(['get', 'update', 'commit', 'abort'] as const)(
    'ends it after 30: %s finds it gone',
    async call => {
      await database.current.fill({ _id: 'a', v: 1 })
      const transaction = await begin()
      await transaction.update('a', set(2))
      database.current.now += 30_000
      await expect(transaction[call]('a', set(3))).rejects.toMatchObject(GONE)
      expect(stored('a')).toEqual({ _id: 'a', v: 1 })
    },
  )
})

test.each(['commitTransaction', 'abortTransaction'])(
  '%s refuses an id that is unknown, used up or missing',
  async action => {
    await expect(database.current.send(action, { transactionId: 'none' })).rejects.toMatchObject(GONE)
    const transaction = await begin()
    await transaction.commit()
    await expect(database.current.send(action, { transactionId: transaction.id })).rejects.toMatchObject(GONE)
    await expect(database.current.send(action, {})).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  },
)

test('a missing collection is the same error inside of a transaction', async () => {
  const { transactionId } = await database.current.send('startTransaction', {})
  await expect(
    database.current.data('getDocument', { transactionId, collectionName: 'nope' }),
  ).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
})

test('reset ends all transactions', async () => {
  await database.current.fill({ _id: 'a' })
  const transaction = await begin()
  await transaction.update('a', set(2))
  await database.current.service.reset()
  await expect(transaction.commit()).rejects.toMatchObject(GONE)
})

test('more than a thousand open transactions are refused, not a crash', async () => {
  await database.current.fill({ _id: 'a' })
  const transactions = await Promise.all(Array.from({ length: 1000 }, begin))
  for (const transaction of transactions) await transaction.get('a')
  await expect(begin()).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  await transactions[0]?.abort()
  await begin()
})

test('transfers between accounts and plain writes lose nothing, however many run at once', async () => {
  const accounts = ['a', 'b', 'c', 'd']
  await database.current.fill(...accounts.map(_id => ({ _id, amount: 100 })))
  const transfer = async (from: string, to: string) => {
    for (;;) {
      const transaction = await begin()
      try {
        await transaction.get(from)
        await transaction.update(from, { $inc: { amount: -1 } })
        await transaction.update(to, { $inc: { amount: 1 } })
        await transaction.commit()
        return
      } catch (error) {
        expect(error).toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
        await transaction.abort()
        await new Promise(setImmediate) // lets the commits of the others reach the disk
      }
    }
  }
  await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const [from, to] = [accounts[i % 4] as string, accounts[(i * 3 + 1) % 4] as string]
      await Promise.all([transfer(from, to), database.current.update({ _id: to }, { $inc: { amount: 1 } })])
    }),
  )
  const amounts = database.current.service.all('items').map(({ amount }) => amount as number)
  expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(460)
})

test.each([
  ['getDocument', { queryType: 'WHERE', query: wire({ v: 1 }) }, 'where()'],
  ['calculateDocument', { queryType: 'WHERE' }, 'where()'],
  ['modifyDocument', { queryType: 'WHERE', data: wire(set(2)), merge: true, multi: true }, 'where()'],
  ['removeDocument', { queryType: 'WHERE', multi: true }, 'where()'],
  ['aggregateDocuments', { stages: [] }, 'aggregate()'],
])(
  'in a transaction only single records may be used: %s with %j is refused',
  async (action, request, what) => {
    const { id } = await begin()
    await expect(database.current.data(action, { transactionId: id, ...request })).rejects.toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining(`refuses ${what} in a transaction`),
    })
  },
)
