import { knownTags } from '../built-ins/known-tags'
import { isOpenType } from '../built-ins/open-types'

/**
 * Answers for what the preview has: an API (`showToast`, `cloud.callFunction`, with whatever follows for its options) or
 * a built-in component (`button`, with whatever follows for its properties, of which `open-type` is asked for by value).
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.canIUse.html
 */
export function canIUse(schema: string, members: Readonly<Record<string, unknown>>): boolean {
  const [first = '', second, third] = schema.split('.')
  if (first === 'button' && second === 'open-type' && third !== undefined) return isOpenType(third)
  if (first === 'cloud' && second !== undefined) return second in (members.cloud as object)
  return Object.hasOwn(members, first) || knownTags[first] === 'implemented'
}
