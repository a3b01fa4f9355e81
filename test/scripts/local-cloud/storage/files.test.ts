import fs, { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, post } from '../support/ask'
import { type TestCloud, until, useClouds, useFolders } from '../support/use-clouds'

const startCloud = useClouds()
const makeFolder = useFolders()

let cloud: TestCloud
let dataDir: string
let now: number

beforeAll(async () => {
  dataDir = makeFolder()
  cloud = await startCloud({ dataDir, now: () => now })
})

beforeEach(async () => {
  now = Date.UTC(2026, 0, 1)
  await cloud.reset()
})

const client = async (action: string, params: Record<string, unknown>) =>
  (await post(`${cloud.url}/client/storage`, { action: `storage.${action}`, ...params })).json

async function addressOf(fileid: string, max_age?: number): Promise<string> {
  const { data } = await client('batchGetDownloadUrl', { file_list: [{ fileid, max_age }] })
  return data.download_list[0].tempFileURL
}

const get = (url: string) => ask(encodeURI(url), { method: 'GET' })

test.each([
  ['plain.txt'],
  ['深/目录/你好 世界.png'],
  ['emoji/🙂🏽.jpg'],
  ['with#hash?and=query&more.txt'],
  ['percent%2Fencoded%.txt'],
  ['back\\slash.txt'],
  ['..'],
  ['../../../../etc/passwd'],
  ['a/../../b'],
  ['CON'],
  ['trailing./dot.'],
  ['__proto__'],
  [`${'長'.repeat(283)}x`],
])('a file of any name is stored, found, downloaded and deleted: %s', async cloudPath => {
  const { data } = await client('getUploadMetadata', { path: cloudPath })
  const headers = { 'x-cos-security-token': data.token }
  expect((await ask(data.url, { method: 'PUT', headers, body: 'content' })).status).toBe(200)
  const [file] = await cloud.storage.list()
  expect(file).toMatchObject({ cloudPath, fileID: data.fileId, size: 7, createdAt: now })
  expect(await get(await addressOf(data.fileId))).toMatchObject({ status: 200, text: 'content' })
  const { data: deleted } = await client('batchDeleteFile', { fileid_list: [data.fileId] })
  expect(deleted.delete_list).toEqual([{ code: 'SUCCESS', fileID: data.fileId }])
  expect(await cloud.storage.list()).toEqual([])
})

test('no name leads out of the folder of the storage', async () => {
  for (const path of ['../out.txt', '../../out.txt', '..\\out.txt', 'C:\\out.txt', '~/out.txt']) {
    await cloud.storage.put(path, Buffer.from('x'))
  }
  expect(await cloud.storage.list()).toHaveLength(5)
  for (const name of readdirSync(join(dataDir, 'storage')))
    expect(name).toMatch(/^[0-9a-f]{40}\.[0-9a-f-]+|json$/)
  expect(existsSync(join(dataDir, 'out.txt'))).toBe(false)
})

test.each([
  ['', 'must be a string that is not empty'],
  ['/a', 'must not begin with "/"'],
  ['a//b', 'must not hold "//"'],
  ['a\u0000b', 'must be readable text'],
  ['\ud800', 'must be readable text'],
  ['長'.repeat(284), 'is 852 bytes long in UTF-8, at most 850'],
])('a path that is none is refused: %j', async (path, message) => {
  expect((await client('getUploadMetadata', { path })).errMsg).toContain(message)
  await expect(cloud.storage.put(path, Buffer.from('x'))).rejects.toThrow(message)
})

test('uploading again replaces the content, and leaves no remains', async () => {
  const { fileID } = await cloud.storage.put('a.txt', Buffer.from('old and long'))
  await cloud.storage.put('a.txt', Buffer.from('new'))
  expect((await cloud.storage.read(fileID))?.toString()).toBe('new')
  expect(readdirSync(join(dataDir, 'storage'))).toHaveLength(2)
})

test('a temporary address expires, by default after ten minutes', async () => {
  const { fileID } = await cloud.storage.put('a.png', Buffer.from('x'))
  const [short, normal] = [await addressOf(fileID, 5), await addressOf(fileID)]
  now += 4_999
  expect((await get(short)).status).toBe(200)
  now += 1
  expect(await get(short)).toMatchObject({
    status: 403,
    text: expect.stringContaining('Request has expired'),
  })
  expect((await get(normal)).status).toBe(200)
  now += 600_000
  expect((await get(normal)).status).toBe(403)
})

