import { type TestCloud, useClouds } from '../support/use-clouds'

const startCloud = useClouds()

interface SdkResult {
  // biome-ignore lint/suspicious/noExplicitAny: each operation of the SDK answers with something else
  done?: any
  failed?: { errCode: number; errMsg: string; message: string }
}

let cloud: TestCloud

/** Has the real SDK, in a function, do one thing. */
const sdk = async (operation: string, event: Record<string, unknown> = {}) =>
  (await cloud.call('sdk', { operation, ...event })).result as SdkResult

beforeAll(async () => {
  cloud = await startCloud()
})

beforeEach(async () => {
  await cloud.reset()
  await cloud.database.insert(
    'items',
    ...[1, 2, 3, 5, 8].map(n => ({ _id: `n${n}`, n, g: n % 2 ? 'odd' : 'even' })),
  )
})

describe('database actions', () => {
  test('addCollection, and again', async () => {
    expect((await sdk('createCollection', { name: 'fresh' })).done).toMatchObject({
      errMsg: 'createCollection:ok',
    })
    expect(cloud.database.collections()).toContain('fresh')
    expect((await sdk('createCollection', { name: 'fresh' })).failed).toMatchObject({ errCode: -1 })
  })

  test('insertDocument: an id is made, or taken, and must be unique', async () => {
    expect((await sdk('add', { data: { n: 7 } })).done._id).toMatch(/^[0-9a-f]{32}$/)
    expect((await sdk('add', { data: { _id: 'mine', n: 7 } })).done).toEqual({
      _id: 'mine',
      errMsg: 'collection.add:ok',
    })
    const { failed } = await sdk('add', { data: { _id: 'mine' } })
    expect(failed).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000 duplicate key error'),
    })
  })

  test('getDocument by id, by condition with order, limit and fields', async () => {
    expect((await sdk('get', { id: 'n5' })).done.data).toEqual({ _id: 'n5', n: 5, g: 'odd' })
    expect((await sdk('get', { id: 'zz' })).failed).toMatchObject({
      errCode: -1,
      errMsg: 'document.get:fail document with _id zz does not exist',
    })
    expect((await sdk('where', { limit: 2, order: 'desc' })).done.data).toEqual([
      { _id: 'n8', n: 8 },
      { _id: 'n5', n: 5 },
    ])
  })

  test('getDocument answers 100 records from functions unless asked, 1000 at most', async () => {
    await cloud.database.insert('items', ...Array.from({ length: 1200 }, (_, n) => ({ n: n + 1000 })))
    expect((await sdk('all')).done.data).toHaveLength(100)
    expect((await sdk('many', { limit: 1000 })).done.data).toHaveLength(1000)
  })

  test('calculateDocument', async () => {
    expect((await sdk('count')).done.total).toBe(3)
  })

  test('modifyDocument with operators, for one record and for many', async () => {
    expect((await sdk('update', { id: 'n1' })).done.stats).toEqual({ updated: 1 })
    expect(cloud.database.read('items', 'n1')).toMatchObject({
      n: 3,
      tags: ['q'],
      deep: { x: 1 },
      at: expect.any(Date),
    })
    expect((await sdk('updateMany')).done.stats).toEqual({ updated: 5 })
    expect((await sdk('update', { id: 'zz' })).done.stats).toEqual({ updated: 0 })
  })

  test('modifyDocument that replaces or creates', async () => {
    expect((await sdk('set', { id: 'n1', data: { only: true } })).done.stats).toEqual({
      created: 0,
      updated: 1,
    })
    expect(cloud.database.read('items', 'n1')).toEqual({ _id: 'n1', only: true })
    expect((await sdk('set', { id: 'new', data: { v: 1 } })).done).toMatchObject({
      _id: 'new',
      stats: { created: 1 },
    })
  })

  test('modifyAndReturnDoc', async () => {
    expect((await sdk('updateAndReturn', { id: 'n3' })).done).toMatchObject({
      updated: 1,
      doc: { _id: 'n3', n: 42 },
    })
  })

  test('removeDocument, for one record and for many', async () => {
    expect((await sdk('remove', { id: 'n1' })).done.stats).toEqual({ removed: 1 })
    await cloud.database.insert('items', { n: 101 }, { n: 102 })
    expect((await sdk('removeMany')).done.stats).toEqual({ removed: 2 })
    expect(cloud.database.all('items')).toHaveLength(4)
  })

  test('aggregateDocuments', async () => {
    expect((await sdk('aggregate')).done.list).toEqual([
      { _id: 'even', total: 10 },
      { _id: 'odd', total: 9 },
    ])
  })

  test('startTransaction, commitTransaction, abortTransaction', async () => {
    expect((await sdk('runTransaction', { from: 'n8', to: 'n1', amount: 3 })).done).toBe('done')
    expect([cloud.database.read('items', 'n8')?.n, cloud.database.read('items', 'n1')?.n]).toEqual([5, 4])
    expect(await sdk('runTransaction', { from: 'n8', to: 'n1', amount: 50 })).toHaveProperty('failed')
    expect([cloud.database.read('items', 'n8')?.n, cloud.database.read('items', 'n1')?.n]).toEqual([5, 4])
    expect((await sdk('modifyInTransaction', { id: 'n2' })).done).toEqual({ inside: 3, outside: 2 })
  })

  test('a collection that is not there: -502005 in the words of the server', async () => {
    expect((await sdk('missingCollection')).failed).toMatchObject({
      errCode: -502005,
      errMsg:
        'collection.get:fail -502005 database collection not exists. [ResourceNotFound] Db or Table not exist: nope. Please check your request, but if the problem cannot be solved, contact us.',
    })
  })

  test('another environment is not served', async () => {
    expect((await sdk('otherEnvironment')).failed?.errMsg).toContain('Environment not found')
  })
})

