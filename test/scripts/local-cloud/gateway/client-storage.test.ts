import { ask, post } from '../support/ask'
import { type TestCloud, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud()
})

beforeEach(() => cloud.reset())

const storage = async (to: TestCloud, action: string, params: Record<string, unknown>, openid = 'oMe') =>
  (
    await post(
      `${to.url}/client/storage`,
      { action: `storage.${action}`, ...params },
      { 'x-wx-openid': openid },
    )
  ).json

async function upload(to: TestCloud, path: string, body: string, openid?: string) {
  const { data } = await storage(to, 'getUploadMetadata', { path, method: 'put' }, openid)
  const { status } = await ask(data.url, {
    method: 'PUT',
    headers: { 'x-cos-security-token': data.token },
    body,
  })
  return { status, fileID: data.fileId as string }
}

test('the default rules: everybody reads, the creator writes', async () => {
  const { status, fileID } = await upload(cloud, 'me/note.txt', 'hello')
  expect(status).toBe(200)
  expect(await cloud.storage.list()).toMatchObject([
    { fileID, cloudPath: 'me/note.txt', size: 5, openid: 'oMe' },
  ])

  const { data } = await storage(cloud, 'batchGetDownloadUrl', { file_list: [{ fileid: fileID }] }, 'oThem')
  expect((await ask(data.download_list[0].tempFileURL, { method: 'GET' })).text).toBe('hello')
  const theirs = await storage(cloud, 'batchDeleteFile', { fileid_list: [fileID] }, 'oThem')
  expect(theirs.data.delete_list).toEqual([{ code: 'STORAGE_EXCEED_AUTHORITY', fileID }])
  const mine = await storage(cloud, 'batchDeleteFile', { fileid_list: [fileID] })
  expect(mine.data.delete_list).toEqual([{ code: 'SUCCESS', fileID }])
})

test('a file may come in a form, which is all that wx.uploadFile can send', async () => {
  const { data } = await storage(cloud, 'getUploadMetadata', { path: 'me/form.txt', method: 'post' })
  const send = (field: string, token: string) =>
    ask(data.url, {
      headers: { 'content-type': 'multipart/form-data; boundary=B', 'x-cos-security-token': token },
      body: `--B\r\nContent-Disposition: form-data; name="${field}"; filename="a.txt"\r\n\r\nhello\r\n--B--\r\n`,
    })
  expect((await send('file', data.token)).status).toBe(200)
  expect(await cloud.storage.list()).toMatchObject([{ cloudPath: 'me/form.txt', size: 5, openid: 'oMe' }])
  expect(await send('other', data.token)).toMatchObject({
    status: 400,
    json: { error: 'the form holds no field "file"' },
  })
  expect((await send('file', 'forged')).status).toBe(403)
})

test("nobody overwrites another user's file, and the log says why", async () => {
  await upload(cloud, 'shared.txt', 'mine')
  expect(await storage(cloud, 'getUploadMetadata', { path: 'shared.txt' }, 'oThem')).toMatchObject({
    errCode: -503002,
    errMsg: 'errCode: -503002 storage permission denied | errMsg: storage permission denied',
  })
  expect((await upload(cloud, 'shared.txt', 'mine again')).status).toBe(200)
  expect(cloud.events).toContainEqual({ kind: 'notice', text: expect.stringContaining('shared.txt') })
})

test("a function's files belong to nobody, so no user may change them", async () => {
  const { fileID } = await cloud.storage.put('made/by-function.txt', Buffer.from('x'))
  const { data } = await storage(cloud, 'batchDeleteFile', { fileid_list: [fileID] })
  expect(data.delete_list[0].code).toBe('STORAGE_EXCEED_AUTHORITY')
})

test('rules of a project are enforced', async () => {
  const file = `${makeFolder({ 'storage.rules.json': '{ "read": "resource.openid == auth.openid", "write": false }' })}/storage.rules.json`
  const strict = await startCloud({ storageRules: file })
  const { fileID } = await strict.storage.put('a.txt', Buffer.from('x'), { openid: 'oMe' })
  expect(await storage(strict, 'getUploadMetadata', { path: 'b.txt' })).toMatchObject({ errCode: -503002 })
  const codeFor = async (openid: string) =>
    (await storage(strict, 'batchGetDownloadUrl', { file_list: [{ fileid: fileID }] }, openid)).data
      .download_list[0].code
  expect(await codeFor('oMe')).toBe('SUCCESS')
  expect(await codeFor('oThem')).toBe('STORAGE_EXCEED_AUTHORITY')
})

test.each([
  ['an unknown action', 'no.such', {}, /there is no action/],
  ['no list', 'batchDeleteFile', {}, /must be an array/],
  [
    'too many files',
    'batchDeleteFile',
    { fileid_list: Array(51).fill('cloud://x/y') },
    /holds 51 files, at most 50/,
  ],
  ['a path with //', 'getUploadMetadata', { path: 'a//b' }, /must not hold/],
])('a broken request is an answer, not a crash: %s', async (_what, action, params, message) => {
  expect((await storage(cloud, action, params)).errMsg).toMatch(message)
})
