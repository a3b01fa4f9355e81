type Listener = (...values: unknown[]) => void

interface Entry {
  listener: Listener
  isOnce: boolean
}

/**
 * Between a page and the one that opened it; both have the same.
 * https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html
 */
export class EventChannel {
  readonly #listeners = new Map<string, Entry[]>()

  /** @param events listeners by the name of an event */
  constructor(events: unknown = {}) {
    for (const [name, listener] of Object.entries(events ?? {}))
      if (typeof listener === 'function') this.on(name, listener as Listener)
  }

  emit(name: string, ...values: unknown[]): void {
    const heard = this.#of(name)
    this.#listeners.set(
      name,
      heard.filter(({ isOnce }) => !isOnce),
    )
    for (const { listener } of heard) listener(...values)
  }

  on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...this.#of(name), { listener, isOnce: false }])
  }

  once(name: string, listener: Listener): void {
    this.#listeners.set(name, [...this.#of(name), { listener, isOnce: true }])
  }

  /** @param listener all of them without it */
  off(name: string, listener?: Listener): void {
    const isLeft = (entry: Entry) => listener !== undefined && entry.listener !== listener
    this.#listeners.set(name, this.#of(name).filter(isLeft))
  }

  #of(name: string): Entry[] {
    return this.#listeners.get(name) ?? []
  }
}
