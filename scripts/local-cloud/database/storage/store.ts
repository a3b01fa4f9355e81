import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb'
import type { Doc } from '../types'
import { parseStored, stringifyForStore } from '../values/ejson'
import { valueKey } from '../values/value-key'
import { lockDirectory } from './directory-lock'

/** A state of the data that no later write changes; `undefined` stands for the present one. */
export type Snapshot = Transaction | undefined

/** Keys in LMDB may have 1978 bytes; a longer `_id` is indexed by its hash. */
const MAX_KEY_BYTES = 1000

/** The key of a value of `_id`: equal for equal values. */
export function idKeyOf(id: unknown): string {
  const key = valueKey(id)
  return Buffer.byteLength(key) <= MAX_KEY_BYTES ? key : `#${createHash('sha256').update(key).digest('hex')}`
}

/**
 * Documents on disk, in LMDB. A document has a number within its collection, in the order of insertion, which is the
 * order of a read that asks for none; an index leads from `_id` to that number. Nothing else is indexed.
 */
export class Store {
  readonly #root: RootDatabase<string, string>
  /** name of a collection -> its number */
  readonly #collections: Database<number, string>
  /** [collection, document] -> the document as extended JSON */
  readonly #documents: Database<string, [number, number]>
  /** [collection, key of `_id`] -> number of the document */
  readonly #ids: Database<number, [number, string]>
  readonly #unlock: () => void
  /** The collections, in memory: names and numbers never change, only come and go. */
  #numbers: Map<string, number>
  readonly #nextNumbers = new Map<number, number>()

  /** @throws KitError `in-use` if another process has the folder open */
  constructor(dir: string) {
    mkdirSync(dir, { recursive: true })
    this.#unlock = lockDirectory(dir)
    this.#root = this.#open(dir)
    this.#collections = this.#root.openDB('collections', { encoding: 'ordered-binary' })
    this.#documents = this.#root.openDB('documents', { encoding: 'string' })
    this.#ids = this.#root.openDB('ids', { encoding: 'ordered-binary' })
    this.#numbers = new Map([...this.#collections.getRange()].map(({ key, value }) => [key, value]))
  }

  collections(): string[] {
    return [...this.#numbers.keys()].sort()
  }

  has(collection: string): boolean {
    return this.#numbers.has(collection)
  }

  /** The document with an `_id`, given by its key. */
  get(collection: string, idKey: string, snapshot: Snapshot): Doc | undefined {
    const number = this.#numbers.get(collection)
    if (number === undefined) return undefined
    const position = this.#ids.get([number, idKey], { transaction: snapshot })
    if (position === undefined) return undefined
    const text = this.#documents.get([number, position], { transaction: snapshot })
    return text === undefined ? undefined : parseStored(text)
  }

  /** All documents of a collection in natural order. */
  *scan(collection: string, snapshot: Snapshot): Generator<Doc> {
    const number = this.#numbers.get(collection)
    if (number === undefined) return
    const range = { start: [number, 0] as [number, number], end: [number + 1, 0] as [number, number] }
    for (const { value } of this.#documents.getRange({ ...range, transaction: snapshot }))
      yield parseStored(value)
  }

  /** Holds the present state fast; `done()` must be called on it. */
  snapshot(): Transaction {
    this.#root.resetReadTxn()
    return this.#documents.useReadTransaction()
  }

  /**
   * Runs `work`, which may read and write, as one: all of it is on disk when the promise resolves, none of it if
   * `work` throws. Works run one after the other.
   */
  async write<T>(work: () => T): Promise<T> {
    const result = await this.#root.childTransaction(work)
    await this.#root.flushed
    return result
  }

  /** Only inside of `write`. */
  addCollection(name: string): void {
    const number = Math.max(0, ...this.#numbers.values()) + 1
    this.#collections.put(name, number)
    this.#numbers.set(name, number)
  }

  /** Replaces the document with the same `_id`, or adds this one as the last. Only inside of `write`. */
  put(collection: string, doc: Doc): void {
    const number = this.#numbers.get(collection) as number
    const key: [number, string] = [number, idKeyOf(doc._id)]
    const known = this.#ids.get(key)
    const position = known ?? this.#nextPosition(number)
    if (known === undefined) this.#ids.put(key, position)
    this.#documents.put([number, position], stringifyForStore(doc))
  }

  /** Only inside of `write`. */
  remove(collection: string, idKey: string): void {
    const number = this.#numbers.get(collection) as number
    const position = this.#ids.get([number, idKey])
    if (position === undefined) return
    this.#ids.remove([number, idKey])
    this.#documents.remove([number, position])
  }

  /** Removes everything, the collections too. */
  async clear(): Promise<void> {
    await this.#root.committed
    this.#root.transactionSync(() => {
      for (const database of [this.#documents, this.#ids, this.#collections]) database.clearSync()
    })
    this.#numbers = new Map()
    this.#nextNumbers.clear()
  }

  async close(): Promise<void> {
    await this.#root.close()
    this.#unlock()
  }

  #open(dir: string): RootDatabase<string, string> {
    try {
      // a dot in the folder's name would make LMDB take it for a file
      return open<string, string>({
        path: dir,
        noSubdir: false,
        maxDbs: 3,
        maxReaders: 2048,
        encoding: 'string',
      })
    } catch (error) {
      this.#unlock()
      throw error
    }
  }

  #nextPosition(collection: number): number {
    const next = this.#nextNumbers.get(collection) ?? this.#lastPosition(collection) + 1
    this.#nextNumbers.set(collection, next + 1)
    return next
  }

  #lastPosition(collection: number): number {
    const [last] = this.#documents.getKeys({
      start: [collection + 1, 0],
      end: [collection, -1],
      reverse: true,
      limit: 1,
    })
    return last?.[0] === collection ? last[1] : 0
  }
}
