import { main } from '../../../cloudfunctions/qrcode/index'
import { type Gateway, type OpenapiAnswer, startGateway } from '../gateway'
import { notAnObject } from '../wrong-inputs'
import { asUser } from '../wx-context'

const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
let gateway: Gateway
let answer: OpenapiAnswer
beforeAll(async () => {
  gateway = await startGateway({
    'wx.openApi wxacode.getUnlimited': () => ({ openapi: answer }),
    'storage.getUploadMetadata': ({ path }) => ({
      data: {
        url: `${gateway.url}/cos/${path}`,
        token: 't',
        authorization: 'a',
        fileId: `cloud://dev-local.bucket/${path}`,
        cosFileId: 'c',
      },
    }),
  })
})
beforeEach(() => {
  answer = { contentType: 'image/jpeg', body: picture }
  gateway.requests.length = 0
  gateway.uploads.length = 0
})
afterAll(() => gateway.stop())

/** The fields of the openapi call, from the protobuf that the SDK sent: strings are readable inside it. */
function sent(): string {
  const call = gateway.requests.find(request => request.apiName === 'wxacode.getUnlimited')
  return String(call?.requestData)
}

test('qrcode uploads the picture and replies with its file id', async () => {
  const reply = await asUser(() => main({ scene: 'id=1', page: 'pages/home/home' }))
  expect(reply).toEqual({
    ok: true,
    data: { fileID: expect.stringMatching(/^cloud:\/\/dev-local\.bucket\/qrcodes\/[0-9a-f]{32}\.jpg$/) },
  })
  expect(gateway.uploads).toEqual([{ url: expect.stringContaining('/cos/qrcodes/'), body: picture }])
  expect(sent()).toContain('"id=1"')
  expect(sent()).toContain('"pages/home/home"')
})

test('qrcode overwrites the picture of the same request', async () => {
  const replies = []
  for (const input of [{ scene: 'a' }, { scene: 'a' }, { scene: 'a', width: 430 }, { scene: 'b' }]) {
    replies.push(await asUser(() => main(input)))
  }
  expect(replies[1]).toEqual(replies[0])
  expect(replies[2]).toEqual(replies[0])
  expect(replies[3]).not.toEqual(replies[0])
})

test('qrcode has the page checked for the released version only', async () => {
  await asUser(() => main({ scene: 'a' }))
  expect(sent()).toMatch(/check_path.{1,3}true/s)
  gateway.requests.length = 0
  await asUser(() => main({ scene: 'a', envVersion: 'trial' }))
  expect(sent()).toMatch(/check_path.{1,3}false/s)
})

test.each([
  [40129, 'scene'],
  [40169, 'scene'],
  [41030, 'page'],
])('qrcode turns the error %i into a refusal of "%s"', async (errcode, path) => {
  answer = { contentType: 'application/json', body: { errcode, errmsg: 'invalid rid: 1' } }
  expect(await asUser(() => main({ scene: 'a', page: 'pages/none' }))).toMatchObject({
    ok: false,
    error: { code: 'invalid-argument', message: expect.stringContaining(`"${path}"`), details: [{ path }] },
  })
  expect(gateway.uploads).toEqual([])
})

test.each([
  [{ contentType: 'application/json', body: { errcode: 40097, errmsg: 'invalid args' } }, 40097],
  [{ errorCode: -604101 }, -604101],
])('qrcode throws %j on unchanged', async (failure: OpenapiAnswer, errCode) => {
  answer = failure
  await expect(asUser(() => main({ scene: 'a' }))).rejects.toMatchObject({ errCode })
})

test('qrcode takes every character that the documentation allows', async () => {
  const scenes = [
    '0123456789abcdefghijklmnopqrst',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZuvwxyz',
    "!#$&'()*+,/:;=?@-._~",
  ]
  for (const scene of scenes) expect(await asUser(() => main({ scene }))).toMatchObject({ ok: true })
})

const scene = 'id=1'
const wrong: [path: string, input: unknown][] = [
  ...notAnObject.map((input): [string, unknown] => ['', input]),
  ['scene', {}],
  ['scene', { scene: '' }],
  ['scene', { scene: 'a'.repeat(33) }],
  ['scene', { scene: 'a b' }],
  ['scene', { scene: 'a%20b' }],
  ['scene', { scene: '中文' }],
  ['scene', { scene: 'a"b' }],
  ['scene', { scene: 'a\n' }],
  ['scene', { scene: 1 }],
  ['scene', { scene: null }],
  ['scene', { scene: ['a'] }],
  ['page', { scene, page: '' }],
  ['page', { scene, page: '/pages/home/home' }],
  ['page', { scene, page: 'pages/home/home?a=1' }],
  ['page', { scene, page: 'pages/home/home#a' }],
  ['page', { scene, page: 'pages/home home' }],
  ['page', { scene, page: 'p'.repeat(257) }],
  ['page', { scene, page: null }],
  ['page', { scene, page: {} }],
  ['envVersion', { scene, envVersion: 'beta' }],
  ['envVersion', { scene, envVersion: 'Release' }],
  ['envVersion', { scene, envVersion: '' }],
  ['envVersion', { scene, envVersion: null }],
  ['width', { scene, width: 279 }],
  ['width', { scene, width: 1281 }],
  ['width', { scene, width: 430.5 }],
  ['width', { scene, width: '430' }],
  ['width', { scene, width: Number.NaN }],
  ['width', { scene, width: Number.POSITIVE_INFINITY }],
  ['pages', { scene, pages: 'a' }],
  ['checkPath', { scene, checkPath: false }],
  ['openid', { scene, openid: 'oOTHER' }],
]

test('qrcode refuses wrong inputs, naming the field, without a call to the openapi', async () => {
  for (const [path, input] of wrong) {
    const reply = await asUser(() => main(input as never))
    expect([input, reply]).toMatchObject([
      input,
      { ok: false, error: { code: 'invalid-argument', message: expect.stringContaining(path) } },
    ])
    if (path) expect(reply).toMatchObject({ error: { details: [{ path }] } })
  }
  expect(gateway.requests).toEqual([])
})
