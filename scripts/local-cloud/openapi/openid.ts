/** Whether a text could be an openid. Real ones have 28 characters; those of the local cloud may be named freely. */
export function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value)
}
