import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What is known of a stored file. */
export interface StoredObject {
  cloudPath: string
  size: number
  /** MD5 of the content, as COS calls it. */
  etag: string
  /** The user who uploaded it; absent for an upload by a function. */
  openid?: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/** More came than one file may hold. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** Files by their path in the cloud. No path of the cloud ever becomes a path of this machine. */
export interface ObjectStore {
  /** @throws TooLarge */
  put(
    cloudPath: string,
    content: Readable,
    about: { openid?: string; createdAt: number },
  ): Promise<StoredObject>
  find(cloudPath: string): Promise<StoredObject | undefined>
  /** Undefined if there is no such file. */
  open(cloudPath: string): Promise<{ object: StoredObject; content: ReadStream } | undefined>
  /** Whether there was one to remove. */
  remove(cloudPath: string): Promise<boolean>
  list(): Promise<StoredObject[]>
  reset(): Promise<void>
}

type Entry = StoredObject & { blob: string }

/**
 * Each file is two: `<hash of the path>.json` says what it is, and names the blob with its content. The first is
 * written last and in one step, so a cloud that is killed at any moment finds the old file or the new one.
 */
export function openObjectStore(dir: string, { maxBytes }: { maxBytes: number }): ObjectStore {
  const entryFile = (cloudPath: string) => join(dir, `${objectKey(cloudPath)}.json`)
  const blobFile = (blob: string) => join(dir, blob)
  const read = async (file: string): Promise<Entry | undefined> => {
    const text = await orMissing(readFile(file, 'utf8'))
    return text === undefined ? undefined : (JSON.parse(text) as Entry)
  }
  const find = (cloudPath: string) => read(entryFile(cloudPath))

  return {
    async put(cloudPath, content, about) {
      await mkdir(dir, { recursive: true })
      const blob = `${objectKey(cloudPath)}.${randomUUID()}`
      const before = await find(cloudPath)
      const measured = await writeBlob(blobFile(blob), content, maxBytes)
      const object: StoredObject = { cloudPath, ...measured, ...about }
      const entry: Entry = { ...object, blob }
      const making = `${blobFile(blob)}.tmp`
      await writeFile(making, JSON.stringify(entry))
      await rename(making, entryFile(cloudPath))
      if (before) await rm(blobFile(before.blob), { force: true })
      return object
    },
    find: async cloudPath => withoutBlob(await find(cloudPath)),
    async open(cloudPath) {
      const entry = await find(cloudPath)
      const object = withoutBlob(entry)
      return entry && object && { object, content: createReadStream(blobFile(entry.blob)) }
    },
    async remove(cloudPath) {
      const entry = await find(cloudPath)
      if (!entry) return false
      await rm(entryFile(cloudPath), { force: true })
      await rm(blobFile(entry.blob), { force: true })
      return true
    },
    async list() {
      const names = (await orMissing(readdir(dir))) ?? []
      const entries = await Promise.all(names.filter(isEntryName).map(name => read(join(dir, name))))
      return entries
        .flatMap(entry => withoutBlob(entry) ?? [])
        .sort((a, b) => (a.cloudPath < b.cloudPath ? -1 : 1))
    },
    reset: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** A name for a path that any file system and any address can carry. */
export function objectKey(cloudPath: string): string {
  return createHash('sha256').update(cloudPath).digest('hex').slice(0, 40)
}

async function writeBlob(file: string, content: Readable, maxBytes: number) {
  const hash = createHash('md5')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      hash.update(chunk)
      if (size > maxBytes) done(new TooLarge(`the file is larger than ${maxBytes} bytes`))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(content, measure, createWriteStream(file))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
  return { size, etag: hash.digest('hex') }
}

function isEntryName(name: string): boolean {
  return /^[0-9a-f]{40}\.json$/.test(name)
}

function withoutBlob(entry: Entry | undefined): StoredObject | undefined {
  if (!entry) return undefined
  const { blob: _, ...object } = entry
  return object
}

async function orMissing<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
