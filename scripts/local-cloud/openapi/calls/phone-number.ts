import type { Answer } from '../call'
import { failure, ok } from '../reply'

const invalidCode = (hint: string) => failure(40029, 'invalid code', hint)

/**
 * Changes a code of `<button open-type="getPhoneNumber">` for the number. Which code a caller gets whose openid does
 * not belong to the code is undocumented.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/phonenumber/phonenumber.getPhoneNumber.html
 */
export const getPhoneNumber: Answer = ({ fields: { code, openid }, appid, phoneCodes }) => {
  if (typeof code !== 'string' || code === '') return invalidCode('code is missing')
  const issued = phoneCodes.take(code)
  if (!issued)
    return invalidCode('the code was never given out, was used already, or is older than 5 minutes')
  if (openid !== undefined && openid !== issued.openid)
    return invalidCode('the code belongs to another openid')
  const { purePhoneNumber, countryCode } = issued.number
  return ok({
    phone_info: {
      phoneNumber: countryCode === '86' ? purePhoneNumber : `+${countryCode}${purePhoneNumber}`,
      purePhoneNumber,
      countryCode,
      watermark: { timestamp: Math.floor(issued.at / 1000), appid },
    },
  })
}
