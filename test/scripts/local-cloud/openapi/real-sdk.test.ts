import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createOpenapi, type Openapi } from '../../../../scripts/local-cloud/openapi'
import { runWithSdk } from '../support/run-with-sdk'

const ME = 'oMe000000000000000000000001'

/** A script for the child process: it settles one call of the SDK and prints the outcome as JSON. */
const script = (call: string) => `
  const cloud = require('wx-server-sdk')
  cloud.init({ env: 'dev-local' })
  ${call}
    .then(
      result => ({ result, isBuffer: Buffer.isBuffer(result.buffer) }),
      error => ({ errCode: error.errCode, errMsg: error.errMsg, message: error.message }),
    )
    .then(outcome => process.stdout.write(JSON.stringify(outcome)))
`

const PERMISSIONS = [
  'wxacode.getUnlimited',
  'security.msgSecCheck',
  'security.imgSecCheck',
  'subscribeMessage.send',
  'phonenumber.getPhoneNumber',
]

// Each call starts a process and loads the SDK.
jest.setTimeout(30_000)

let openapi: Openapi
let server: Server
let source: string

beforeEach(async () => {
  openapi = createOpenapi({ now: () => Date.UTC(2026, 10, 21), newId: () => '61655d5b-00000000-00000000' })
  source = 'wx_client'
  server = createServer(async (request, response) => {
    const body = await readBody(request)
    const reply = openapi.answer({
      apiName: partOf(body, 'apiName').toString(),
      requestData: partOf(body, 'requestData'),
      permissions: PERMISSIONS,
      source,
      functionName: 'tester',
      openid: ME,
      appid: 'wx0000000000000000',
    })
    response.setHeader('content-type', 'application/octet-stream').end(reply)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => new Promise(resolve => server.close(resolve).closeAllConnections()))

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** One part of a multipart body as bytes; readers of form data take it for text and spoil it. */
function partOf(body: Buffer, name: string): Buffer {
  const headers = body.indexOf(`name="${name}"`)
  const start = body.indexOf('\r\n\r\n', headers) + 4
  return body.subarray(start, body.indexOf('\r\n--', start))
}

/** Makes one call of `cloud` in a process that looks like the platform's runtime. */
async function withSdk(call: string): Promise<unknown> {
  const { port } = server.address() as AddressInfo
  const output = await runWithSdk(['-e', script(call)], `http://127.0.0.1:${port}/admin?`, {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: ME,
    WX_APPID: 'wx0000000000000000',
    TCB_SOURCE: source,
  })
  return JSON.parse(output)
}

test('the real SDK raises its real errors for a missing permission, an unknown name and a wrong source', async () => {
  expect(await withSdk(`cloud.openapi.wxacode.get({ path: 'pages/index/index' })`)).toEqual({
    errCode: -604101,
    errMsg: 'system error: error code: -604101',
    message:
      'errCode: -604101 function has no permission to call this API | errMsg: system error: error code: -604101',
  })
  expect(await withSdk(`cloud.openapi.no.such()`)).toEqual({
    errCode: -604100,
    errMsg: 'system error: error code: -604100',
    message: 'errCode: -604100 API not found | errMsg: system error: error code: -604100',
  })
  source = 'scf'
  expect(await withSdk(`cloud.openapi.wxacode.getUnlimited({ scene: 'a' })`)).toMatchObject({
    errCode: -604104,
    errMsg: 'system error: error code: -604104',
  })
})

test('the real SDK gives a Buffer for wxacode.getUnlimited', async () => {
  expect(
    await withSdk(`cloud.openapi.wxacode.getUnlimited({ scene: 'a=1', lineColor: { r: 255 } })`),
  ).toEqual({
    isBuffer: true,
    result: {
      contentType: 'image/png',
      buffer: { type: 'Buffer', data: expect.arrayContaining([0x89, 0x50]) },
      errCode: 0,
      errMsg: 'openapi.wxacode.getUnlimited:ok',
    },
  })
  expect(openapi.sent()[0]?.fields).toEqual({ scene: 'a=1', line_color: { r: 255 } })
})

test('the real SDK gives documented fields in camel case', async () => {
  const check = `cloud.openapi.security.msgSecCheck({ content: 'risky-ads', version: 2, scene: 1, openid: '${ME}' })`
  expect(await withSdk(check)).toMatchObject({
    result: {
      result: { suggest: 'risky', label: 10001 },
      traceId: '61655d5b-00000000-00000000',
      errCode: 0,
      errMsg: 'openapi.security.msgSecCheck:ok',
    },
  })
  const code = openapi.phoneCodes.issue(ME, { purePhoneNumber: '13800000000' })
  expect(await withSdk(`cloud.openapi.phonenumber.getPhoneNumber({ code: '${code}' })`)).toMatchObject({
    result: { phoneInfo: { phoneNumber: '13800000000', purePhoneNumber: '13800000000', countryCode: '86' } },
  })
})

test('the real SDK throws what the API refuses', async () => {
  const send = `cloud.openapi.subscribeMessage.send({ touser: '${ME}', templateId: 'T', data: { thing1: { value: 'x' } } })`
  expect(await withSdk(send)).toMatchObject({
    errCode: 43101,
    errMsg: expect.stringMatching(
      /^openapi\.subscribeMessage\.send:fail user refuse to accept the msg rid: 61655d5b-00000000-00000000 \[local cloud: /,
    ),
    message: expect.stringMatching(/^errCode: 43101 {2}\| errMsg: openapi\.subscribeMessage\.send:fail user/),
  })
  openapi.subscriptions.add(ME, 'T')
  expect(await withSdk(send)).toMatchObject({
    result: { errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' },
  })
})

test('a file that the real SDK sends arrives as one', async () => {
  const media = `{ contentType: 'image/png', value: Buffer.from([0x89, 0xff, 13, 10, 0]) }`
  expect(await withSdk(`cloud.openapi.security.imgSecCheck({ media: ${media} })`)).toMatchObject({
    result: { errCode: 0, localCloud: expect.stringContaining('generic answer') },
  })
  expect(openapi.sent()[0]?.files).toEqual([{ field: 'media', filename: 'media.png', bytes: 5 }])
})
