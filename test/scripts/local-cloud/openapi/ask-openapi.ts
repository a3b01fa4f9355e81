import protobuf from 'protobufjs'
import { createOpenapi, type Openapi, type OpenapiCall } from '../../../../scripts/local-cloud/openapi'

/** The messages as the SDK has them, read from their text so that the test does not lean on the code it tests. */
const { root } = protobuf.parse(`
  syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4; }
`)

export interface DecodedReply {
  errorCode: number
  contentType: string
  respData: Buffer
  /** Of a JSON reply. */
  json?: Record<string, unknown> & { errcode: number; errmsg: string }
}

export function decodeReply(reply: Buffer): DecodedReply {
  const type = root.lookupType('CommOpenApiResp')
  const decoded = type.toObject(type.decode(reply), { defaults: true }) as DecodedReply
  if (/json/.test(decoded.contentType)) decoded.json = JSON.parse(decoded.respData.toString())
  return decoded
}

/** As the SDK encodes a call's fields: undefined ones are left out, buffers are files. */
export function encodeRequest(fields: Record<string, unknown>, more: object = {}): Buffer {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      Buffer.isBuffer(value)
        ? { key, value, filename: `${key}.png` }
        : { key, value: Buffer.from(JSON.stringify(value)) },
    )
  const type = root.lookupType('CommApiData')
  return Buffer.from(type.encode({ apiType: 0, openapiData: { pairs }, ...more }).finish())
}

export const ME = 'oMe000000000000000000000001'
export const APPID = 'wx0000000000000000'

/** WeChat's server with a clock that the test moves and ids that count up. */
export function openapiForTest(options: { pages?: () => string[] } = {}): {
  openapi: Openapi
  clock: { now: number }
  lines: string[]
  ask(name: string, fields?: Record<string, unknown>, call?: Partial<OpenapiCall>): DecodedReply
} {
  const clock = { now: Date.UTC(2026, 10, 21) }
  const lines: string[] = []
  let id = 0
  const openapi = createOpenapi({
    now: () => clock.now,
    newId: () => `id-${++id}`,
    log: line => lines.push(line),
    ...options,
  })
  const ask = (name: string, fields: Record<string, unknown> = {}, call: Partial<OpenapiCall> = {}) =>
    decodeReply(
      openapi.answer({
        apiName: name,
        requestData: encodeRequest(fields),
        permissions: [name],
        source: 'wx_client',
        functionName: 'tester',
        openid: ME,
        appid: APPID,
        ...call,
      }),
    )
  return { openapi, clock, lines, ask }
}
