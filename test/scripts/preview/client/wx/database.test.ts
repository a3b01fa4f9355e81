import type { OpenDatabase } from '../../../../../scripts/preview/client/wx/cloud'
import '../../../../../scripts/preview/client/wx/cloud/database'
import { ApiFailure } from '../../../../../scripts/preview/client/wx/api'

// biome-ignore lint/suspicious/noExplicitAny: as a page without types uses it
type Database = any

function open(reply: unknown | (() => never)) {
  const asked: Record<string, unknown>[] = []
  const openDatabase = globalThis.openCloudDatabase as OpenDatabase
  const db = openDatabase(async params => {
    asked.push(params as Record<string, unknown>)
    return typeof reply === 'function' ? reply() : reply
  }) as Database
  return { asked, db }
}

test('a query is built as the official package builds it, with the limit of the mini program', async () => {
  const { asked, db } = open({
    list: ['{"_id":"a","n":{"$numberInt":"1"},"at":{"$date":{"$numberLong":"0"}}}'],
  })
  const _ = db.command
  const answer = await db
    .collection('notes')
    .where({ _openid: '{openid}', n: _.gt(0) })
    .orderBy('n', 'desc')
    .skip(5)
    .field({ n: true })
    .get()
  expect(answer).toEqual({ errMsg: 'collection.get:ok', data: [{ _id: 'a', n: 1, at: new Date(0) }] })
  expect(asked[0]).toMatchObject({
    action: 'database.getDocument',
    collectionName: 'notes',
    limit: 20,
    offset: 5,
    order: '{"n":{"$numberInt":"-1"}}',
  })
  expect(JSON.parse(String(asked[0]?.query))).toEqual({
    _openid: '{openid}',
    n: { $gt: { $numberInt: '0' } },
  })
})

test('add, update, remove and count answer in the shape of the mini program', async () => {
  const { db: added, asked } = open({ insertedIds: ['id'] })
  await expect(added.collection('c').add({ data: { text: 'x', at: added.serverDate() } })).resolves.toEqual({
    errMsg: 'collection.add:ok',
    _id: 'id',
  })
  expect(asked[0]).toMatchObject({
    data: ['{"text":"x","at":{"$tcb_server_date":{"offset":{"$numberInt":"0"}}}}'],
  })

  const changed = open({ updated: 2 }).db.collection('c').where({ a: 1 })
  await expect(changed.update({ data: { a: 2 } })).resolves.toEqual({
    errMsg: 'collection.update:ok',
    stats: { updated: 2 },
  })
  const removed = open({ deleted: 1 }).db.collection('c').doc('id')
  await expect(removed.remove()).resolves.toEqual({ errMsg: 'document.remove:ok', stats: { removed: 1 } })
  await expect(open({ total: 7 }).db.collection('c').count()).resolves.toEqual({
    errMsg: 'collection.count:ok',
    total: 7,
  })
  await expect(
    open({ updated: 0, upsert_id: 'new' })
      .db.collection('c')
      .doc('new')
      .set({ data: { a: 1 } }),
  ).resolves.toEqual({
    errMsg: 'document.set:ok',
    _id: 'new',
    stats: { created: 1, updated: 0 },
  })
})

test('a document comes alone, and one that is not there is a failure', async () => {
  await expect(
    open({ list: ['{"_id":"a"}'] })
      .db.collection('c')
      .doc('a')
      .get(),
  ).resolves.toEqual({
    errMsg: 'document.get:ok',
    data: { _id: 'a' },
  })
  await expect(open({ list: [] }).db.collection('c').doc('a').get()).rejects.toEqual({
    errCode: -1,
    errMsg: 'document.get:fail document with _id a does not exist',
  })
})

test('callbacks work too, and a refusal has its code', async () => {
  const { db } = open(() => {
    throw new ApiFailure('errCode: -502003 database permission denied | errMsg: Permission denied', {
      errCode: -502003,
    })
  })
  const error = await new Promise(resolve => {
    expect(db.collection('c').get({ fail: resolve })).toBeUndefined()
  })
  expect(error).toEqual({
    errCode: -502003,
    errMsg: 'collection.get:fail errCode: -502003 database permission denied | errMsg: Permission denied',
  })
})

test('an aggregation sends its stages and answers with a list', async () => {
  const { asked, db } = open({ list: ['{"_id":null,"n":{"$numberInt":"3"}}'] })
  const $ = db.command.aggregate
  const answer = await db
    .collection('c')
    .aggregate()
    .match({ a: 1 })
    .group({ _id: null, n: $.sum('$n') })
    .end()
  expect(answer).toEqual({ errMsg: 'collection.aggregate:ok', list: [{ _id: null, n: 3 }] })
  expect(asked[0]).toMatchObject({
    action: 'database.aggregateDocuments',
    stages: [{ stageKey: '$match' }, { stageKey: '$group' }],
  })
})

test('watching says that it is not there', () => {
  const notes = open({}).db.collection('notes')
  expect(() => notes.where({ a: 1 }).watch({})).toThrow('collection.watch is not available in the preview')
  expect(() => notes.doc('a').watch({})).toThrow('document.watch is not available in the preview')
})

test('data that is none fails', async () => {
  await expect(open({}).db.collection('c').add({})).rejects.toMatchObject({
    errMsg: 'collection.add:fail parameter error: parameter.data should be Object;',
  })
})
