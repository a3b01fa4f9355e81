import protobuf from 'protobufjs/light'
import { MalformedRequest } from './malformed-request'

/** As `wx-server-sdk` 4.0.2 has them; fields that no openapi call uses are left out. */
const { CommApiData, CommOpenApiResp } = messages({
  KeyValuePair: {
    fields: {
      key: { type: 'string', id: 1 },
      value: { type: 'bytes', id: 2 },
      contenttype: { type: 'string', id: 3 },
      filename: { type: 'string', id: 4 },
    },
  },
  OpenApiData: { fields: { pairs: { rule: 'repeated', type: 'KeyValuePair', id: 1 } } },
  CommApiData: {
    fields: {
      apiType: { type: 'int32', id: 1 },
      openapiData: { type: 'OpenApiData', id: 2 },
      appid: { type: 'string', id: 6 },
    },
  },
  CommOpenApiResp: {
    fields: {
      respData: { type: 'bytes', id: 1 },
      contentType: { type: 'string', id: 2 },
      errorCode: { type: 'int32', id: 3 },
      httpCode: { type: 'uint32', id: 4 },
    },
  },
})

/** More than any file that an openapi call may carry: a picture of 1 or 2 MB. */
const MAX_BYTES = 4 * 1024 * 1024
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** A file among the fields of a call. */
export interface OpenapiFile {
  filename: string
  content: Buffer
}

export interface OpenapiRequest {
  /** In snake_case, read from JSON. */
  fields: Record<string, unknown>
  files: Record<string, OpenapiFile>
  /** As in `openapi({ appid })`: on behalf of another mini program. */
  appid?: string
}

/**
 * Reads the `requestData` of a `wx.openApi` call.
 *
 * @throws MalformedRequest for anything else
 */
export function decodeRequest(requestData: string | Uint8Array): OpenapiRequest {
  const bytes = typeof requestData === 'string' ? fromBase64(requestData) : requestData
  if (bytes.length > MAX_BYTES) throw new MalformedRequest(`requestData holds more than ${MAX_BYTES} bytes`)
  const { openapiData, appid } = read(bytes)
  const fields: [string, unknown][] = []
  const files: [string, OpenapiFile][] = []
  for (const { key, value, filename } of openapiData?.pairs ?? []) {
    const content = Buffer.from(value)
    // The SDK means to send a content type as well, but spells the field in another way than the message does.
    if (filename) files.push([key, { filename, content }])
    else fields.push([key, fromJson(key, content)])
  }
  return {
    fields: Object.fromEntries(fields),
    files: Object.fromEntries(files),
    ...(appid && { appid }),
  }
}

/** What the SDK takes for an answer: a body of some content type, or an error of the cloud itself. */
export type WireReply = { contentType: string; body: Uint8Array } | { errorCode: number }

export function encodeReply(reply: WireReply): Buffer {
  const message =
    'errorCode' in reply
      ? { errorCode: reply.errorCode, httpCode: 200 }
      : { respData: reply.body, contentType: reply.contentType, httpCode: 200 }
  return Buffer.from(CommOpenApiResp.encode(message).finish())
}

interface Message {
  openapiData?: { pairs?: { key: string; value: Uint8Array; filename: string }[] }
  appid: string
}

function read(bytes: Uint8Array): Message {
  try {
    return CommApiData.toObject(CommApiData.decode(bytes), { defaults: true }) as Message
  } catch (error) {
    // protobufjs throws plain errors, range errors and errors of its own alike.
    throw new MalformedRequest('requestData is not a CommApiData message', { cause: error })
  }
}

function fromBase64(text: string): Buffer {
  if (!BASE64.test(text)) throw new MalformedRequest('requestData is not base64')
  return Buffer.from(text, 'base64')
}

function fromJson(key: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new MalformedRequest(`the value of "${key}" is not JSON`, { cause: error })
  }
}

function messages<Name extends string>(
  nested: Record<Name, { fields: Record<string, { type: string; id: number; rule?: string }> }>,
): Record<Name, protobuf.Type> {
  const root = protobuf.Root.fromJSON({ nested })
  const types = Object.keys(nested).map(name => [name, root.lookupType(name)])
  return Object.fromEntries(types)
}
