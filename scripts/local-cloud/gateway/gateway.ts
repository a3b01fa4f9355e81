import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { LocalCloudError } from '../local-cloud-error'
import { guard } from './guard'
import { HttpProblem } from './http-problem'
import type { GatewayEnv } from './types'

const HOST = '127.0.0.1'
/** Longer than any client here keeps a connection, so that none is closed under a request. */
const KEEP_ALIVE_MS = 60_000

/** Of connections that were answered before everything was sent: what follows the answer is of no interest. */
const AFTERMATH = new Set(['ECONNRESET', 'EPIPE', 'HPE_CLOSED_CONNECTION'])

export interface GatewayOptions {
  /** Further origins that may ask. */
  origins: readonly string[]
  /** Asked for what no route answers. */
  site: ((request: Request) => Response | undefined | Promise<Response | undefined>) | undefined
  /** Told of every request that was refused, and of faults of the cloud's own. */
  notice(text: string): void
}

/** The one server that everybody talks to. */
export interface Gateway {
  /** Routes are added here before it listens. */
  app: Hono<GatewayEnv>
  /** @param port 0 for any free one */
  listen(port: number): Promise<number>
  /** `http://127.0.0.1:<port>`; empty until it listens. */
  url(): string
  close(): Promise<void>
}

export function openGateway({ origins, site, notice }: GatewayOptions): Gateway {
  let port = 0
  const app = new Hono<GatewayEnv>()
  app.use(guard({ port: () => port, origins }))
  app.notFound(async context => {
    const found = await site?.(context.req.raw)
    if (found) return found
    const text = `there is nothing at ${context.req.method} ${context.req.path.slice(0, 200)}`
    notice(text)
    return context.json({ error: text }, 404)
  })
  app.onError((error, context) => {
    const where = `${context.req.method} ${context.req.path.slice(0, 200)}`
    if (error instanceof HttpProblem) {
      notice(`${where}: ${error.message}`)
      return context.json({ error: error.message }, error.status)
    }
    notice(`${where}: ${error.stack ?? error.message}`)
    return context.json({ error: 'the local cloud itself failed; its log says why' }, 500)
  })

  // what hono's adapter cannot even make a request of: an address or a host that is none
  const errorHandler = (error: unknown) => {
    notice(`a request that cannot be read: ${error instanceof Error ? error.message : error}`)
    return new Response(null, { status: 400 })
  }
  const server = createServer(getRequestListener(app.fetch, { errorHandler }))
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!AFTERMATH.has(error.code ?? '')) notice(`a request that is no HTTP: ${error.code ?? error.message}`)
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  return {
    app,
    async listen(wanted) {
      port = await listen(server, wanted)
      return port
    },
    url: () => `http://${HOST}:${port}`,
    async close() {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error)
      reject(
        new LocalCloudError('port-taken', `cannot listen on port ${wanted}: ${error.code}`, { cause: error }),
      )
    })
    server.listen(wanted, HOST, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : wanted)
    })
  })
}
