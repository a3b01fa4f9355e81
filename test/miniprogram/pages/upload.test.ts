import type { StorageHost } from '../../../miniprogram/cloud/storage'
import { settled } from '../support/call-host'
import { usePhone } from '../support/phone'
import { type Screen, show } from '../support/screen'

type Request = Parameters<StorageHost['uploadFile']>[0]
interface Page {
  loading: boolean
  action: string
  progress: number
}

const phone = usePhone()
const upload = 'pages/upload/upload'
const MB = 1024 * 1024

/** Bytes of each file on the phone. */
let files: Record<string, number>
let request: Request | undefined
let report: (progress: { progress: number }) => void
let aborted: boolean
let deleted: string[]
let status: number

beforeEach(() => {
  files = { 'tmp/a.jpg': 8 * MB, 'tmp/small': MB }
  request = undefined
  aborted = false
  deleted = []
  status = 0
  Object.assign(phone().wx, {
    chooseMedia: async () => ({ tempFiles: [{ tempFilePath: Object.keys(files)[0] }] }),
    compressImage: async () => ({ tempFilePath: 'tmp/small' }),
    getRandomValues: async ({ length }: { length: number }) => ({
      randomValues: new Uint8Array(length).fill(171).buffer,
    }),
    getFileSystemManager: () => ({
      getFileInfo: (asked: { filePath: string; success(info: { size: number }): void }) =>
        asked.success({ size: files[asked.filePath] ?? 0 }),
    }),
  })
  Object.assign(phone().wx.cloud, {
    uploadFile(asked: Request) {
      request = asked
      return {
        onProgressUpdate: (listener: typeof report) => {
          report = listener
        },
        abort: () => {
          aborted = true
        },
      }
    },
    getTempFileURL: async () => ({ fileList: [{ tempFileURL: 'https://tmp/1', status, errMsg: 'no' }] }),
    deleteFile: async ({ fileList }: { fileList: string[] }) => {
      if (status === 0) deleted.push(...fileList)
      return { fileList: [{ status, errMsg: 'no' }] }
    },
  })
})

/** Chooses a picture, and gets to where it is being uploaded. */
async function chosen() {
  const screen = await show<Page>(upload)
  await screen.tap('.choose')
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  return screen
}

async function uploaded() {
  const screen = await chosen()
  request?.success({ fileID: 'cloud://1' })
  await settled()
  return screen
}

test('upload sends the compressed picture into the folder of the user, under a random name', async () => {
  await chosen()
  expect(request).toMatchObject({
    filePath: 'tmp/small',
    cloudPath: `uploads/o-42/${'ab'.repeat(16)}.jpg`,
  })
})

test('upload shows the progress, then the picture by its temporary address', async () => {
  const screen = await chosen()
  report({ progress: 42 })
  await settled()
  expect(screen.text()).toContain('正在上传 42%')
  request?.success({ fileID: 'cloud://1' })
  await settled()
  expect(screen.count('.picture')).toBe(1)
  expect(screen.text()).toContain('cloud://1')
  expect(screen.text()).toContain('1 MB')
  expect(screen.data).toMatchObject({ loading: false, progress: -1, url: 'https://tmp/1' })
})

test('upload can be cancelled, and begun again', async () => {
  const screen = await chosen()
  await screen.tap('.cancel')
  expect(aborted).toBe(true)
  expect(screen.text()).toContain('已取消上传')
  expect(screen.data).toMatchObject({ loading: false, progress: -1, error: null })
  await screen.tap('.choose')
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  expect(screen.count('.cancel')).toBe(1)
})

test('upload is cancelled when the user leaves', async () => {
  const screen = await chosen()
  await screen.run('onUnload')
  expect(aborted).toBe(true)
})

/** A choice that waits to be compressed, and one that waits for who the user is. */
const early: [what: string, begin: (screen: Screen<Page>) => Promise<() => Promise<void>>][] = [
  [
    'compressed',
    async screen => {
      let compress = (_picture: { tempFilePath: string }) => {}
      const compressed = new Promise<{ tempFilePath: string }>(resolve => {
        compress = resolve
      })
      Object.assign(phone().wx, { compressImage: () => compressed })
      await screen.tap('.choose')
      return async () => {
        compress({ tempFilePath: 'tmp/small' })
        await settled()
        await phone().answer({ ok: true, data: { openid: 'o-42' } })
      }
    },
  ],
  [
    'authorised',
    async screen => {
      await screen.tap('.choose')
      return () => phone().answer({ ok: true, data: { openid: 'o-42' } })
    },
  ],
]

test.each(early)(
  'upload sends nothing when the user leaves while the picture is being %s',
  async (_what, begin) => {
    const screen = await show<Page>(upload)
    const goOn = await begin(screen)
    await screen.run('onUnload')
    await goOn()
    expect(phone().requests).toHaveLength(1)
    expect(request).toBeUndefined()
  },
)

