import { aggregateDocuments } from './actions/aggregate'
import { insertDocument } from './actions/insert'
import { modifyAndReturnDoc, modifyDocument, removeDocument } from './actions/modify'
import { calculateDocument, getDocument } from './actions/read'
import { collectionName, type Request, transactionIdOf } from './actions/request'
import { collectionAlreadyExist, DatabaseError, frameFor, invalidParam } from './database-error'
import type { Store } from './storage/store'
import { idKeyOf } from './storage/store'
import { Transactions } from './storage/transactions'
import { View } from './storage/view'
import type { Doc, ReadLimits, Reply } from './types'
import { asSdkReads, stringifyEjson } from './values/ejson'

export interface Environment {
  /** milliseconds since 1970 */
  now: () => number
  /** Makes the `_id` of a document without one, and the ids of transactions. */
  newId: () => string
  /** 0 <= number < 1, for `$sample` */
  random: () => number
}

type Handle = (request: Request, limits: ReadLimits) => Promise<Reply>

/** The document database of the local cloud: answers the `database.*` actions of the SDK. */
export class DatabaseService {
  readonly #store: Store
  readonly #environment: Environment
  readonly #transactions: Transactions
  readonly #actions: Map<string, Handle>

  constructor(store: Store, environment: Environment) {
    this.#store = store
    this.#environment = environment
    this.#transactions = new Transactions(store, environment)
    this.#actions = this.#makeActions()
  }

  /**
   * Answers one request.
   * @param action the name without `database.`
   * @param request the body as the SDK sends it
   * @param limits how much the caller may read at once
   * @returns `data` of the reply, or its `transactionId`
   * @throws DatabaseError with the code and message for the wire
   */
  async handle(action: string, request: Request, limits: ReadLimits): Promise<Reply> {
    const handle = this.#actions.get(action)
    if (!handle) throw invalidParam(`Unknown action database.${action}`)
    try {
      if (transactionIdOf(request) !== undefined) refuseInTransaction(action, request)
      return await handle(request, limits)
    } catch (error) {
      throw error instanceof DatabaseError ? frameFor(action, error) : error
    }
  }

  collections(): string[] {
    return this.#store.collections()
  }

  /** One document as the SDK would hand it to a program. */
  read(collection: string, id: unknown): Doc | undefined {
    const doc = this.#store.get(collection, idKeyOf(id), undefined)
    return doc && asSdkReads(doc)
  }

  /** The documents of a collection in natural order, as the SDK would hand them to a program. */
  all(collection: string, { limit = Number.POSITIVE_INFINITY }: { limit?: number } = {}): Doc[] {
    const docs: Doc[] = []
    for (const doc of this.#store.scan(collection, undefined)) {
      if (docs.length >= limit) break
      docs.push(asSdkReads(doc))
    }
    return docs
  }

  /** Adds documents, and the collection if there is none. Returns their `_id`s. */
  async insert(collection: string, ...docs: Doc[]): Promise<unknown[]> {
    const request = { collectionName: collection, data: docs.map(stringifyEjson) }
    await this.#store.write(() => {
      if (!this.#store.has(collectionName(request))) this.#store.addCollection(collection)
    })
    if (docs.length === 0) return []
    const { data } = await this.handle('insertDocument', request, { maxLimit: 1000, defaultLimit: 100 })
    return (data as { insertedIds: unknown[] }).insertedIds
  }

  /** Removes all documents and collections and ends all transactions. */
  async reset(): Promise<void> {
    this.#transactions.abortAll()
    await this.#store.clear()
  }

  /** Ends all transactions, waits for the writes under way and gives the folder back. */
  async close(): Promise<void> {
    this.#transactions.abortAll()
    await this.#store.close()
  }

  #makeActions(): Map<string, Handle> {
    const { now, newId, random } = this.#environment
    return new Map<string, Handle>([
      ['addCollection', request => this.#addCollection(request)],
      [
        'insertDocument',
        async request => {
          const { failure, ...data } = await this.#write(
            request,
            insertDocument(request, { now: now(), newId }),
          )
          if (failure) throw failure
          return { data }
        },
      ],
      [
        'getDocument',
        async (request, limits) =>
          this.#read(request, view => getDocument(request, { view, now: now(), limits })),
      ],
      [
        'calculateDocument',
        async (request, limits) =>
          this.#read(request, view => calculateDocument(request, { view, now: now(), limits })),
      ],
      [
        'aggregateDocuments',
        async request =>
          this.#read(request, view => aggregateDocuments(request, { view, now: now(), random })),
      ],
      [
        'modifyDocument',
        async request => ({
          data: await this.#write(request, modifyDocument(request, { now: now(), newId })),
        }),
      ],
      [
        'modifyAndReturnDoc',
        async request => ({
          data: await this.#write(request, modifyAndReturnDoc(request, { now: now(), newId })),
        }),
      ],
      [
        'removeDocument',
        async request => ({
          data: await this.#write(request, removeDocument(request, { now: now(), newId })),
        }),
      ],
      ['startTransaction', async () => ({ transactionId: this.#transactions.start() })],
      [
        'commitTransaction',
        async request => {
          await this.#transactions.commit(requiredTransaction(request))
          return {}
        },
      ],
      [
        'abortTransaction',
        async request => {
          this.#transactions.abort(requiredTransaction(request))
          return {}
        },
      ],
    ])
  }

  async #addCollection(request: Request): Promise<Reply> {
    const name = collectionName(request)
    await this.#store.write(() => {
      if (this.#store.has(name)) throw collectionAlreadyExist(name)
      this.#store.addCollection(name)
    })
    return {}
  }

  #read(request: Request, work: (view: View) => unknown): Reply {
    const id = transactionIdOf(request)
    return { data: id === undefined ? work(new View(this.#store)) : this.#transactions.read(id, work) }
  }

  async #write<T>(request: Request, work: (view: View) => T): Promise<T> {
    const id = transactionIdOf(request)
    return id === undefined ? this.#transactions.writeAlone(work) : this.#transactions.write(id, work)
  }
}

/**
 * "在事务中仅能进行单记录操作，也就是不能使用 where、aggregate 接口". How the platform says no is not known.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/reference-sdk-api/database/transaction/Transaction.collection.html
 */
function refuseInTransaction(action: string, request: Request): void {
  const isAggregate = action === 'aggregateDocuments'
  const isWhere = !isAggregate && action !== 'insertDocument' && request.queryType === 'WHERE'
  if (!isAggregate && !isWhere) return
  throw invalidParam(
    `the local cloud refuses ${isAggregate ? 'aggregate()' : 'where()'} in a transaction: only records named by doc(id) may be used`,
  )
}

function requiredTransaction(request: Request): string {
  const id = transactionIdOf(request)
  if (id === undefined) throw invalidParam('Cannot read "transactionId": it is missing')
  return id
}
