import { type CloudError, kitError } from '../../cloud/cloud-error'

/** Bytes of a picture that may be uploaded. Our own limit: that of the platform is documented nowhere. */
export const MAX_BYTES = 5 * 1024 * 1024

const types = ['jpg', 'jpeg', 'png', 'gif', 'webp']

/**
 * The type of a picture by the ending of its path, in small letters.
 *
 * @throws {CloudError} `invalid-argument` for anything that is not a picture
 */
export function typeOf(path: string): string {
  const type = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  if (types.includes(type)) return type
  throw refusal(`不支持这种文件：${type || '没有扩展名'}。请选择 ${types.join('、')} 图片。`)
}

/** `wx.compressImage` makes only these smaller. https://developers.weixin.qq.com/miniprogram/dev/api/media/image/wx.compressImage.html */
export function isCompressible(type: string): boolean {
  return type === 'jpg' || type === 'jpeg'
}

/** @throws {CloudError} `invalid-argument` for a picture that is too large, or empty */
export function checkSize(bytes: number): void {
  if (bytes > MAX_BYTES)
    throw refusal(`图片有 ${sizeText(bytes)}，最多 ${sizeText(MAX_BYTES)}。请选一张小一些的。`)
  if (!(bytes > 0)) throw refusal('图片是空的。请换一张。')
}

/** Such as `820 KB` or `4.2 MB`. Rounded up, so that what is over a limit does not look as if it were not. */
export function sizeText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024)
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.ceil((kilobytes / 1024) * 10) / 10} MB`
}

/**
 * Where a picture of a user lies: in a folder of their own, under a name that nobody can guess.
 *
 * @param random at least 16 random bytes
 */
export function pathOf(openid: string, random: ArrayBuffer, type: string): string {
  const name = Array.from(new Uint8Array(random), byte => `0${byte.toString(16)}`.slice(-2)).join('')
  return `uploads/${openid}/${name}.${type}`
}

function refusal(message: string): CloudError {
  return kitError('invalid-argument', message)
}
