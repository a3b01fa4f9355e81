import { containing, type Loose, type SdkCase } from './sdk-case'

const ACCOUNTS = [
  { _id: 'aaa', amount: 100 },
  { _id: 'bbb', amount: 50 },
]

async function amounts(items: Loose): Promise<unknown> {
  return (await items.orderBy('_id', 'asc').get()).data.map(({ amount }: Loose) => amount)
}

async function errorOf(promise: Promise<unknown>): Promise<Loose> {
  return promise.then(
    () => 'no error',
    ({ errCode, message }) => ({ errCode, message }),
  )
}

export const TRANSACTION_CASES: SdkCase[] = [
  {
    name: 'runTransaction commits and gives what its function returns',
    docs: ACCOUNTS,
    run: async ({ db, _, items, name }) => {
      const result = await db.runTransaction(async (transaction: Loose) => {
        const from = (await transaction.collection(name).doc('aaa').get()).data
        await transaction
          .collection(name)
          .doc('aaa')
          .update({ data: { amount: _.inc(-10) } })
        await transaction
          .collection(name)
          .doc('bbb')
          .update({ data: { amount: _.inc(10) } })
        await transaction.collection(name).add({ data: { _id: 'log', amount: 10 } })
        return { before: from.amount }
      })
      return [result, await amounts(items)]
    },
    expected: [{ before: 100 }, [90, 60, 10]],
  },
  {
    name: 'runTransaction rolls back and rejects with the reason',
    docs: ACCOUNTS,
    run: async ({ db, items, name }) => {
      const reason = await db
        .runTransaction(async (transaction: Loose) => {
          await transaction.collection(name).doc('aaa').remove()
          await transaction.rollback(-100)
        })
        .catch((error: unknown) => error)
      return [reason, await amounts(items)]
    },
    expected: [-100, [100, 50]],
  },
  {
    name: 'runTransaction rolls back what throws',
    docs: ACCOUNTS,
    run: async ({ db, items, name }) => {
      const { message } = await errorOf(
        db.runTransaction(async (transaction: Loose) => {
          await transaction
            .collection(name)
            .doc('aaa')
            .set({ data: { amount: 0 } })
          throw new Error('changed my mind')
        }),
      )
      return [message, await amounts(items)]
    },
    expected: ['changed my mind', [100, 50]],
  },
  {
    name: 'startTransaction with commit, and a use after it',
    docs: ACCOUNTS,
    run: async ({ db, items, name }) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection(name)
        .doc('aaa')
        .update({ data: { amount: 1 } })
      const inside = (await transaction.collection(name).doc('aaa').get()).data.amount
      const outside = await amounts(items)
      await transaction.commit()
      return [
        inside,
        outside,
        await amounts(items),
        await errorOf(transaction.collection(name).doc('aaa').get()),
      ]
    },
    expected: [
      1,
      [100, 50],
      [1, 50],
      {
        errCode: -501001,
        message: containing(
          'document.get:fail -501001 resource system error. [ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server',
        ),
      },
    ],
  },
  {
    name: 'a conflict of two transactions',
    docs: ACCOUNTS,
    run: async ({ db, items, name }) => {
      const [first, second] = [await db.startTransaction(), await db.startTransaction()]
      await second.collection(name).doc('aaa').get()
      await first
        .collection(name)
        .doc('aaa')
        .update({ data: { amount: 1 } })
      const error = await errorOf(
        second
          .collection(name)
          .doc('aaa')
          .update({ data: { amount: 2 } }),
      )
      await second.rollback()
      await first.commit()
      return [error, await amounts(items)]
    },
    expected: [
      {
        errCode: -501001,
        message: containing(
          'document.update:fail -501001 resource system error. [ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
        ),
      },
      [1, 50],
    ],
  },
  {
    name: 'a write beside a transaction waits for its end',
    docs: ACCOUNTS,
    run: async ({ db, _, items, name }) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection(name)
        .doc('aaa')
        .update({ data: { amount: _.inc(1) } })
      const write = items.doc('aaa').update({ data: { amount: _.inc(10) } })
      await items.doc('bbb').update({ data: { amount: 0 } })
      await transaction.commit()
      return [(await write).stats, await amounts(items)]
    },
    expected: [{ updated: 1 }, [111, 0]],
  },
  {
    name: 'doc.get of what is not there, inside of a transaction',
    run: async ({ cloud, name }) => {
      const db = cloud.database({ throwOnNotFound: false })
      return db.runTransaction(
        async (transaction: Loose) => (await transaction.collection(name).doc('zz').get()).data,
      )
    },
    expected: null,
  },
]
