import type { Doc } from '../types'
import { idKeyOf, type Snapshot, type Store } from './store'

/** One changed document; `doc` is undefined if it is removed. */
export interface Change {
  collection: string
  idKey: string
  doc: Doc | undefined
}

/**
 * The data as one transaction sees it: a state of the store, and the transaction's own changes over it, which reach
 * the store by `flush` alone.
 */
export class View {
  readonly #store: Store
  readonly #snapshot: Snapshot
  /** collection -> key of `_id` -> the changed document */
  readonly #changes = new Map<string, Map<string, Doc | undefined>>()

  constructor(store: Store, snapshot?: Snapshot) {
    this.#store = store
    this.#snapshot = snapshot
  }

  has(collection: string): boolean {
    return this.#store.has(collection)
  }

  get(collection: string, id: unknown): Doc | undefined {
    const idKey = idKeyOf(id)
    const changes = this.#changes.get(collection)
    return changes?.has(idKey) ? changes.get(idKey) : this.#store.get(collection, idKey, this.#snapshot)
  }

  /** All documents in natural order; those that the view has added come last. */
  *scan(collection: string): Generator<Doc> {
    const changes = this.#changes.get(collection)
    if (!changes) {
      yield* this.#store.scan(collection, this.#snapshot)
      return
    }
    const added = new Map(changes)
    for (const stored of this.#store.scan(collection, this.#snapshot)) {
      const idKey = idKeyOf(stored._id)
      added.delete(idKey)
      const doc = changes.has(idKey) ? changes.get(idKey) : stored
      if (doc) yield doc
    }
    for (const doc of added.values()) if (doc) yield doc
  }

  put(collection: string, doc: Doc): void {
    this.#change(collection, idKeyOf(doc._id), doc)
  }

  remove(collection: string, id: unknown): void {
    this.#change(collection, idKeyOf(id), undefined)
  }

  *changes(): Generator<Change> {
    for (const [collection, docs] of this.#changes) {
      for (const [idKey, doc] of docs) yield { collection, idKey, doc }
    }
  }

  /** Writes the changes; only inside of `Store.write`. */
  flush(): void {
    for (const { collection, idKey, doc } of this.changes()) {
      if (doc) this.#store.put(collection, doc)
      else this.#store.remove(collection, idKey)
    }
  }

  #change(collection: string, idKey: string, doc: Doc | undefined): void {
    const docs = this.#changes.get(collection)
    if (docs) docs.set(idKey, doc)
    else this.#changes.set(collection, new Map([[idKey, doc]]))
  }
}
