import { requestFailed, transactionConflict, transactionNotExist } from '../database-error'
import { OpenTransaction } from './open-transaction'
import type { Store } from './store'
import { View } from './view'

/** https://docs.cloudbase.net/error-code/DATABASE_TRANSACTION_FAIL */
const TIME_LIMIT = 30_000

/** Each transaction holds a reader of the store, of which there are 2048. */
const MAX_OPEN = 1000

/** A document among all, for locks. */
function placesIn(view: View): string[] {
  return [...view.changes()].map(({ collection, idKey }) => JSON.stringify([collection, idKey]))
}

type Outcome<T> = { result: T } | { blockedBy: OpenTransaction }

/**
 * Transactions with snapshot isolation, as https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction.html
 * describes them: reads see the snapshot and the transaction's own writes; a write locks its document; a write of
 * another transaction to a locked document, or to one that has changed since the snapshot, fails; a write outside of
 * any transaction waits until the lock is released.
 */
export class Transactions {
  readonly #store: Store
  readonly #now: () => number
  readonly #newId: () => string
  readonly #open = new Map<string, OpenTransaction>()
  readonly #locks = new Map<string, OpenTransaction>()
  /** Documents that have changed while a transaction was open: the number of the last such commit. */
  readonly #changed = new Map<string, number>()
  /** Documents that are being written, with the number of writers: no snapshot can tell whether it holds the change. */
  readonly #pending = new Map<string, number>()
  #commits = 0

  constructor(store: Store, { now, newId }: { now: () => number; newId: () => string }) {
    this.#store = store
    this.#now = now
    this.#newId = newId
  }

  start(): string {
    this.#expire()
    if (this.#open.size >= MAX_OPEN) throw requestFailed(`more than ${MAX_OPEN} transactions are open`)
    const id = this.#newId()
    const timer = setTimeout(() => this.#end(id), TIME_LIMIT)
    timer.unref()
    this.#open.set(id, new OpenTransaction(this.#now(), timer))
    return id
  }

  /** @throws DatabaseError `DATABASE_TRANSACTION_FAIL` for an id that is unknown, or older than 30 seconds */
  read<T>(id: string, work: (view: View) => T): T {
    return work(this.#usable(id).view(this.#store, this.#commits))
  }

  /** Runs `work` on the transaction's view and locks what it changes. An error ends the transaction, as in MongoDB. */
  write<T>(id: string, work: (view: View) => T): T {
    const transaction = this.#usable(id)
    const view = transaction.view(this.#store, this.#commits)
    try {
      const result = work(view)
      for (const place of placesIn(view)) this.#lock(place, transaction)
      return result
    } catch (error) {
      transaction.failed = true
      this.#release(transaction)
      throw error
    }
  }

  async commit(id: string): Promise<void> {
    const transaction = this.#usable(id)
    const view = transaction.view(this.#store, this.#commits)
    // out of reach for the time limit from here on, but its locks hold until the data is written
    this.#open.delete(id)
    try {
      const places = placesIn(view)
      this.#noteWriting(places)
      if (places.length > 0) await this.#written(places, () => this.#store.write(() => view.flush()))
    } finally {
      this.#release(transaction)
    }
  }

  abort(id: string): void {
    this.#expire()
    if (!this.#open.has(id)) throw transactionNotExist()
    this.#end(id)
  }

  /** A write outside of any transaction: waits for the locks on what `work` changes, then does it as one. */
  async writeAlone<T>(work: (view: View) => T): Promise<T> {
    for (;;) {
      this.#expire()
      const outcome = await this.#attempt(work)
      if ('result' in outcome) return outcome.result
      await outcome.blockedBy.finished
    }
  }

  /** Ends all transactions without a commit. */
  abortAll(): void {
    for (const id of [...this.#open.keys()]) this.#end(id)
  }

  #attempt<T>(work: (view: View) => T): Promise<Outcome<T>> {
    const places: string[] = []
    return this.#written(places, () =>
      this.#store.write((): Outcome<T> => {
        const view = new View(this.#store)
        const result = work(view)
        const wanted = placesIn(view)
        const blocked = wanted.find(place => this.#locks.has(place))
        if (blocked) return { blockedBy: this.#locks.get(blocked) as OpenTransaction }
        this.#noteWriting(wanted)
        places.push(...wanted)
        view.flush()
        return { result }
      }),
    )
  }

  #noteWriting(places: readonly string[]): void {
    for (const place of places) this.#pending.set(place, (this.#pending.get(place) ?? 0) + 1)
  }

  /** Does a write whose documents are noted as being written, if only in its course, and notes that it is over. */
  async #written<T>(places: readonly string[], write: () => Promise<T>): Promise<T> {
    try {
      return await write()
    } finally {
      this.#commits++
      for (const place of places) {
        const writers = (this.#pending.get(place) ?? 1) - 1
        if (writers > 0) this.#pending.set(place, writers)
        else this.#pending.delete(place)
        if (this.#open.size > 0) this.#changed.set(place, this.#commits)
      }
    }
  }

  #lock(place: string, transaction: OpenTransaction): void {
    const holder = this.#locks.get(place)
    if (holder === transaction) return
    const changed = this.#pending.has(place) || (this.#changed.get(place) ?? 0) > transaction.version
    if (holder || changed) throw transactionConflict()
    this.#locks.set(place, transaction)
    transaction.places.add(place)
  }

  #usable(id: string): OpenTransaction {
    this.#expire()
    const transaction = this.#open.get(id)
    if (!transaction || transaction.failed) throw transactionNotExist()
    return transaction
  }

  #expire(): void {
    const now = this.#now()
    for (const [id, { startedAt }] of this.#open) if (now - startedAt >= TIME_LIMIT) this.#end(id)
  }

  #end(id: string): void {
    const transaction = this.#open.get(id)
    if (!transaction) return
    this.#open.delete(id)
    this.#release(transaction)
  }

  #release(transaction: OpenTransaction): void {
    for (const place of transaction.places) this.#locks.delete(place)
    transaction.places.clear()
    transaction.end()
    if (this.#open.size === 0) this.#changed.clear()
  }
}
