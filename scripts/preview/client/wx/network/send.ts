/** What came back, as it stands on the wire. */
export interface HttpAnswer {
  statusCode: number
  header: Record<string, string>
  body: ArrayBuffer
}

export interface HttpRequest {
  method: string
  url: string
  header: Readonly<Record<string, string>>
  body?: XMLHttpRequestBodyInit
  /** Milliseconds. */
  timeout: number
  onUploaded?(sent: number, total: number): void
  onDownloaded?(received: number, total: number): void
  onHeaders?(header: Record<string, string>): void
}

export interface HttpTask {
  /** Rejects with an `Error` whose text is `abort`, `timeout` or what went wrong. */
  answer: Promise<HttpAnswer>
  abort(): void
}

/** A request whose progress can be watched and that can be ended: `fetch` tells nothing of an upload. */
export function send({ method, url, header, body, timeout, ...on }: HttpRequest): HttpTask {
  const request = new XMLHttpRequest()
  const answer = new Promise<HttpAnswer>((resolve, reject) => {
    request.open(method, url)
    request.responseType = 'arraybuffer'
    request.timeout = timeout
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => on.onUploaded?.(loaded, total)
    request.onprogress = ({ loaded, total }) => on.onDownloaded?.(loaded, total)
    request.onreadystatechange = () => {
      if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED) on.onHeaders?.(headersOf(request))
    }
    request.onload = () =>
      resolve({
        statusCode: request.status,
        header: headersOf(request),
        body: request.response as ArrayBuffer,
      })
    request.onerror = () =>
      reject(new Error('the local cloud does not answer: is `npm start` still running?'))
    request.onabort = () => reject(new Error('abort'))
    request.ontimeout = () => reject(new Error('timeout'))
    request.send(body ?? null)
  })
  return { answer, abort: () => request.abort() }
}

function headersOf(request: XMLHttpRequest): Record<string, string> {
  const lines = request.getAllResponseHeaders().trim().split('\r\n')
  return Object.fromEntries(
    lines
      .filter(line => line.includes(':'))
      .map(line => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  )
}
