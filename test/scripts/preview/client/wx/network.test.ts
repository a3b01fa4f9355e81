/** @jest-environment jsdom */
import { useFakeCloud } from '../support/fake-cloud'
import { failure, openWx } from '../support/open-wx'

const cloud = useFakeCloud()

// biome-ignore lint/suspicious/noExplicitAny: tests look at whatever came
const request = (wx: any, options: object): Promise<any> =>
  new Promise((success, fail) => wx.request({ ...options, success, fail }))

test('request() sends JSON to the own origin for the chosen user, and gives status, header and data', async () => {
  const { wx, setOpenid } = openWx()
  setOpenid('oSecond')
  cloud.answer(() => ({ body: { result: 1 }, headers: { 'content-type': 'application/json' } }))
  const result = await request(wx, {
    url: 'http://127.0.0.1:8710/client/callFunction',
    method: 'POST',
    data: { name: 'login', data: {} },
  })
  expect(result).toEqual({
    errMsg: 'request:ok',
    statusCode: 200,
    data: { result: 1 },
    header: { 'content-type': 'application/json' },
    cookies: [],
  })
  expect(cloud.sent).toEqual([
    {
      method: 'POST',
      url: '/client/callFunction',
      headers: { 'x-wx-openid': 'oSecond', 'content-type': 'application/json' },
      body: { name: 'login', data: {} },
      timeout: 60_000,
    },
  ])
})

test('without a chosen user no header names one', async () => {
  await request(openWx().wx, { url: 'http://localhost:1/local/status' })
  expect(cloud.sent[0]?.headers).not.toHaveProperty('x-wx-openid')
})

test.each([
  'https://example.com/client/callFunction',
  'http://127.0.0.1.evil.example/client/callFunction',
  'http://example.com@127.0.0.1:8710/elsewhere',
  'https://127.0.0.1/client/callFunction',
  'http://127.0.0.1:8710/admin',
  'http://127.0.0.1:3000/api',
  '//example.com/client/x',
  'nonsense',
])('request() fetches nothing from %s', async url => {
  const { wx } = openWx()
  const { errMsg } = await failure(callbacks => wx.request({ url, ...callbacks }))
  expect(errMsg).toMatch(/^request:fail (?:the preview reaches the local cloud only|invalid url)/)
  expect(cloud.sent).toEqual([])
})

test('data of a GET becomes the query, and a form is encoded', async () => {
  const { wx } = openWx()
  await request(wx, { url: 'http://127.0.0.1:1/local/documents?x=1', data: { collection: 'a b' } })
  await request(wx, {
    url: 'http://127.0.0.1:1/local/x',
    method: 'POST',
    header: { 'Content-Type': 'application/x-www-form-urlencoded' },
    data: { a: 1 },
  })
  expect(cloud.sent.map(({ url, body }) => [url, body])).toEqual([
    ['/local/documents?x=1&collection=a+b', null],
    ['/local/x', 'a=1'],
  ])
})

test('what is no JSON comes as text, and bytes where they were asked for', async () => {
  const { wx } = openWx()
  cloud.answer(() => ({ body: '<xml>' }))
  const url = 'http://127.0.0.1:1/cos/a/b'
  expect((await request(wx, { url })).data).toBe('<xml>')
  expect((await request(wx, { url, responseType: 'arraybuffer' })).data.byteLength).toBe(5)
})

test('a cloud that is not there is a failure that says what to do', async () => {
  const { wx } = openWx()
  cloud.answer(() => undefined)
  const { errMsg } = await failure(callbacks =>
    wx.request({ url: 'http://127.0.0.1:1/local/x', ...callbacks }),
  )
  expect(errMsg).toBe('request:fail the local cloud does not answer: is `npm start` still running?')
})

test('abort() ends a request, also before it began', async () => {
  const { wx } = openWx()
  cloud.answer(() => new Promise(() => {}))
  const { errMsg } = await failure(callbacks => {
    const task = wx.request({ url: 'http://127.0.0.1:1/local/x', ...callbacks })
    queueMicrotask(() => queueMicrotask(() => task.abort()))
  })
  expect(errMsg).toBe('request:fail abort')
  const early = await failure(callbacks =>
    wx.request({ url: 'http://127.0.0.1:1/local/x', ...callbacks }).abort(),
  )
  expect(early.errMsg).toBe('request:fail abort')
})

test('uploadFile() sends the file and the fields as a form, and tells how far it is', async () => {
  const { wx } = openWx()
  const manager = wx.getFileSystemManager()
  const filePath = `${wx.env.USER_DATA_PATH}/a.txt`
  await manager.writeFile({ filePath, data: 'hello' })
  cloud.answer(() => ({ body: 'done' }))
  const progress: number[] = []
  const result = await new Promise((success, fail) => {
    const task = wx.uploadFile({
      url: 'http://127.0.0.1:1/cos/k/a.txt',
      filePath,
      name: 'file',
      formData: { a: 1 },
      header: { 'x-cos-security-token': 't' },
      success,
      fail,
    })
    task.onProgressUpdate((event: { progress: number }) => progress.push(event.progress))
  })
  expect(result).toEqual({ errMsg: 'uploadFile:ok', statusCode: 200, data: 'done' })
  const { headers, body } = cloud.sent[0] ?? {}
  // the browser itself names the boundary
  expect(headers).toEqual({ 'x-cos-security-token': 't' })
  expect([body.get('a'), body.get('file').name]).toEqual(['1', 'a.txt'])
  expect(progress.length).toBeGreaterThan(0)
})

test('uploadFile() of a file that is not there fails', async () => {
  const { wx } = openWx()
  const options = { url: 'http://127.0.0.1:1/cos/k/a', filePath: 'http://tmp/none.png', name: 'file' }
  const { errMsg } = await failure(callbacks => wx.uploadFile({ ...options, ...callbacks }))
  expect(errMsg).toBe('uploadFile:fail no such file or directory "http://tmp/none.png"')
})

test('downloadFile() gives a path that the file system knows', async () => {
  const { wx } = openWx()
  cloud.answer(() => ({ body: 'content', headers: { 'content-type': 'image/png' } }))
  const { tempFilePath } = await new Promise<{ tempFilePath: string }>((success, fail) =>
    wx.downloadFile({ url: 'http://127.0.0.1:1/cos/k/a.png?sign=x', success, fail }),
  )
  expect(tempFilePath).toMatch(/^http:\/\/tmp\/\w+\.png$/)
  await expect(wx.getFileSystemManager().getFileInfo({ filePath: tempFilePath })).resolves.toMatchObject({
    size: 7,
  })
})
