import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ObjectId } from 'bson'
import { openDatabase } from '../../../../scripts/local-cloud/database'
import { FUNCTION_LIMITS, useDatabase, wire } from './support/test-database'

const database = useDatabase()
const options = { now: () => 0, newId: () => 'x' }

test('openDatabase() makes its folder, with a name of any script and dots', async () => {
  const dir = join(database.current.dir, 'deep/数据 v1.0')
  const service = openDatabase({ dir, ...options })
  await service.insert('笔记', { _id: '一' })
  await service.close()
  expect(existsSync(join(dir, 'data.mdb'))).toBe(true)
})

test('what was written is there after the database was opened again', async () => {
  const { current } = database
  await current.fill({ _id: 1, at: new Date(7) }, { _id: 2 })
  await current.service.insert('空')
  await current.data('removeDocument', { query: wire({ _id: 2 }) })
  await current.service.close()
  current.open()
  expect(current.service.collections()).toEqual(['items', '空'])
  await current.fill({ _id: 0 })
  expect(current.service.all('items')).toEqual([{ _id: 1, at: new Date(7) }, { _id: 0 }])
})

test('insert() makes the collection, gives ids and takes what a program holds', async () => {
  const { service } = database.current
  const id = new ObjectId()
  expect(await service.insert('made', { n: 1 }, { _id: id, at: new Date(5), none: undefined })).toEqual([
    'id-1',
    { $oid: id.toHexString() },
  ])
  expect(service.read('made', id)).toEqual({ _id: id, at: new Date(5) })
  await expect(service.insert('made', { _id: 'id-1' })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
  })
})

test('read() and all() know nothing of what is not there', async () => {
  const { service } = database.current
  await service.insert('some', { _id: 1 }, { _id: 2 }, { _id: 3 })
  expect(service.read('some', 9)).toBeUndefined()
  expect(service.read('none', 1)).toBeUndefined()
  expect(service.all('none')).toEqual([])
  expect(service.all('some', { limit: 2 })).toEqual([{ _id: 1 }, { _id: 2 }])
})

test('reset() removes everything, also from the disk', async () => {
  const { current } = database
  await current.fill({ _id: 1 })
  await current.service.reset()
  expect(current.service.collections()).toEqual([])
  await current.fill({ _id: 2 })
  await current.service.close()
  current.open()
  expect(current.service.all('items')).toEqual([{ _id: 2 }])
})

test('two databases in one process know nothing of each other', async () => {
  const other = openDatabase({ dir: join(database.current.dir, 'other'), ...options })
  try {
    await database.current.fill({ _id: 1 })
    expect(other.collections()).toEqual([])
  } finally {
    await other.close()
  }
})

test('requests at the same time all get their answers', async () => {
  const { current } = database
  await current.fill()
  const answers = await Promise.all(
    Array.from({ length: 500 }, async (_, n) => {
      await current.data('insertDocument', { data: [wire({ _id: n })] })
      return current.idsOf({ _id: n })
    }),
  )
  expect(answers).toEqual(Array.from({ length: 500 }, (_, n) => [n]))
})

describe('a folder that is open', () => {
  const IN_USE = { name: 'KitError', code: 'in-use' }

  test('is refused to the same process, however it is spelt', () => {
    const { dir } = database.current
    expect(() => openDatabase({ dir, ...options })).toThrow(expect.objectContaining(IN_USE))
    const link = `${dir}-link`
    symlinkSync(dir, link, 'junction')
    try {
      expect(() => openDatabase({ dir: link, ...options })).toThrow(expect.objectContaining(IN_USE))
    } finally {
      rmSync(link)
    }
  })

  test('is refused to another process, which is told who has it', async () => {
    const { dir } = database.current
    const source = `require(${JSON.stringify(join(__dirname, '../../../../scripts/local-cloud/database'))}).openDatabase({ dir: ${JSON.stringify(dir)}, now: Date.now, newId: String })`
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--require', join(__dirname, '../../../../scripts/register.js'), '-e', source],
      {
        encoding: 'utf8',
      },
    )
    expect(status).not.toBe(0)
    expect(stderr).toContain(`Cannot open the database in ${dir}: process ${process.pid} is using it`)
  })

  test('is given back by close()', async () => {
    const { current } = database
    await current.service.close()
    expect(readdirSync(current.dir)).not.toContain('process.lock')
    current.open()
  })

  test.each([
    ['a process that is gone', async () => String(await idOfEndedProcess())],
    ['a process of the same id, killed before', async () => String(process.pid)],
    ['nobody', async () => ''],
  ])('is taken over from %s', async (_, content) => {
    const { current } = database
    await current.service.close()
    writeFileSync(join(current.dir, 'process.lock'), await content())
    await current.open().insert('items', { _id: 1 })
    expect(current.service.all('items')).toEqual([{ _id: 1 }])
  })
})

async function idOfEndedProcess(): Promise<number | undefined> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'close')
  return child.pid
}

test('a request that makes no sense is refused, whatever it holds', async () => {
  const { current } = database
  await current.fill({ _id: 1 })
  const values = [
    undefined,
    null,
    0,
    -1,
    '',
    'text',
    '{',
    '[]',
    '{"$a":1}',
    '{"a":{"$b":{}}}',
    [],
    [[]],
    {},
    { a: 1 },
    true,
  ]
  const actions = [
    'addCollection',
    'insertDocument',
    'getDocument',
    'calculateDocument',
    'modifyDocument',
    'modifyAndReturnDoc',
    'removeDocument',
    'aggregateDocuments',
    'commitTransaction',
    'abortTransaction',
    'nope',
    '__proto__',
    '',
  ]
  const fields = [
    'collectionName',
    'query',
    'data',
    'order',
    'projection',
    'limit',
    'offset',
    'stages',
    'transactionId',
    'queryType',
    'merge',
  ]
  for (const action of actions) {
    for (const field of fields) {
      for (const value of values) {
        const request = { collectionName: 'items', data: '{"$set":{"n":1}}', merge: true, [field]: value }
        const error = await current.service.handle(action, request, FUNCTION_LIMITS).catch(thrown => thrown)
        if (error instanceof Error) expect(error.name).toBe('DatabaseError')
      }
    }
  }
})
