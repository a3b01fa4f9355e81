import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request, with its whole body. */
export interface ReceivedRequest {
  method: string
  /** With the query. */
  url: string
  body: string
  contentType: string | undefined
}

type Answer = (response: ServerResponse, request: ReceivedRequest) => unknown

/** Servers on loopback that answer whatever the test says; they end with the test, and what they still hold too. */
export function useServer(): (
  answer: Answer,
) => Promise<{ url: string; requests: readonly ReceivedRequest[] }> {
  const servers: Server[] = []
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  })
  return async answer => {
    const requests: ReceivedRequest[] = []
    const server = createServer(async (incoming, response) => {
      const request = await received(incoming)
      requests.push(request)
      answer(response, request)
    })
    servers.push(server)
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
  }
}

async function received(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const body = (await incoming.setEncoding('utf8').toArray()).join('')
  return {
    method: incoming.method ?? '',
    url: incoming.url ?? '',
    body,
    contentType: incoming.headers['content-type'],
  }
}

/** An answer of JSON. */
export const json =
  (value: unknown): Answer =>
  response =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(value))
