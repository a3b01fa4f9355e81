import type { Transaction as LmdbTransaction } from 'lmdb'
import type { Store } from './store'
import { View } from './view'

/** A transaction that is going on. */
export class OpenTransaction {
  /** Resolves when the transaction has ended, in whatever way. */
  readonly finished: Promise<void>
  /** The documents that it has locked. */
  readonly places = new Set<string>()
  /** Set by a conflict or a refused write: all that is left to do is to roll back. */
  failed = false
  /** How many commits there had been when the snapshot was taken. */
  version = 0
  readonly startedAt: number
  readonly #timer: NodeJS.Timeout
  #finish: () => void = () => {}
  #snapshot: LmdbTransaction | undefined
  #view: View | undefined

  /** @param timer ends the transaction when its time is over */
  constructor(startedAt: number, timer: NodeJS.Timeout) {
    this.startedAt = startedAt
    this.#timer = timer
    this.finished = new Promise(resolve => {
      this.#finish = resolve
    })
  }

  /** The snapshot is taken by the first operation, as MongoDB does it. */
  view(store: Store, version: number): View {
    if (!this.#view) {
      this.#snapshot = store.snapshot()
      this.#view = new View(store, this.#snapshot)
      this.version = version
    }
    return this.#view
  }

  end(): void {
    clearTimeout(this.#timer)
    this.#snapshot?.done()
    this.#snapshot = undefined
    this.#finish()
  }
}
