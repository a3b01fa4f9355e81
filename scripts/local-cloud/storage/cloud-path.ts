const MAX_BYTES = 850

/**
 * What is wrong with a path in cloud storage, or undefined if nothing is. The wording is the kit's own.
 *
 * The rules are documented for `uploadFile`: not empty, no `/` first, no `//`, at most 850 bytes encoded. `.` and `..`
 * mean nothing there, they are names like others. Control characters are refused, for no address could carry them.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/storage/naming.html
 */
export function cloudPathProblem(path: unknown): string | undefined {
  if (typeof path !== 'string' || path === '') return 'cloudPath must be a string that is not empty'
  if (path.startsWith('/')) return `cloudPath must not begin with "/": ${JSON.stringify(path)}`
  if (path.includes('//')) return `cloudPath must not hold "//": ${JSON.stringify(path)}`
  if (hasUnspeakable(path)) return `cloudPath must be readable text: ${JSON.stringify(path)}`
  const bytes = Buffer.byteLength(path)
  if (bytes > MAX_BYTES) return `cloudPath is ${bytes} bytes long in UTF-8, at most ${MAX_BYTES} are allowed`
  return undefined
}

/** Control characters, and halves of characters. */
function hasUnspeakable(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text)
}