test('upload deletes what arrived in the moment in which the user left', async () => {
  const screen = await chosen()
  request?.success({ fileID: 'cloud://1' })
  await screen.run('onUnload')
  expect(deleted).toEqual(['cloud://1'])
})

test('upload keeps the picture when the user leaves after it is there', async () => {
  const screen = await uploaded()
  await screen.run('onUnload')
  expect(deleted).toEqual([])
})

test('upload removes the earlier picture when another one takes its place', async () => {
  const screen = await uploaded()
  await screen.tap('.choose')
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  expect(deleted).toEqual([])
  request?.success({ fileID: 'cloud://2' })
  await settled()
  expect(deleted).toEqual(['cloud://1'])
  expect(screen.text()).toContain('cloud://2')
})

test('upload keeps the new picture when the earlier one cannot be removed', async () => {
  const screen = await uploaded()
  await screen.tap('.choose')
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  phone().wx.cloud = { ...phone().wx.cloud, ...{ deleteFile: () => Promise.reject({ errMsg: 'no' }) } }
  request?.success({ fileID: 'cloud://2' })
  await settled()
  expect(screen.count('.problem')).toBe(0)
  expect(screen.data).toMatchObject({ loading: false, url: 'https://tmp/1' })
  expect(screen.text()).toContain('cloud://2')
})

test('upload deletes the file', async () => {
  const screen = await uploaded()
  await screen.tap('.remove')
  expect(deleted).toEqual(['cloud://1'])
  expect(screen.count('.picture')).toBe(0)
  expect(screen.text()).toContain('已从云存储删除')
})

test('upload says that a picture is too large, whatever its type, before anything is sent', async () => {
  files = { 'tmp/a.png': 6 * MB }
  const screen = await show<Page>(upload)
  await screen.tap('.choose')
  expect(screen.text()).toMatch(/图片有 6 MB，最多 5 MB/)
  expect(screen.data.loading).toBe(false)
  expect(phone().requests).toEqual([])
})

test('upload takes the original if compressing makes it larger', async () => {
  files = { 'tmp/a.jpg': 1000, 'tmp/small': 2000 }
  await chosen()
  expect(request?.filePath).toBe('tmp/a.jpg')
})

test('upload says that a file is no picture', async () => {
  files = { 'tmp/a.mp4': 1000 }
  const screen = await show<Page>(upload)
  await screen.tap('.choose')
  expect(screen.text()).toContain('不支持这种文件：mp4')
})

test('upload is silent if the user chooses nothing', async () => {
  Object.assign(phone().wx, { chooseMedia: () => Promise.reject({ errMsg: 'chooseMedia:fail cancel' }) })
  const screen = await show<Page>(upload)
  await screen.tap('.choose')
  expect(screen.count('.problem')).toBe(0)
  expect(screen.data.loading).toBe(false)
})

test('upload shows why choosing failed', async () => {
  const errMsg = 'chooseMedia:fail api scope is not declared in the privacy agreement'
  Object.assign(phone().wx, { chooseMedia: () => Promise.reject({ errMsg, errno: 112 }) })
  const screen = await show<Page>(upload)
  await screen.tap('.choose')
  expect(screen.text()).toContain('privacy agreement')
  expect(screen.data.loading).toBe(false)
})

test('upload shows why sending failed, keeps the picture from before, and tries again', async () => {
  const screen = await uploaded()
  await screen.tap('.choose')
  await phone().answer({ ok: true, data: { openid: 'o-42' } })
  request?.fail({ errCode: -503002, errMsg: 'uploadFile:fail storage permission denied' })
  await settled()
  expect(screen.text()).toContain('无权限访问云文件')
  expect(screen.data).toMatchObject({ loading: false, progress: -1 })
  expect(screen.count('.picture')).toBe(1)
  await screen.tap('.problem', '.again')
  expect(deleted).toEqual([])
  expect(screen.data).toMatchObject({ loading: true, action: 'choose' })
})

test('upload asks again for the address alone, if only that failed', async () => {
  const screen = await chosen()
  status = -503003
  request?.success({ fileID: 'cloud://1' })
  await settled()
  expect(screen.text()).toContain('文件不存在')
  status = 0
  await screen.tap('.problem', '.again')
  expect(screen.data).toMatchObject({ loading: false, url: 'https://tmp/1' })
})

test('upload shows why deleting failed, and tries again', async () => {
  const screen = await uploaded()
  status = -503002
  await screen.tap('.remove')
  expect(screen.text()).toContain('无权限访问云文件')
  expect(screen.count('.picture')).toBe(1)
  status = 0
  await screen.tap('.problem', '.again')
  expect(deleted).toEqual(['cloud://1'])
})
