/** One call that WeChat would have carried out. */
export interface SentCall {
  /** Such as `subscribeMessage.send`. */
  readonly name: string
  /** As they went over the wire, in snake_case. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly files: readonly { readonly field: string; readonly filename: string; readonly bytes: number }[]
  /** Of the user who called the function; undefined where none did. */
  readonly openid: string | undefined
  readonly functionName: string
  /** Milliseconds since 1970. */
  readonly at: number
}

const MAX_CALLS = 500

/** The last calls, oldest first. */
export class SentCalls {
  #calls: SentCall[] = []

  add(call: SentCall): void {
    this.#calls.push(call)
    if (this.#calls.length > MAX_CALLS) this.#calls.shift()
  }

  list(): readonly SentCall[] {
    return [...this.#calls]
  }

  clear(): void {
    this.#calls = []
  }
}
