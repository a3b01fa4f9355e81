import type { Answer, Call } from '../call'
import { type Failure, failure, ok, undocumented } from '../reply'

const DAYS = 30
const DAY = 24 * 60 * 60
const MINUTE = 60
const QUERY = /^[\w!#$&'()*+,/:;=?@.~%-]{0,1024}$/
const ENV_VERSIONS: readonly unknown[] = [undefined, 'release', 'trial', 'develop']

type Fields = Call['fields']

/**
 * That the mini program is published (85079) is taken for granted.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-link/urllink.generate.html
 */
export const generateUrlLink: Answer = ({ fields, now, newId }) =>
  targetFailure(fields) ?? expiryFailure(fields, now) ?? ok({ url_link: `https://wxaurl.cn/${newId()}` })

/**
 * Only a code that is to expire must say when.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/url-scheme/urlscheme.generate.html
 */
export const generateScheme: Answer = ({ fields, now, newId }) => {
  const { jump_wxa: target = {}, is_expire: isExpire, expire_time: time, expire_interval: interval } = fields
  if (typeof target !== 'object' || target === null) return undocumented('jump_wxa must be an object')
  const expires = isExpire === true || time !== undefined || interval !== undefined
  return (
    targetFailure(target as Fields) ??
    (expires ? expiryFailure(fields, now) : undefined) ??
    ok({ openlink: `weixin://dl/business/?t=${newId()}` })
  )
}

function targetFailure({ path = '', query = '', env_version: version }: Fields): Failure | undefined {
  if (typeof path !== 'string' || path.includes('?')) {
    return failure(40165, 'invalid weapp pagepath', 'path is a page without parameters; query takes those')
  }
  if (typeof query !== 'string' || !QUERY.test(query)) {
    return failure(
      40212,
      'invalid query',
      "query holds at most 1024 letters, digits and !#$&'()*+,/:;=?@-._~%",
    )
  }
  if (!ENV_VERSIONS.includes(version)) {
    return failure(85402, 'invalid env_version', 'it is release, trial or develop')
  }
  return undefined
}

/** @param now milliseconds since 1970 */
function expiryFailure(fields: Fields, now: number): Failure | undefined {
  const { expire_type: type = 0, expire_time: time, expire_interval: interval } = fields
  const outOfRange = (hint: string) => failure(85401, 'time limit between 1min and 30days', hint)
  if (type === 0) {
    if (typeof time !== 'number')
      return outOfRange('expire_type 0 (the default) needs expire_time, in seconds since 1970')
    const seconds = time - now / 1000
    return seconds > MINUTE && seconds <= DAYS * DAY
      ? undefined
      : outOfRange(`expire_time lies ${Math.round(seconds)} s from now`)
  }
  if (type !== 1) return undocumented('expire_type is 0 or 1')
  const fits = typeof interval === 'number' && Number.isInteger(interval) && interval >= 1 && interval <= DAYS
  return fits ? undefined : outOfRange(`expire_type 1 needs expire_interval, 1 to ${DAYS} days`)
}
