import { toCloudError } from '../../cloud/cloud-error'
import { isCompressible } from './picture'

/**
 * Lets the user take or choose one picture.
 *
 * @returns its path on the phone, or undefined if the user changed their mind
 * @throws {CloudError}
 */
export async function choosePicture(): Promise<string | undefined> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count: 1, mediaType: ['image'] })
    return tempFiles[0]?.tempFilePath
  } catch (error) {
    const failure = toCloudError(error)
    if (/\bfail:? cancel/.test(failure.raw)) return undefined
    throw failure
  }
}

/**
 * Makes a picture smaller if that is possible.
 *
 * @returns path of the smaller of the two, and its size in bytes
 */
export async function compressed(path: string, type: string): Promise<{ path: string; bytes: number }> {
  const before = { path, bytes: await bytesOf(path) }
  if (!isCompressible(type)) return before
  const { tempFilePath } = await wx.compressImage({ src: path, quality: 80 })
  const after = { path: tempFilePath, bytes: await bytesOf(tempFilePath) }
  return after.bytes < before.bytes ? after : before
}

/** Bytes that nobody can guess: `Math.random` would not do. */
export function randomBytes(length: number): Promise<ArrayBuffer> {
  return wx.getRandomValues({ length }).then(({ randomValues }) => randomValues)
}

function bytesOf(filePath: string): Promise<number> {
  return new Promise((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: reject })
  })
}
