import type { Answer } from '../call'
import { isOpenid } from '../openid'
import { type Failure, failure, invalidOpenid, ok } from '../reply'
import { templateValueProblem } from '../template-value'

const STATES: readonly unknown[] = [undefined, 'developer', 'trial', 'formal']
const LANGUAGES: readonly unknown[] = [undefined, 'zh_CN', 'en_US', 'zh_HK', 'zh_TW']

/**
 * Sends one message if the user has agreed to one of this template. In which order the platform checks is unknown;
 * here a message that is wrong uses up no agreement.
 *
 * The texts of 43101 and 47003 are as seen in public reports.
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/subscribe-message/subscribeMessage.send.html
 */
export const send: Answer = ({ fields, subscriptions }) => {
  const { touser, template_id: template, data, page, miniprogram_state: state, lang } = fields
  if (!isOpenid(touser)) return invalidOpenid(`touser must be an openid, it is ${JSON.stringify(touser)}`)
  if (typeof template !== 'string' || !/^[\w-]{1,64}$/.test(template)) {
    return failure(40037, 'invalid template_id', `template_id is ${JSON.stringify(template)}`)
  }
  const wrong = dataFailure(data)
  if (wrong) return wrong
  if (!STATES.includes(state)) return argumentInvalid('miniprogram_state', 'it is developer, trial or formal')
  if (!LANGUAGES.includes(lang)) return argumentInvalid('lang', 'it is zh_CN, en_US, zh_HK or zh_TW')
  if (page !== undefined && typeof page !== 'string') return argumentInvalid('page', 'it is a text')
  if (subscriptions.take(touser, template)) return ok()
  return failure(
    43101,
    'user refuse to accept the msg',
    `${touser} has agreed to no (further) message of ${template}: call wx.requestSubscribeMessage first`,
  )
}

function dataFailure(data: unknown): Failure | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return argumentInvalid('data', 'it is an object such as { thing1: { value } }')
  }
  for (const [name, field] of Object.entries(data)) {
    const value: unknown = field?.value
    if (value === undefined || value === null || value === '') {
      return failure(47003, `argument invalid! data.${name}.value is empty`, 'every field needs a value')
    }
    const isText = typeof value === 'string' || typeof value === 'number'
    const problem = isText ? templateValueProblem(name, String(value)) : `${name} must hold text`
    if (problem) return argumentInvalid(`data.${name}.value`, problem)
  }
  return undefined
}

function argumentInvalid(path: string, hint: string): Failure {
  return failure(47003, `argument invalid! ${path} invalid`, hint)
}
