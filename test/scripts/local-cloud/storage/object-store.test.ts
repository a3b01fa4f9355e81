import { readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { openObjectStore, TooLarge } from '../../../../scripts/local-cloud/storage/object-store'
import { useFolders } from '../support/use-clouds'

const makeFolder = useFolders()

test('put() refuses a file that is too large, and leaves nothing of it', async () => {
  const dir = makeFolder()
  const store = openObjectStore(dir, { maxBytes: 10 })
  const about = { createdAt: 1 }
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
  await store.put('a', Readable.from([Buffer.from('whole')]), { createdAt: 1 })
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half')
      throw new Error('connection lost')
    })(),
  )
  await expect(store.put('a', broken, { createdAt: 2 })).rejects.toThrow('connection lost')
  const opened = await store.open('a')
  expect(Buffer.concat((await opened?.content.toArray()) ?? []).toString()).toBe('whole')
})
