import { createHash } from 'node:crypto'
import { createWriteStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { entryName, keyOfEntry, makingName, newBlobName, objectKey } from './file-names'
import { orMissing } from './missing'
import { discard, removeRemains } from './remains'
import { openTurns } from './turns'

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
  /**
   * Undefined if there is no such file. The content is that of `object`, even if the file is replaced while it is read.
   * It must be read or destroyed.
   */
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
 * Contents may arrive side by side; only the entry of a path is read and changed in turn, so that no blob is lost track of.
 */
export function openObjectStore(dir: string, { maxBytes }: { maxBytes: number }): ObjectStore {
  const takeTurn = openTurns()
  const fileOf = (name: string) => join(dir, name)
  const read = async (key: string): Promise<Entry | undefined> => {
    const text = await orMissing(readFile(fileOf(entryName(key)), 'utf8'))
    return text === undefined ? undefined : (JSON.parse(text) as Entry)
  }
  const write = async (key: string, entry: Entry) => {
    const making = fileOf(makingName(entry.blob))
    await writeFile(making, JSON.stringify(entry))
    await rename(making, fileOf(entryName(key)))
  }
  // at first use rather than here: by then it is certain that no other cloud works on this folder
  let tidied: Promise<void> | undefined
  const tidy = () => {
    tidied ??= removeRemains(dir, async key => (await read(key))?.blob).catch(bearUntidy)
    return tidied
  }

  return {
    async put(cloudPath, content, about) {
      await tidy()
      await mkdir(dir, { recursive: true })
      const key = objectKey(cloudPath)
      const blob = newBlobName(key)
      const measured = await writeBlob(fileOf(blob), content, maxBytes)
      const object: StoredObject = { cloudPath, ...measured, ...about }
      await takeTurn(key, async () => {
        const before = await read(key)
        await write(key, { ...object, blob })
        if (before) await discard(fileOf(before.blob))
      })
      return object
    },
    async find(cloudPath) {
      const key = objectKey(cloudPath)
      return withoutBlob(await takeTurn(key, () => read(key)))
    },
    async open(cloudPath) {
      await tidy()
      const key = objectKey(cloudPath)
      return await takeTurn(key, async () => {
        const entry = await read(key)
        const object = withoutBlob(entry)
        // a file that is open stays whole for its reader; one that is opened later may be gone by then
        const blob = entry && (await orMissing(open(fileOf(entry.blob))))
        return object && blob && { object, content: blob.createReadStream() }
      })
    },
    async remove(cloudPath) {
      const key = objectKey(cloudPath)
      return await takeTurn(key, async () => {
        const entry = await read(key)
        if (!entry) return false
        await rm(fileOf(entryName(key)), { force: true })
        await discard(fileOf(entry.blob))
        return true
      })
    },
    async list() {
      await tidy()
      const names = (await orMissing(readdir(dir))) ?? []
      const keys = names.flatMap(name => keyOfEntry(name) ?? [])
      const entries = await Promise.all(keys.map(key => takeTurn(key, () => read(key))))
      return entries
        .flatMap(entry => withoutBlob(entry) ?? [])
        .sort((a, b) => (a.cloudPath < b.cloudPath ? -1 : 1))
    },
    reset: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }),
  }
}

/** What cannot be tidied up, for a disk that refuses or a torn entry, must not keep anybody from their files. */
function bearUntidy(error: unknown): void {
  const isOfDisk = (error as NodeJS.ErrnoException).code !== undefined
  if (!isOfDisk && !(error instanceof SyntaxError)) throw error
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

function withoutBlob(entry: Entry | undefined): StoredObject | undefined {
  if (!entry) return undefined
  const { blob: _, ...object } = entry
  return object
}
