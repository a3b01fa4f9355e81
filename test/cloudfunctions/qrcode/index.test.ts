import { expectRefusals, randomWrongInputs } from '../support/random-wrong-inputs'
import { useLocalCloud } from '../support/use-local-cloud'

const cloud = useLocalCloud(['qrcode'], { pages: () => ['pages/home/home'] })

/** The fields of the latest call of the openapi. */
const asked = () => cloud.sent()[cloud.sent().length - 1]?.fields

test('qrcode uploads the picture and replies with its file id', async () => {
  const reply = await cloud.call('qrcode', { scene: 'id=1', page: 'pages/home/home' })
  const [file] = await cloud.storage.list()
  expect(file?.cloudPath).toMatch(/^qrcodes\/[0-9a-f]{32}\.png$/)
  expect(reply).toEqual({ ok: true, data: { fileID: file?.fileID } })
  const picture = await cloud.storage.read(file?.fileID ?? '')
  expect(picture?.toString('latin1', 1, 4)).toBe('PNG')
  expect(asked()).toMatchObject({ scene: 'id=1', page: 'pages/home/home', width: 430 })
})

test('qrcode overwrites the picture of the same request', async () => {
  const replies = []
  for (const input of [{ scene: 'a' }, { scene: 'a' }, { scene: 'a', width: 430 }, { scene: 'b' }]) {
    replies.push(await cloud.call('qrcode', input))
  }
  expect(replies[1]).toEqual(replies[0])
  expect(replies[2]).toEqual(replies[0])
  expect(replies[3]).not.toEqual(replies[0])
  expect(await cloud.storage.list()).toHaveLength(2)
})

test('qrcode has the page checked for the released version only', async () => {
  const page = 'pages/none/none'
  expect(await cloud.call('qrcode', { scene: 'a', page })).toMatchObject({
    ok: false,
    error: { code: 'invalid-argument', details: [{ path: 'page' }] },
  })
  expect(await cloud.storage.list()).toEqual([])
  expect(await cloud.call('qrcode', { scene: 'a', page, envVersion: 'trial' })).toMatchObject({ ok: true })
  expect(asked()).toMatchObject({ check_path: false, env_version: 'trial' })
})

test('qrcode throws on what only the developer can mend', async () => {
  // The platform keeps this name for a parameter of its own.
  await expect(cloud.call('qrcode', { scene: 'scancode_time=1' })).rejects.toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('85096'),
  })
})

test('qrcode takes every character that the documentation allows', async () => {
  const scenes = [
    '0123456789abcdefghijklmnopqrst',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZuvwxyz',
    "!#$&'()*+,/:;=?@-._~",
  ]
  for (const scene of scenes) expect(await cloud.call('qrcode', { scene })).toMatchObject({ ok: true })
})

const scene = 'id=1'
const wrong: [path: string, input: object][] = [
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
  ['pages', { scene, pages: 'a' }],
  ['checkPath', { scene, checkPath: false }],
  ['openid', { scene, openid: 'oOTHER' }],
]

test('qrcode refuses wrong inputs, naming the field, without a call to the openapi', async () => {
  for (const [path, input] of wrong) {
    const reply = await cloud.call('qrcode', input)
    expect([input, reply]).toMatchObject([
      input,
      { ok: false, error: { code: 'invalid-argument', message: expect.stringContaining(path) } },
    ])
    expect(reply).toMatchObject({ error: { details: [{ path }] } })
  }
  expect(cloud.sent()).toEqual([])
})

test('qrcode refuses random wrong inputs', async () => {
  await expectRefusals(cloud, 'qrcode', randomWrongInputs([{ scene }]))
})
