import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Root } from 'protobufjs'

/** What the real SDK asked the gateway for. */
export interface GatewayRequest {
  action: string
  /** Fields of the JSON body, or of the multipart form, with files as buffers. */
  [field: string]: unknown
}

/** Answer of an openapi: a code for the call itself, or a body. */
export type OpenapiAnswer = { errorCode: number } | { contentType: string; body: Buffer | object }

/** Answers one action: what the SDK gets as JSON, or an openapi's answer. */
export type Answer = object | { openapi: OpenapiAnswer }

const CommOpenApiResp = Root.fromJSON({
  nested: {
    CommOpenApiResp: {
      fields: {
        respData: { type: 'bytes', id: 1 },
        contentType: { type: 'string', id: 2 },
        errorCode: { type: 'int32', id: 3 },
        httpCode: { type: 'int32', id: 4 },
      },
    },
  },
}).lookupType('CommOpenApiResp')

/**
 * The end of the wire that the real SDK posts to, on loopback: enough to see what a function asks for. It keeps no
 * state and checks nothing.
 *
 * @param answers by action; openapi calls by `wx.openApi <name>`
 */
export async function startGateway(answers: Record<string, (request: GatewayRequest) => Answer>) {
  const requests: GatewayRequest[] = []
  const uploads: { url: string; body: Buffer }[] = []

  const server = createServer(async (request, response) => {
    const body = await read(request)
    if (request.method === 'PUT') {
      uploads.push({ url: request.url ?? '', body })
      response.end()
      return
    }
    const asked = await parse(request, body)
    requests.push(asked)
    const key = asked.action === 'wx.openApi' ? `wx.openApi ${asked.apiName}` : asked.action
    const answer = answers[key]?.(asked) ?? { code: 'INVALID_PARAM', message: `no answer for "${key}"` }
    if ('openapi' in answer) {
      response.setHeader('content-type', 'application/octet-stream')
      response.end(encode(answer.openapi as OpenapiAnswer))
    } else {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ requestId: 'r1', ...answer }))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'dev-local',
    TCB_ENV: 'dev-local',
    TENCENTCLOUD_SECRETID: 'id',
    TENCENTCLOUD_SECRETKEY: 'key',
    TENCENTCLOUD_SESSIONTOKEN: 'token',
    WX_API_TOKEN: 'call-1',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin?` }),
  })

  return {
    url,
    requests,
    uploads,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A running gateway. */
export type Gateway = Awaited<ReturnType<typeof startGateway>>

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

async function parse(request: IncomingMessage, body: Buffer): Promise<GatewayRequest> {
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/')) return JSON.parse(body.toString())
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const fields: Record<string, unknown> = {}
  for (const [name, value] of form) {
    fields[name] = typeof value === 'string' ? value : Buffer.from(await value.arrayBuffer())
  }
  return fields as GatewayRequest
}

function encode(answer: OpenapiAnswer): Buffer {
  if ('errorCode' in answer) return Buffer.from(CommOpenApiResp.encode(answer).finish())
  const { contentType, body } = answer
  const respData = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body))
  return Buffer.from(CommOpenApiResp.encode({ respData, contentType, httpCode: 200 }).finish())
}
