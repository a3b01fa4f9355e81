/** A request as it would have gone over the wire. */
export interface SentRequest {
  method: string
  url: string
  headers: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever was sent
  body: any
  timeout: number
}

export interface FakeAnswer {
  status?: number
  /** Sent as JSON, or as it is if it is a text. */
  body?: unknown
  headers?: Record<string, string>
}

/** `undefined` is a server that is not there; a promise that never ends is one that does not answer. */
type Answerer = (request: SentRequest) => FakeAnswer | undefined | Promise<FakeAnswer>

/**
 * Takes the place of `XMLHttpRequest` and answers instead of the local cloud, for the tests of a file.
 *
 * @returns what was sent, and how to answer
 */
export function useFakeCloud(): { sent: SentRequest[]; answer(answerer: Answerer): void } {
  const real = globalThis.XMLHttpRequest
  const sent: SentRequest[] = []
  let answerer: Answerer = () => ({})

  class FakeRequest {
    static readonly HEADERS_RECEIVED = 2
    readonly upload: { onprogress?: (event: object) => void } = {}
    readyState = 0
    status = 0
    response = new ArrayBuffer(0)
    timeout = 0
    onprogress?: (event: object) => void
    onreadystatechange?: () => void
    onload?: () => void
    onerror?: () => void
    onabort?: () => void
    ontimeout?: () => void
    #isOver = false
    #request = { method: '', url: '', headers: {} as Record<string, string> }
    #headers: Record<string, string> = {}

    open(method: string, url: string) {
      this.#request = { method, url, headers: {} }
    }
    setRequestHeader(name: string, value: string) {
      this.#request.headers[name.toLowerCase()] = value
    }
    getAllResponseHeaders() {
      return Object.entries(this.#headers)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')
    }
    abort() {
      this.#isOver = true
      this.onabort?.()
    }
    async send(body: unknown) {
      const request = { ...this.#request, body: parse(body), timeout: this.timeout }
      sent.push(request)
      await null
      const total = body instanceof Blob ? body.size : String(body).length
      if (!this.#isOver) this.upload.onprogress?.({ loaded: total / 2, total })
      const answer = await answerer(request)
      if (this.#isOver) return
      if (!answer) return this.onerror?.()
      const { status = 200, body: reply = {}, headers = {} } = answer
      this.status = status
      this.#headers = headers
      this.readyState = FakeRequest.HEADERS_RECEIVED
      this.onreadystatechange?.()
      const text = typeof reply === 'string' ? reply : JSON.stringify(reply)
      this.response = new Uint8Array(Buffer.from(text)).buffer
      this.onprogress?.({ loaded: text.length, total: text.length })
      this.onload?.()
    }
  }

  beforeAll(() => {
    Object.assign(globalThis, { XMLHttpRequest: FakeRequest, TextDecoder: require('node:util').TextDecoder })
  })
  afterEach(() => {
    sent.length = 0
    answerer = () => ({})
  })
  afterAll(() => {
    globalThis.XMLHttpRequest = real
  })
  return {
    sent,
    answer(wanted) {
      answerer = wanted
    },
  }
}

function parse(body: unknown): unknown {
  if (typeof body !== 'string') return body
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
