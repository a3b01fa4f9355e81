import { NOW } from '../support/test-database'
import { containing, type SdkCase } from './sdk-case'

export const DOCUMENT_CASES: SdkCase[] = [
  {
    name: 'createCollection',
    run: ({ db, name }) =>
      db.createCollection(`${name}-new`).then(({ errMsg }: { errMsg: string }) => errMsg),
    expected: 'createCollection:ok',
  },
  {
    name: 'createCollection twice',
    run: ({ db, name }) => db.createCollection(name),
    expected: { errCode: -1, errMsg: containing('Table exist: ') },
  },
  {
    name: 'add',
    run: ({ items }) => items.add({ data: { _id: 'own', n: 1 } }),
    expected: { _id: 'own', errMsg: 'collection.add:ok' },
  },
  {
    name: 'add without _id',
    run: async ({ items }) => {
      const { _id } = await items.add({ data: { n: 1 } })
      return [typeof _id, (await items.doc(_id).get()).data.n]
    },
    expected: ['string', 1],
  },
  {
    name: 'add several',
    run: ({ items }) => items.add({ data: [{ _id: 'a' }, { _id: 2 }] }),
    expected: { _ids: ['a', 2], errMsg: 'collection.add:ok' },
  },
  {
    name: 'add an _id that is taken',
    docs: [{ _id: 'a' }],
    run: ({ items }) => items.add({ data: { _id: 'a' } }),
    expected: {
      errCode: -502001,
      errMsg: containing(
        'collection.add:fail -502001 database request fail. [FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key',
      ),
    },
  },
  {
    name: 'add to a collection that does not exist',
    run: ({ db }) => db.collection('nowhere').add({ data: { a: 1 } }),
    expected: {
      errCode: -502005,
      errMsg: containing(
        'collection.add:fail -502005 database collection not exists. [ResourceNotFound] Db or Table not exist: nowhere.',
      ),
    },
  },
  {
    name: 'doc.get',
    docs: [
      {
        _id: 'a',
        n: 1,
        half: 0.5,
        big: 1772600767008,
        s: '你好',
        t: true,
        nil: null,
        list: [1, [2]],
        o: { p: {} },
        at: new Date(5),
      },
    ],
    run: ({ items }) => items.doc('a').get(),
    expected: {
      data: {
        _id: 'a',
        n: 1,
        half: 0.5,
        big: 1772600767008,
        s: '你好',
        t: true,
        nil: null,
        list: [1, [2]],
        o: { p: {} },
        at: new Date(5),
      },
      errMsg: 'document.get:ok',
    },
  },
  {
    name: 'doc.get by a number',
    docs: [{ _id: 7, n: 1 }],
    run: async ({ items }) => (await items.doc(7).get()).data,
    expected: { _id: 7, n: 1 },
  },
  {
    name: 'doc.get of what is not there',
    run: ({ items }) => items.doc('zz').get(),
    expected: { errCode: -1, errMsg: 'document.get:fail document with _id zz does not exist' },
  },
  {
    name: 'doc.field',
    docs: [{ _id: 'a', n: 1, m: 2 }],
    run: async ({ items }) => (await items.doc('a').field({ n: true }).get()).data,
    expected: { _id: 'a', n: 1 },
  },
  {
    name: 'doc.set makes and replaces',
    run: async ({ items }) => [
      await items.doc('s').set({ data: { v: 1 } }),
      await items.doc('s').set({ data: { w: 2 } }),
      (await items.doc('s').get()).data,
    ],
    expected: [
      { _id: 's', errMsg: 'document.set:ok', stats: { created: 1, updated: 0 } },
      { _id: 's', errMsg: 'document.set:ok', stats: { created: 0, updated: 1 } },
      { _id: 's', w: 2 },
    ],
  },
  {
    name: 'doc.update',
    docs: [{ _id: 'a', n: 1 }],
    run: async ({ items }) => [
      await items.doc('a').update({ data: { n: 2 } }),
      await items.doc('a').update({ data: { n: 2 } }),
      await items.doc('zz').update({ data: { n: 2 } }),
    ],
    expected: [1, 0, 0].map(updated => ({ stats: { updated }, errMsg: 'document.update:ok' })),
  },
  {
    name: 'doc.remove',
    docs: [{ _id: 'a' }],
    run: async ({ items }) => [await items.doc('a').remove(), await items.doc('a').remove()],
    expected: [1, 0].map(removed => ({ stats: { removed }, errMsg: 'document.remove:ok' })),
  },
  {
    name: 'where.remove',
    docs: [{ n: 1 }, { n: 2 }, { n: 3 }],
    run: async ({ items, _ }) => [await items.where({ n: _.gt(1) }).remove(), await items.count()],
    expected: [
      { stats: { removed: 2 }, errMsg: 'collection.remove:ok' },
      { total: 1, errMsg: 'collection.count:ok' },
    ],
  },
  {
    name: 'where.update of many, and of one',
    docs: [
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ],
    run: async ({ items, _ }) => [
      await items.where({ n: 1 }).update({ data: { n: _.inc(1) } }),
      await items.where({ n: 2 }).update({ data: { n: 9 }, multi: false }),
      (await items.get()).data,
    ],
    expected: [
      { stats: { updated: 2 }, errMsg: 'collection.update:ok' },
      { stats: { updated: 1 }, errMsg: 'collection.update:ok' },
      [
        { _id: 1, n: 9 },
        { _id: 2, n: 2 },
      ],
    ],
  },
  {
    name: 'get with orderBy, skip, limit and field',
    docs: [1, 2, 3, 4, 5].map(n => ({ _id: n, n, m: n % 2 })),
    run: async ({ items }) =>
      (
        await items
          .orderBy('m', 'desc')
          .orderBy('n', 'asc')
          .skip(1)
          .limit(3)
          .field({ n: true, _id: false })
          .get()
      ).data,
    expected: [{ n: 3 }, { n: 5 }, { n: 2 }],
  },
  {
    name: 'get gives 100 documents unless told otherwise',
    docs: Array.from({ length: 120 }, (_, n) => ({ _id: n })),
    run: async ({ items }) => [(await items.get()).data.length, (await items.limit(1000).get()).data.length],
    expected: [100, 120],
  },
  {
    name: 'field with slice and elemMatch',
    docs: [{ _id: 1, tags: ['a', 'b'], list: [{ k: 1 }, { k: 2 }] }],
    run: async ({ items, _ }) => [
      (await items.field({ tags: _.project.slice(1) }).get()).data[0].tags,
      (await items.field({ list: _.project.elemMatch({ k: 2 }) }).get()).data,
    ],
    expected: [['a'], [{ _id: 1, list: [{ k: 2 }] }]],
  },
  {
    name: 'serverDate',
    run: async ({ items, db }) => {
      await items.add({
        data: { _id: 'a', at: db.serverDate(), deep: { at: db.serverDate({ offset: 60_000 }) } },
      })
      await items.doc('a').update({ data: { changed: db.serverDate({ offset: -1 }) } })
      return (await items.doc('a').get()).data
    },
    expected: {
      _id: 'a',
      at: new Date(NOW),
      deep: { at: new Date(NOW + 60_000) },
      changed: new Date(NOW - 1),
    },
  },
  {
    name: 'Geo objects come back as such',
    run: async ({ items, db }) => {
      const line = db.Geo.LineString([db.Geo.Point(0, 0), db.Geo.Point(1.5, 1)])
      await items.add({ data: { _id: 'a', point: db.Geo.Point(113, 23), line } })
      const { point, line: read } = (await items.doc('a').get()).data
      return [point.longitude, point.latitude, read.points.length, point.toJSON()]
    },
    expected: [113, 23, 2, { type: 'Point', coordinates: [113, 23] }],
  },
]
