import { removeFile, type StorageHost, startUpload, temporaryUrl } from '../../../miniprogram/cloud/storage'

type Request = Parameters<StorageHost['uploadFile']>[0]

/** A cloud storage that does nothing by itself. */
class HandDrivenStorage implements StorageHost {
  request?: Request
  aborted = false
  readonly deleted: string[] = []
  status = 0
  report: (progress: { progress: number }) => void = () => {}

  uploadFile = (request: Request) => {
    this.request = request
    return {
      onProgressUpdate: (listener: (progress: { progress: number }) => void) => {
        this.report = listener
      },
      abort: () => {
        this.aborted = true
      },
    }
  }
  getTempFileURL = async ({ fileList }: { fileList: string[] }) => ({
    fileList: fileList.map(id => ({ tempFileURL: `https://${id}`, status: this.status, errMsg: 'no' })),
  })
  deleteFile = async ({ fileList }: { fileList: string[] }) => {
    this.deleted.push(...fileList)
    return { fileList: fileList.map(() => ({ status: this.status, errMsg: 'no' })) }
  }
}

const file = { cloudPath: 'uploads/o/1.jpg', filePath: 'tmp/1.jpg' }
let storage: HandDrivenStorage
let percents: number[]
const start = () => startUpload(file, percent => percents.push(percent), storage)
beforeEach(() => {
  storage = new HandDrivenStorage()
  percents = []
})

test('startUpload() sends the file and gives its id', async () => {
  const { result } = start()
  expect(storage.request).toMatchObject(file)
  storage.request?.success({ fileID: 'cloud://1' })
  expect(await result).toBe('cloud://1')
})

test('startUpload() reports whole percents, each once', () => {
  start()
  for (const progress of [0, 0.4, 12.2, 12.9, 13, 100]) storage.report({ progress })
  expect(percents).toEqual([0, 12, 13, 100])
})

test('startUpload() rejects with a CloudError', async () => {
  const { result } = start()
  storage.request?.fail({ errCode: -503002, errMsg: 'uploadFile:fail storage permission denied' })
  await expect(result).rejects.toMatchObject({ name: 'CloudError', code: -503002 })
})

test('cancel() ends the upload at once, without an error', async () => {
  const upload = start()
  upload.cancel()
  expect(storage.aborted).toBe(true)
  storage.request?.fail({ errMsg: 'uploadFile:fail abort' })
  storage.report({ progress: 50 })
  expect(await upload.result).toBeUndefined()
  expect(percents).toEqual([])
})

test('cancel() does not wait for a platform that says nothing', async () => {
  const upload = start()
  upload.cancel()
  expect(await upload.result).toBeUndefined()
})

test('cancel() deletes what arrived all the same', async () => {
  const upload = start()
  upload.cancel()
  storage.request?.success({ fileID: 'cloud://1' })
  expect(await upload.result).toBeUndefined()
  expect(storage.deleted).toEqual(['cloud://1'])
})

test('cancel() of an upload that is done changes nothing', async () => {
  const upload = start()
  storage.request?.success({ fileID: 'cloud://1' })
  upload.cancel()
  expect(await upload.result).toBe('cloud://1')
  expect(storage.deleted).toEqual([])
})

test('temporaryUrl() gives the address, or says what is wrong with the file', async () => {
  expect(await temporaryUrl('1', storage)).toBe('https://1')
  storage.status = -503003
  await expect(temporaryUrl('1', storage)).rejects.toMatchObject({ name: 'CloudError', code: -503003 })
  storage.getTempFileURL = async () => ({ fileList: [] })
  await expect(temporaryUrl('1', storage)).rejects.toMatchObject({ name: 'CloudError', code: 'unknown' })
  storage.getTempFileURL = () => Promise.reject({ errCode: -501005, errMsg: 'invalid env' })
  await expect(temporaryUrl('1', storage)).rejects.toMatchObject({ name: 'CloudError', code: -501005 })
})

test('removeFile() deletes, or says what is wrong with the file', async () => {
  await removeFile('1', storage)
  expect(storage.deleted).toEqual(['1'])
  storage.status = -503002
  await expect(removeFile('1', storage)).rejects.toMatchObject({ name: 'CloudError', code: -503002 })
})
