import { HttpProblem } from './http-problem'
import type { GatewayContext } from './types'

/** A body of JSON that holds an object. */
export type JsonObject = Record<string, unknown>

/**
 * The whole body of a request, of a bounded size.
 *
 * @throws HttpProblem 413 as soon as it is known to be too large; 400 if the client goes away
 */
export async function readBody(context: GatewayContext, maxBytes: number): Promise<Buffer> {
  const { incoming } = context.env
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const chunks: Buffer[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    if (incoming.destroyed) reject(cutOff())
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= maxBytes) return void chunks.push(chunk)
      incoming.removeAllListeners('data').resume()
      reject(tooLarge(maxBytes))
    })
    incoming.on('end', resolve)
    incoming.on('error', () => reject(cutOff()))
    // comes after every 'end' too, where an error nobody sees would cost a stack trace
    incoming.on('close', () => {
      if (!incoming.readableEnded) reject(cutOff())
    })
  })
  return Buffer.concat(chunks)
}

/** What a text holds, or undefined if it is not JSON. */
export function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** @throws HttpProblem 400 for anything that is not a JSON object */
export async function readJson(context: GatewayContext, maxBytes: number): Promise<JsonObject> {
  return readJsonObject(await readBody(context, maxBytes))
}

export function readJsonObject(body: Buffer): JsonObject {
  const value = tryParseJson(body.toString())
  if (!isObject(value)) throw new HttpProblem(400, 'the body must be a JSON object')
  return value
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function tooLarge(maxBytes: number): HttpProblem {
  return new HttpProblem(413, `the body is larger than ${maxBytes} bytes`)
}

function cutOff(): HttpProblem {
  return new HttpProblem(400, 'the request ended before its body did')
}
