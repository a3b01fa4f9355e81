/** @jest-environment jsdom */
import { useFakeCloud } from '../support/fake-cloud'
import { failure, openWx } from '../support/open-wx'

const cloud = useFakeCloud()

function started() {
  const opened = openWx()
  opened.wx.cloud.init({ env: 'dev-1', traceUser: true })
  return opened
}

test('before init() everything says so', () => {
  const { wx } = openWx()
  for (const name of ['callFunction', 'uploadFile', 'database'])
    expect(() => wx.cloud[name]({})).toThrow("Cloud API isn't enabled, please call wx.cloud.init first")
})

test('init() fetches the script of the database, once', () => {
  const { wx } = started()
  wx.cloud.init({ env: 'other' })
  const scripts = [...document.querySelectorAll('script')].map(script => script.getAttribute('src'))
  expect(scripts).toEqual(['/preview/database.js'])
  expect(() => wx.cloud.database()).toThrow('wx.cloud.database is still being loaded')
})

test('database() asks the local cloud', async () => {
  const { wx } = started()
  await import('../../../../../scripts/preview/client/wx/cloud/database')
  cloud.answer(() => ({ body: { data: { total: 2 } } }))
  await expect(wx.cloud.database().collection('notes').count()).resolves.toMatchObject({ total: 2 })
  expect(cloud.sent[0]).toMatchObject({
    url: '/client/database',
    body: { action: 'database.calculateDocument', collectionName: 'notes' },
  })
  cloud.answer(() => ({ body: { errCode: -502003, errMsg: 'errCode: -502003 x | errMsg: y' } }))
  await expect(wx.cloud.database().collection('notes').get()).rejects.toEqual({
    errCode: -502003,
    errMsg: 'collection.get:fail errCode: -502003 x | errMsg: y',
  })
})

test('callFunction() sends name, data and environment, and gives what success receives', async () => {
  const { wx, phone } = started()
  const reply = { result: { sum: 3 }, requestID: 'r', errMsg: 'cloud.callFunction:ok' }
  cloud.answer(() => ({ body: reply }))
  await expect(wx.cloud.callFunction({ name: 'add', data: { a: 1 } })).resolves.toEqual(reply)
  expect(cloud.sent[0]).toMatchObject({
    url: '/client/callFunction',
    body: { name: 'add', data: { a: 1 }, config: { env: 'dev-1' } },
  })
  expect(phone.reported.at(-1)).toMatchObject({
    type: 'call',
    name: 'add',
    outcome: { ok: true, result: { sum: 3 } },
  })
})

test('the environments of env.ts are all the local cloud; another one is asked for by its name', async () => {
  const { wx } = openWx()
  wx.cloud.init({ env: 'own-env-1' })
  cloud.answer(() => ({ body: { result: {}, errMsg: 'cloud.callFunction:ok' } }))
  await wx.cloud.callFunction({ name: 'add' })
  await wx.cloud.callFunction({ name: 'add', config: { env: 'other-env' } })
  expect(cloud.sent.map(({ body }) => body.config)).toEqual([{}, { env: 'other-env' }])
})

test('a failed call reaches fail as the local cloud words it, and the panel', async () => {
  const { wx, phone } = started()
  const error = {
    errCode: -504002,
    errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail',
  }
  cloud.answer(() => ({ body: error }))
  expect(await failure(callbacks => wx.cloud.callFunction({ name: 'broken', ...callbacks }))).toEqual(error)
  await expect(wx.cloud.callFunction({ name: 'broken' })).rejects.toEqual(error)
  expect(phone.reported.at(-1)).toMatchObject({ name: 'broken', outcome: { ok: false, ...error } })
})

test('callFunction() without a name, and without a cloud', async () => {
  const { wx } = started()
  await expect(wx.cloud.callFunction({})).rejects.toMatchObject({
    errMsg: expect.stringContaining('parameter.name should be String'),
  })
  cloud.answer(() => undefined)
  await expect(wx.cloud.callFunction({ name: 'x' })).rejects.toMatchObject({
    errCode: -1,
    errMsg: expect.stringContaining('cloud.callFunction:fail the local cloud does not answer'),
  })
})

async function file(wx: ReturnType<typeof openWx>['wx']) {
  const filePath = `${wx.env.USER_DATA_PATH}/a.png`
  await wx.getFileSystemManager().writeFile({ filePath, data: 'bytes' })
  return filePath
}

