import { ApiFailure, asyncApi, type Options, textOption } from '../api'
import type { TempFiles } from './temp-files'

export const USER_DATA_PATH = 'http://usr'

/**
 * `wx.getFileSystemManager()` over the files that the preview holds in memory. Callbacks and promises both work; those
 * that return at once are not there, for a browser reads no file at once.
 * https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.html
 */
export function fileSystemManager(files: TempFiles): Record<string, unknown> {
  const path = (options: Options, name = 'filePath') => textOption(options, name)
  return {
    getFileInfo: asyncApi('getFileInfo', options => ({ size: files.get(path(options)).blob.size })),
    access: asyncApi('access', options => void files.get(path(options, 'path'))),
    unlink: asyncApi('unlink', options => files.remove(path(options))),
    readFile: asyncApi('readFile', async options => ({
      data: await contentOf(files.get(path(options)).blob, options.encoding),
    })),
    writeFile: asyncApi('writeFile', options => {
      const { data } = options
      if (typeof data !== 'string' && !(data instanceof ArrayBuffer))
        throw new ApiFailure('data should be String or ArrayBuffer')
      const isBase64 = options.encoding === 'base64' && typeof data === 'string'
      files.write(path(options), new Blob([isBase64 ? bytesOf(data) : data]))
    }),
    saveFile: asyncApi('saveFile', options => {
      const { blob, name } = files.get(path(options, 'tempFilePath'))
      const savedFilePath =
        typeof options.filePath === 'string' ? options.filePath : `${USER_DATA_PATH}/${name}`
      files.write(savedFilePath, blob)
      return { savedFilePath }
    }),
    copyFile: asyncApi('copyFile', options =>
      files.write(path(options, 'destPath'), files.get(path(options, 'srcPath')).blob),
    ),
  }
}

/** Without an encoding it is bytes. */
async function contentOf(blob: Blob, encoding: unknown): Promise<string | ArrayBuffer> {
  if (encoding === undefined) return await blob.arrayBuffer()
  if (encoding === 'utf8' || encoding === 'utf-8') return await blob.text()
  const bytes = new Uint8Array(await blob.arrayBuffer())
  if (encoding === 'hex') return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  if (encoding === 'base64') return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
  throw new ApiFailure(`invalid encoding "${encoding}"`)
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), char => char.charCodeAt(0))
}
