import { writeFileSync } from 'node:fs'
import { post } from '../support/ask'
import { type TestCloud, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

const RULES = {
  notes: { read: 'doc._openid == auth.openid', write: 'doc._openid == auth.openid' },
  posts: { read: true, create: 'auth != null', update: 'doc._openid == auth.openid', delete: false },
  private: 'PRIVATE',
  open: { read: true, write: true },
}
const DENIED = {
  errCode: -502003,
  errMsg: 'errCode: -502003 database permission denied | errMsg: Permission denied',
}

let cloud: TestCloud

beforeAll(async () => {
  const folder = makeFolder({ 'database.rules.json': JSON.stringify(RULES) })
  cloud = await startCloud({ databaseRules: `${folder}/database.rules.json` })
})

beforeEach(async () => {
  await cloud.reset()
  await cloud.database.insert(
    'notes',
    { _id: 'mine', _openid: 'oMe', n: 1 },
    { _id: 'theirs', _openid: 'oThem', n: 2 },
  )
  await cloud.database.insert(
    'posts',
    ...Array.from({ length: 50 }, (_, n) => ({ _id: `p${n}`, _openid: 'oThem', n })),
  )
})

const ask = async (
  action: string,
  collectionName: string,
  params: Record<string, unknown> = {},
  openid = 'oMe',
) =>
  (
    await post(
      `${cloud.url}/client/database`,
      { action: `database.${action}`, collectionName, ...params },
      { 'x-wx-openid': openid },
    )
  ).json
const query = (doc: unknown) => ({ queryType: 'WHERE', query: JSON.stringify(doc) })
const idsIn = (json: { data: { list: string[] } }) => json.data.list.map(text => JSON.parse(text)._id)

test('a query inside the rule is answered, with {openid} filled in', async () => {
  expect(idsIn(await ask('getDocument', 'notes', query({ _openid: '{openid}' })))).toEqual(['mine'])
  expect(idsIn(await ask('getDocument', 'notes', query({ _openid: '{openid}' }), 'oThem'))).toEqual([
    'theirs',
  ])
})

test('a query that could leave the rule is refused as the platform words it, and the log says why', async () => {
  expect(await ask('getDocument', 'notes', query({ n: 1 }))).toMatchObject(DENIED)
  expect(await ask('getDocument', 'notes', query({ _openid: 'oThem' }))).toMatchObject(DENIED)
  expect(await ask('calculateDocument', 'notes')).toMatchObject(DENIED)
  expect(cloud.events).toContainEqual({
    kind: 'notice',
    text: expect.stringContaining('doc._openid == auth.openid'),
  })
})

test('a collection without rules allows nothing', async () => {
  await cloud.database.insert('secrets', { _id: 's' })
  for (const action of ['getDocument', 'removeDocument']) {
    expect(await ask(action, 'secrets', query({ _id: 's' }))).toMatchObject(DENIED)
  }
})

test('what a client adds is marked with its openid, which it cannot set itself', async () => {
  const { data } = await ask('insertDocument', 'posts', { data: ['{"text":"hello"}'] })
  expect(cloud.database.read('posts', data.insertedIds[0])).toMatchObject({ text: 'hello', _openid: 'oMe' })
  expect(await ask('insertDocument', 'posts', { data: ['{"_openid":"oThem"}'] })).toMatchObject(DENIED)
})

test('create, update and delete are each held against their own rule', async () => {
  const change = {
    ...query({ _openid: '{openid}' }),
    multi: true,
    merge: true,
    data: '{"$set":{"seen":true}}',
  }
  expect((await ask('modifyDocument', 'posts', change)).data).toMatchObject({ updated: 0 })
  expect((await ask('modifyDocument', 'posts', change, 'oThem')).data).toMatchObject({ updated: 50 })
  expect(await ask('modifyDocument', 'posts', { ...change, ...query({ _id: 'p1' }) })).toMatchObject(DENIED)
  expect(await ask('removeDocument', 'posts', query({ _openid: '{openid}' }))).toMatchObject(DENIED)
  expect(
    (await ask('removeDocument', 'notes', { ...query({ _openid: '{openid}' }), multi: true })).data,
  ).toEqual({ deleted: 1 })
  expect(cloud.database.read('notes', 'theirs')).toBeDefined()
})

test('an update that may add a record must satisfy the rule for adding, too', async () => {
  const set = {
    queryType: 'WHERE',
    query: '{"_id":"x","_openid":"{openid}"}',
    data: '{"v":1}',
    merge: false,
    upsert: true,
  }
  expect(await ask('modifyDocument', 'notes', set)).toMatchObject({ data: { updated: 0 } })
  expect(await ask('modifyDocument', 'posts', { ...set, query: '{"_id":"x"}' })).toMatchObject(DENIED)
})

test('a basic permission narrows queries instead of refusing them', async () => {
  await cloud.database.insert('private', { _id: 'a', _openid: 'oMe' }, { _id: 'b', _openid: 'oThem' })
  expect(idsIn(await ask('getDocument', 'private'))).toEqual(['a'])
})

test('a client reads 20 records at most', async () => {
  expect(idsIn(await ask('getDocument', 'posts'))).toHaveLength(20)
  expect(idsIn(await ask('getDocument', 'posts', { limit: 40 }))).toHaveLength(20)
  expect(idsIn(await ask('getDocument', 'posts', { limit: 5 }))).toHaveLength(5)
})

test('an aggregation is judged by its first $match, and by every other collection that it reads', async () => {
  const stage = (stageKey: string, value: unknown) => ({ stageKey, stageValue: JSON.stringify(value) })
  const own = stage('$match', { _openid: '{openid}' })
  const join = { from: 'notes', localField: '_id', foreignField: '_id', as: 'joined' }
  expect(idsIn(await ask('aggregateDocuments', 'notes', { stages: [own] }))).toEqual(['mine'])
  expect(await ask('aggregateDocuments', 'notes', { stages: [stage('$limit', 1), own] })).toMatchObject(
    DENIED,
  )
  expect(await ask('aggregateDocuments', 'posts', { stages: [stage('$lookup', join)] })).toMatchObject(DENIED)
  const hidden = stage('$facet', { side: [{ $lookup: join }] })
  expect(await ask('aggregateDocuments', 'posts', { stages: [hidden] })).toMatchObject(DENIED)
})

test('transactions and new collections are for functions', async () => {
  for (const action of ['startTransaction', 'addCollection', 'modifyAndReturnDoc']) {
    expect(await ask(action, 'posts')).toMatchObject({ errCode: -501007 })
  }
  expect(await ask('getDocument', 'posts', { transactionId: 'x' })).toMatchObject({ errCode: -501007 })
})

test('errors of the database keep their codes', async () => {
  expect(await ask('getDocument', 'posts', { queryType: 'WHERE', query: '{' })).toMatchObject({
    errCode: -501007,
  })
  const missing = {
    errCode: -502005,
    errMsg: expect.stringContaining('database collection not exists | errMsg: [ResourceNotFound]'),
  }
  expect(await ask('getDocument', 'private')).toMatchObject(missing)
})

test('rules are read anew by reload(), and one with an error allows nothing', async () => {
  const folder = makeFolder({ 'database.rules.json': '{ "posts": { "read": false } }' })
  const file = `${folder}/database.rules.json`
  const other = await startCloud({ databaseRules: file })
  await other.database.insert('posts', { _id: 'p' })
  const read = async () =>
    (await post(`${other.url}/client/database`, { action: 'database.getDocument', collectionName: 'posts' }))
      .json
  expect(await read()).toMatchObject(DENIED)
  writeFileSync(file, '{ "posts": { "read": true } }')
  other.reload([])
  expect(await read()).toHaveProperty('data')
  writeFileSync(file, '{ "posts": { "read": "doc.(" } }')
  other.reload([])
  expect(await read()).toMatchObject(DENIED)
  expect(other.events).toContainEqual({
    kind: 'notice',
    text: expect.stringMatching(/^database\.rules\.json:1:\d+: /),
  })
})

const doc = (id: string) => ({ queryType: 'DOC', multi: false, query: JSON.stringify({ _id: id }) })
const set = (id: string, data: object, openid?: string) =>
  ask(
    'modifyDocument',
    'private',
    { ...doc(id), data: JSON.stringify(data), upsert: true, merge: false },
    openid,
  )

test('doc().set() keeps the owner of a record, and makes the caller that of a new one', async () => {
  await cloud.database.insert('private', { _id: 'old', _openid: 'oMe', n: 1, gone: true })
  await set('old', { n: 2 })
  await set('new', { n: 3 })
  expect(cloud.database.all('private')).toEqual([
    { _id: 'old', _openid: 'oMe', n: 2 },
    { _id: 'new', _openid: 'oMe', n: 3 },
  ])
  await set('new', { n: 4 })
  expect(idsIn(await ask('getDocument', 'private', query({ _openid: '{openid}' })))).toEqual(['old', 'new'])
})

test('doc().set() by whom the rules let write gives nobody a record that was somebody else’s, or nobody’s', async () => {
  await cloud.database.insert('private', { _id: 'theirs', _openid: 'oThem', n: 1 })
  // the rule hides the record from the query, so that the update would add it again
  expect(await set('theirs', { n: 2 })).toMatchObject({ errCode: -502001 })
  expect(cloud.database.read('private', 'theirs')).toMatchObject({ n: 1 })
  await cloud.database.insert('open', { _id: 'theirs', _openid: 'oThem' }, { _id: 'nobodys' })
  for (const id of ['theirs', 'nobodys'])
    await ask('modifyDocument', 'open', { ...doc(id), data: '{"n":2}', upsert: true, merge: false })
  expect(cloud.database.all('open')).toEqual([
    { _id: 'theirs', _openid: 'oThem', n: 2 },
    { _id: 'nobodys', n: 2 },
  ])
})

const near = (condition?: object) => ({
  stages: [
    {
      stageKey: '$geoNear',
      stageValue: JSON.stringify({
        near: { type: 'Point', coordinates: [0, 0] },
        distanceField: 'far',
        spherical: true,
        ...(condition ? { query: condition } : {}),
      }),
    },
    { stageKey: '$project', stageValue: '{"_id":1}' },
  ],
})

test('geoNear stays the first stage of an aggregation, with its query held against the rules', async () => {
  const place = { type: 'Point', coordinates: [0, 0.001] }
  await cloud.database.insert('open', { _id: 'o', place })
  await cloud.database.insert(
    'private',
    { _id: 'mine', _openid: 'oMe', place },
    { _id: 'theirs', _openid: 'oThem', place },
  )
  const aggregate = (collection: string, condition?: object) =>
    ask('aggregateDocuments', collection, near(condition))
  expect(idsIn(await aggregate('open'))).toEqual(['o'])
  expect(idsIn(await aggregate('private', { _openid: '{openid}' }))).toEqual(['mine'])
  expect(await aggregate('notes')).toMatchObject(DENIED)
})

test('a mini program gets at most 1 MB of records at once', async () => {
  const text = 'x'.repeat(400_000)
  await cloud.database.insert('open', { _id: 'a', text }, { _id: 'b', text }, { _id: 'c', text })
  expect(await ask('getDocument', 'open')).toMatchObject({
    errCode: -602001,
    errMsg: expect.stringContaining('ask for fewer'),
  })
  expect(idsIn(await ask('getDocument', 'open', { limit: 2 }))).toEqual(['a', 'b'])
})
