import type { Answer } from '../call'
import { isOpenid } from '../openid'
import { invalidOpenid, ok, undocumented } from '../reply'

/** The types for mini programs, each with the fields that its object must have. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  text: ['content'],
  image: ['media_id'],
  // Named as a type, but the page describes no object for it.
  link: [],
  miniprogrampage: ['title', 'pagepath', 'thumb_media_id'],
}

/**
 * Not imitated: that the user must have written within 48 hours (45015), and the number of messages (45047).
 *
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/customer-message/customerServiceMessage.send.html
 */
export const send: Answer = ({ fields }) => {
  const { touser, msgtype } = fields
  if (!isOpenid(touser)) return invalidOpenid(`touser must be an openid, it is ${JSON.stringify(touser)}`)
  if (typeof msgtype !== 'string' || !Object.hasOwn(TYPES, msgtype)) {
    return undocumented(`msgtype is one of ${Object.keys(TYPES).join(', ')}`)
  }
  const body = fields[msgtype]
  if (typeof body !== 'object' || body === null)
    return undocumented(`msgtype "${msgtype}" needs an object "${msgtype}"`)
  for (const name of TYPES[msgtype] ?? []) {
    const value = (body as Record<string, unknown>)[name]
    if (typeof value !== 'string' || value === '') return undocumented(`${msgtype}.${name} is missing`)
  }
  return ok()
}