test('uploadFile() announces the file, sends it to the address it is given, and tells how far it is', async () => {
  const { wx } = started()
  const filePath = await file(wx)
  cloud.answer(({ method }) =>
    method === 'PUT'
      ? { body: '' }
      : {
          body: { data: { url: 'http://127.0.0.1:8710/cos/k/a.png', token: 't', fileId: 'cloud://e/a.png' } },
        },
  )
  const progress: object[] = []
  const result = await new Promise((success, fail) => {
    const task = wx.cloud.uploadFile({ cloudPath: 'a.png', filePath, success, fail })
    task.onProgressUpdate((event: object) => progress.push(event))
  })
  expect(result).toEqual({ errMsg: 'uploadFile:ok', fileID: 'cloud://e/a.png', statusCode: 200 })
  expect(cloud.sent.map(({ method, url }) => [method, url])).toEqual([
    ['POST', '/client/storage'],
    ['PUT', '/cos/k/a.png'],
  ])
  expect(cloud.sent[1]?.headers['x-cos-security-token']).toBe('t')
  expect(progress).toEqual([{ progress: 50, totalBytesSent: 2.5, totalBytesExpectedToSend: 5 }])
})

test('an upload that is aborted fails, and sends nothing more', async () => {
  const { wx } = started()
  const filePath = await file(wx)
  cloud.answer(() => ({ body: { data: { url: 'http://127.0.0.1:1/cos/k/a', token: 't', fileId: 'f' } } }))
  const { errMsg } = await failure(callbacks =>
    wx.cloud.uploadFile({ cloudPath: 'a', filePath, ...callbacks }).abort(),
  )
  expect(errMsg).toBe('cloud.uploadFile:fail abort')
  expect(cloud.sent.map(({ method }) => method)).not.toContain('PUT')
})

test('what the rules refuse has its code', async () => {
  const { wx } = started()
  const filePath = await file(wx)
  const errMsg = 'errCode: -503002 storage exceed authority | errMsg: storage permission denied'
  cloud.answer(() => ({ body: { errCode: -503002, errMsg } }))
  await expect(wx.cloud.uploadFile({ cloudPath: 'a', filePath })).rejects.toEqual({
    errCode: -503002,
    errMsg: `cloud.uploadFile:fail ${errMsg}`,
  })
})

test('getTempFileURL() and deleteFile() have a status for each file', async () => {
  const { wx } = started()
  cloud.answer(({ body }) => ({
    body: {
      data:
        body.action === 'storage.batchDeleteFile'
          ? { delete_list: [{ code: 'STORAGE_EXCEED_AUTHORITY', fileID: 'b' }] }
          : {
              download_list: [
                { code: 'SUCCESS', fileID: 'a', tempFileURL: 'http://x/a' },
                { code: 'STORAGE_FILE_NONEXIST', fileID: 'b', tempFileURL: '' },
              ],
            },
    },
  }))
  await expect(wx.cloud.getTempFileURL({ fileList: ['a', { fileID: 'b', maxAge: 60 }] })).resolves.toEqual({
    errMsg: 'cloud.getTempFileURL:ok',
    fileList: [
      { fileID: 'a', tempFileURL: 'http://x/a', status: 0, errMsg: 'ok' },
      { fileID: 'b', tempFileURL: '', status: -503003, errMsg: 'STORAGE_FILE_NONEXIST' },
    ],
  })
  expect(cloud.sent[0]?.body.file_list).toEqual([{ fileid: 'a' }, { fileid: 'b', max_age: 60 }])
  await expect(wx.cloud.deleteFile({ fileList: ['b'] })).resolves.toMatchObject({
    fileList: [{ fileID: 'b', status: -503002, errMsg: 'STORAGE_EXCEED_AUTHORITY' }],
  })
  await expect(wx.cloud.deleteFile({ fileList: 'b' })).rejects.toMatchObject({
    errMsg: expect.stringContaining('parameter.fileList should be Array'),
  })
})

test('requestSubscribeMessage() tells the cloud only of what the user allows', async () => {
  const { wx, phone } = openWx()
  const press = (at: number) => phone.overlay.querySelectorAll('button')[at]?.click()
  const refused = wx.requestSubscribeMessage({ tmplIds: ['T1'] })
  press(0)
  await expect(refused).resolves.toEqual({ errMsg: 'requestSubscribeMessage:ok', T1: 'reject' })
  expect(cloud.sent).toEqual([])

  const allowed = wx.requestSubscribeMessage({ tmplIds: ['T1', 'T2'] })
  press(1)
  await expect(allowed).resolves.toMatchObject({ T1: 'accept', T2: 'accept' })
  expect(cloud.sent[0]).toMatchObject({ url: '/local/subscription', body: { templateIds: ['T1', 'T2'] } })
  await expect(wx.requestSubscribeMessage({})).rejects.toMatchObject({ errCode: 10001 })
})
