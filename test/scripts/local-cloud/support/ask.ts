import { request } from 'node:http'

/** An answer over HTTP. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
  /** The text as JSON, or undefined if it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came
  json: any
}

/** What is sent; `fetch` sets or refuses some of these headers by itself, Node's client sends what it is given. */
export interface Question {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Sends one request exactly as it is given. */
export function ask(url: string, { method = 'POST', headers = {}, body }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, async response => {
      const text = (await response.setEncoding('utf8').toArray()).join('')
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: parse(text) })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Posts JSON as a client of the mini program would. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  return ask(url, { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