describe('storage actions', () => {
  test('getUploadMetadata and the upload behind it, batchGetDownloadUrl and the download behind it', async () => {
    const { done } = await sdk('upload', { cloudPath: 'a/你好 b.txt', text: 'content' })
    expect(done).toMatchObject({
      fileID: 'cloud://local-env.6c6f-local-env-1300000000/a/你好 b.txt',
      errMsg: 'uploadFile:ok',
    })
    expect((await sdk('download', { fileID: done.fileID })).done).toBe('content')
    const { fileList } = (await sdk('tempUrls', { fileList: [done.fileID, 'cloud://x.y/none'] })).done
    expect(fileList).toEqual([
      {
        fileID: done.fileID,
        status: 0,
        errMsg: 'ok',
        maxAge: 600,
        tempFileURL: expect.stringMatching(/^http:/),
      },
      { fileID: 'cloud://x.y/none', status: -503003, errMsg: 'storage file not exists', tempFileURL: '' },
    ])
  })

  test('batchDeleteFile: what is there goes, what is not says so', async () => {
    const { done } = await sdk('upload', { cloudPath: 'gone.txt', text: 'x' })
    const { fileList } = (await sdk('deleteFiles', { fileList: [done.fileID, done.fileID] })).done
    expect(fileList.map(({ status }: { status: number }) => status)).toEqual([0, -503003])
    expect(await cloud.storage.list()).toEqual([])
    expect((await sdk('download', { fileID: done.fileID })).failed).toMatchObject({ errCode: -1 })
  })

  test('a path that is no path is refused', async () => {
    expect((await sdk('upload', { cloudPath: '/leading.txt', text: 'x' })).failed?.errMsg).toContain(
      '[local cloud] cloudPath must not begin with "/"',
    )
  })
})

test('payment, which needs WeChat, is refused by its name', async () => {
  expect((await sdk('pay')).failed?.errMsg).toContain('[local cloud] cloud.cloudPay is not imitated')
})

describe('openapi calls', () => {
  const openapi = async (name: string, input: Record<string, unknown>) =>
    (await cloud.call('openapi', { name, input })).result as Record<string, unknown>

  test('a reply of bytes, and one of JSON', async () => {
    expect(await openapi('wxacode.getUnlimited', { scene: 'a=1', checkPath: false })).toMatchObject({
      contentType: 'image/png',
      head: '\u0089PNG',
      errMsg: 'openapi.wxacode.getUnlimited:ok',
      errCode: 0,
    })
    const input = { content: 'hello', version: 2, scene: 2, openid: cloud.openid }
    expect(await openapi('security.msgSecCheck', input)).toMatchObject({
      errCode: 0,
      result: { suggest: 'pass' },
    })
  })

  test('what was sent can be looked at, also over HTTP, and is forgotten by reset()', async () => {
    const input = { content: 'é 你好 '.repeat(40), version: 2, scene: 2, openid: cloud.openid }
    await openapi('security.msgSecCheck', input)
    const [call] = cloud.sent()
    expect(call).toMatchObject({
      name: 'security.msgSecCheck',
      fields: input,
      openid: cloud.openid,
      functionName: 'openapi',
    })
    const { sent } = (await (await fetch(`${cloud.url}/local/sent`)).json()) as { sent: unknown[] }
    expect(sent).toHaveLength(1)
    await cloud.reset()
    expect(cloud.sent()).toEqual([])
  })

  test('a file of any bytes arrives whole', async () => {
    const bytes = Array.from({ length: 4096 }, (_, n) => n % 256)
    const media = { contentType: 'image/png', value: { type: 'Buffer', data: bytes } }
    await openapi('customerServiceMessage.uploadTempMedia', { type: 'image', media })
    expect(cloud.sent()[0]).toMatchObject({ files: [{ field: 'media', bytes: 4096 }] })
  })
})
