import fs, { copyFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import {
  type ObjectStore,
  openObjectStore,
  TooLarge,
} from '../../../../scripts/local-cloud/storage/object-store'
import { useFolders } from '../support/use-clouds'

const makeFolder = useFolders()
const about = { createdAt: 1 }

const contentOf = (text: string) => Readable.from([Buffer.from(text)])

async function textOf(store: ObjectStore, cloudPath: string): Promise<string | undefined> {
  const opened = await store.open(cloudPath)
  return opened && Buffer.concat(await opened.content.toArray()).toString()
}

test('put() refuses a file that is too large, and leaves nothing of it', async () => {
  const dir = makeFolder()
  const store = openObjectStore(dir, { maxBytes: 10 })
  await store.put('fits', Readable.from([Buffer.alloc(10)]), about)
  await expect(store.put('large', Readable.from([Buffer.alloc(6), Buffer.alloc(6)]), about)).rejects.toThrow(
    TooLarge,
  )
  await expect(store.put('fits', Readable.from([Buffer.alloc(11)]), about)).rejects.toThrow(TooLarge)
  expect(await store.list()).toMatchObject([{ cloudPath: 'fits', size: 10 }])
  expect(readdirSync(dir)).toHaveLength(2)
})

test('put() that breaks off in the middle keeps the file that was there', async () => {
  const store = openObjectStore(makeFolder(), { maxBytes: 100 })
  await store.put('a', contentOf('whole'), about)
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })(),
  )
  await expect(store.put('a', broken, { createdAt: 2 })).rejects.toThrow('connection lost')
  expect(await textOf(store, 'a')).toBe('whole')
})

test('put() of one path many times at once leaves one file, and all of them succeed', async () => {
  const dir = makeFolder()
  const store = openObjectStore(dir, { maxBytes: 100 })
  const texts = Array.from({ length: 20 }, (_, n) => `content ${n}`)
  await Promise.all(texts.map(text => store.put('a', contentOf(text), about)))
  expect(texts).toContain(await textOf(store, 'a'))
  expect(readdirSync(dir)).toHaveLength(2)
})

test('who reads a file while it is replaced or removed gets the whole of one that was there', async () => {
  const store = openObjectStore(makeFolder(), { maxBytes: 1_000_000 })
  const version = (n: number) => String(n % 10).repeat(100_000 + n)
  await store.put('a', contentOf(version(0)), about)
  const readAll = async () => {
    for (let n = 0; n < 40; n++) {
      const opened = await store.open('a')
      const bytes = Buffer.concat((await opened?.content.toArray()) ?? [])
      expect({ size: bytes.length, text: bytes.toString() }).toEqual({
        size: opened?.object.size,
        text: version(bytes.length - 100_000),
      })
    }
  }
  const replaceAll = async (from: number) => {
    for (let n = from; n < from + 20; n++) await store.put('a', contentOf(version(n)), about)
  }
  await Promise.all([readAll(), readAll(), readAll(), replaceAll(100), replaceAll(200), replaceAll(300)])

  const last = await store.open('a')
  await store.remove('a')
  expect(Buffer.concat((await last?.content.toArray()) ?? [])).toHaveLength(last?.object.size ?? 0)
  expect(await store.open('a')).toBeUndefined()
})

test('what a killed run left is removed, and nothing else in the folder', async () => {
  const dir = makeFolder()
  const killed = openObjectStore(dir, { maxBytes: 100 })
  await killed.put('kept', contentOf('kept'), about)
  const kept = readdirSync(dir)
  const entry = kept.find(name => name.endsWith('.json')) ?? ''
  const key = entry.slice(0, -'.json'.length)
  const blob = join(dir, kept.find(name => name !== entry) ?? '')
  const id = '3f2b8c1e-9d4a-4e7b-8a56-0123456789ab'
  const remains = [`${key}.${id}`, `${key}.${id}.tmp`, `${'0'.repeat(40)}.${id}`]
  const foreign = ['notes.txt', `${key}.txt`, `${key}.${id}.bak`, `copy-${key}.${id}`, `${key}.json.old`]
  for (const name of [...remains, ...foreign]) copyFileSync(blob, join(dir, name))

  const store = openObjectStore(dir, { maxBytes: 100 })
  expect(await store.list()).toMatchObject([{ cloudPath: 'kept' }])
  expect(await textOf(store, 'kept')).toBe('kept')
  expect(readdirSync(dir).sort()).toEqual([...kept, ...foreign].sort())
})

test('an entry that cannot be read does not keep anybody from other files', async () => {
  const dir = makeFolder()
  await openObjectStore(dir, { maxBytes: 100 }).put('torn', contentOf('x'), about)
  const entry = readdirSync(dir).find(name => name.endsWith('.json')) ?? ''
  writeFileSync(join(dir, entry), '')
  const store = openObjectStore(dir, { maxBytes: 100 })
  await store.put('a', contentOf('whole'), about)
  expect(await textOf(store, 'a')).toBe('whole')
})

test.each(['EBUSY', 'EPERM'])(
  'an old blob that Windows holds (%s) fails no upload; the next run removes it',
  async code => {
    const dir = makeFolder()
    const store = openObjectStore(dir, { maxBytes: 100 })
    await store.put('a', contentOf('old'), about)
    const held = jest.spyOn(fs.promises, 'rm').mockRejectedValue(Object.assign(new Error('held'), { code }))
    try {
      await store.put('a', contentOf('new'), about)
    } finally {
      held.mockRestore()
    }
    expect(await textOf(store, 'a')).toBe('new')
    expect(readdirSync(dir)).toHaveLength(3)
    expect(await textOf(openObjectStore(dir, { maxBytes: 100 }), 'a')).toBe('new')
    expect(readdirSync(dir)).toHaveLength(2)
  },
)
