/** @jest-environment jsdom */
import { Blob as NodeBlob } from 'node:buffer'
import { openWx } from '../support/open-wx'
import { until } from '../support/until'

// that of jsdom cannot be read
beforeAll(() => {
  globalThis.Blob = NodeBlob as never
})

const bytes = (text: string) => new Uint8Array(Buffer.from(text)).buffer

test('the file system writes, reads, copies and removes', async () => {
  const { wx } = openWx()
  const manager = wx.getFileSystemManager()
  const path = (name: string) => `${wx.env.USER_DATA_PATH}/${name}`
  await manager.writeFile({ filePath: path('a.txt'), data: '你好' })
  await manager.copyFile({ srcPath: path('a.txt'), destPath: path('b.txt') })
  await manager.unlink({ filePath: path('a.txt') })
  await expect(manager.getFileInfo({ filePath: path('b.txt') })).resolves.toEqual({
    errMsg: 'getFileInfo:ok',
    size: 6,
  })
  await expect(manager.access({ path: path('a.txt') })).rejects.toEqual({
    errMsg: `access:fail no such file or directory "${path('a.txt')}"`,
  })
})

test.each([
  ['utf8', '你好'],
  ['base64', '5L2g5aW9'],
  ['hex', 'e4bda0e5a5bd'],
])('a file is read as %s', async (encoding, data) => {
  const { wx } = openWx()
  const manager = wx.getFileSystemManager()
  const filePath = `${wx.env.USER_DATA_PATH}/a`
  await manager.writeFile({ filePath, data: bytes('你好') })
  await expect(manager.readFile({ filePath, encoding })).resolves.toEqual({ errMsg: 'readFile:ok', data })
})

test('an encoding that there is not, and data that is none, are failures', async () => {
  const { wx } = openWx()
  const manager = wx.getFileSystemManager()
  const filePath = `${wx.env.USER_DATA_PATH}/a`
  await expect(manager.writeFile({ filePath, data: 7 })).rejects.toEqual({
    errMsg: 'writeFile:fail data should be String or ArrayBuffer',
  })
  await manager.writeFile({ filePath, data: 'x' })
  await expect(manager.readFile({ filePath, encoding: 'latin9' })).rejects.toEqual({
    errMsg: 'readFile:fail invalid encoding "latin9"',
  })
})

describe('chooseMedia()', () => {
  const field = () => until(() => document.querySelector<HTMLInputElement>('input[type=file]'))

  async function choose(files: File[]): Promise<HTMLInputElement> {
    const input = await field()
    Object.defineProperty(input, 'files', { value: files })
    input.dispatchEvent(new Event(files.length > 0 ? 'change' : 'cancel'))
    return input
  }

  test('gives a path with the extension of the file, as many as were asked for', async () => {
    const { wx } = openWx()
    const asked = wx.chooseMedia({ count: 1, mediaType: ['image'] })
    const one = new File(['12345'], 'holiday.JPG', { type: 'image/jpeg' })
    const input = await choose([one, one])
    expect([input.accept, input.multiple]).toEqual(['image/*', false])
    const { tempFiles, type } = await asked
    expect([type, tempFiles]).toEqual([
      'image',
      [{ tempFilePath: expect.stringMatching(/^http:\/\/tmp\/\w+\.JPG$/), size: 5, fileType: 'image' }],
    ])
    expect(document.querySelector('input[type=file]')).toBeNull()
  })

  test('fails when the user changes their mind', async () => {
    const { wx } = openWx()
    const asked = wx.chooseMedia({})
    expect((await choose([])).accept).toBe('image/*,video/*')
    await expect(asked).rejects.toEqual({ errMsg: 'chooseMedia:fail cancel' })
  })
})

test('compressing a file that is not there fails', async () => {
  const { wx } = openWx()
  await expect(wx.compressImage({ src: '' })).rejects.toEqual({
    errMsg: expect.stringContaining('compressImage:fail parameter error: parameter.src'),
  })
})