test('an address that was changed, or made elsewhere, opens nothing', async () => {
  const { fileID } = await cloud.storage.put('a.txt', Buffer.from('a'))
  const other = await cloud.storage.put('b.txt', Buffer.from('b'))
  const [own, foreign] = [new URL(await addressOf(fileID)), new URL(await addressOf(other.fileID))]
  const forged = [
    `${cloud.url}${own.pathname}`,
    `${cloud.url}${own.pathname}?sign=x`,
    `${cloud.url}${own.pathname}${foreign.search}`,
    `${own.href.slice(0, -2)}AA`,
    `${own.href}.more`,
  ]
  for (const url of forged) expect(await get(url)).toMatchObject({ status: 403 })
})

test('an upload needs its announcement, for its own address and in time', async () => {
  const { data } = await client('getUploadMetadata', { path: 'a.txt' })
  const { data: other } = await client('getUploadMetadata', { path: 'b.txt' })
  const put = (url: string, token: string) =>
    ask(url, { method: 'PUT', headers: { 'x-cos-security-token': token }, body: 'x' })
  expect((await put(data.url, '')).status).toBe(403)
  expect((await put(data.url, other.token)).status).toBe(403)
  expect((await put(data.url, `${data.token}x`)).text).toMatch(/^<\?xml .*<Code>AccessDenied<\/Code>/)
  now += 10 * 60_000
  expect((await put(data.url, data.token)).status).toBe(403)
  expect(await cloud.storage.list()).toEqual([])
})

test('a download says what it is, and an uploaded page cannot act as a page of the cloud', async () => {
  const { fileID } = await cloud.storage.put('页.html', Buffer.from('<script>1</script>'))
  const { headers } = await get(await addressOf(fileID))
  expect(headers).toMatchObject({
    'content-type': expect.stringContaining('text/html'),
    'content-length': '18',
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  })
  expect((await ask(encodeURI(await addressOf(fileID)), { method: 'HEAD' })).headers['content-length']).toBe(
    '18',
  )
})

test('a large file goes through unharmed', async () => {
  const bytes = Buffer.alloc(5 * 1024 * 1024, 'local cloud ')
  const { data } = await client('getUploadMetadata', { path: 'large.bin' })
  await ask(data.url, { method: 'PUT', headers: { 'x-cos-security-token': data.token }, body: bytes })
  const response = await fetch(await addressOf(data.fileId))
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
})

test('a file that is replaced while it is downloaded arrives whole, and nobody is told of a failure', async () => {
  const upload = async (text: string) => {
    const { data } = await client('getUploadMetadata', { path: 'race.bin' })
    const headers = { 'x-cos-security-token': data.token }
    expect((await ask(data.url, { method: 'PUT', headers, body: text })).status).toBe(200)
    return data.fileId as string
  }
  const fileID = await upload('0'.repeat(50_000))
  const notices = cloud.events.length
  const dump = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const uploads = Array.from({ length: 3 }, async (_, loop) => {
    for (let n = 0; n < 25; n++) await upload(String(loop).repeat(50_000 + n))
  })
  const downloads = Array.from({ length: 4 }, async () => {
    for (let n = 0; n < 25; n++) {
      const { status, headers, text } = await get(await addressOf(fileID))
      expect({ status, length: text.length }).toEqual({
        status: 200,
        length: Number(headers['content-length']),
      })
      expect(text).toMatch(/^(.)\1*$/)
    }
  })
  try {
    await Promise.all([...uploads, ...downloads])
    expect(dump).not.toHaveBeenCalled()
  } finally {
    dump.mockRestore()
  }
  expect(cloud.events.slice(notices)).toEqual([])
  expect(readdirSync(join(dataDir, 'storage'))).toHaveLength(2)
})

test('a download of which nobody reads the end leaves no file open', async () => {
  const opening = jest.spyOn(fs.promises, 'open')
  try {
    const { fileID } = await cloud.storage.put('large.bin', Buffer.alloc(20 * 1024 * 1024))
    const url = encodeURI(await addressOf(fileID))
    await ask(url, { method: 'HEAD' })
    const { body } = await fetch(url)
    await body?.cancel()
    const handles = await Promise.all(
      opening.mock.results.map(({ value }) => value as fs.promises.FileHandle),
    )
    expect(handles).toHaveLength(2)
    for (const handle of handles) await until(() => handle.fd === -1 || undefined)
  } finally {
    opening.mockRestore()
  }
})

test('files outlive the cloud', async () => {
  const folder = makeFolder()
  const first = await startCloud({ dataDir: folder })
  const { fileID } = await first.storage.put('kept/文件.txt', Buffer.from('kept'), { openid: 'oMe' })
  await first.stop()
  const second = await startCloud({ dataDir: folder })
  expect((await second.storage.read(fileID))?.toString()).toBe('kept')
  expect(await second.storage.list()).toMatchObject([{ fileID, openid: 'oMe' }])
  expect(readFileSync(join(folder, 'logs', 'functions.log'), 'utf8')).toBe('')
})
